// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.http.HttpFetcher;
import org.mcpauth.internal.issuer.AuthorizationServerDiscovery;
import org.mcpauth.internal.issuer.JwksKeySource;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.metadata.MetadataLint;
import org.mcpauth.internal.metadata.ProtectedResourceMetadata;
import org.mcpauth.internal.requirement.EffectiveScopes;
import org.mcpauth.internal.requirement.OperationScanner;
import org.mcpauth.internal.requirement.RequirementRegistry;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.ResourceSettings;
import org.mcpauth.internal.token.JwtVerifier;
import org.mcpauth.internal.token.TokenAuthenticator;
import org.mcpauth.spi.TokenVerifier;

/** Puts an engine together and asks the authorization servers for their metadata. */
public final class EngineAssembly {

  private final McpAuthSettings settings;
  private final HttpFetcher fetcher;
  private final JsonProvider json;
  private final Clock clock;

  /**
   * Prepares an assembly.
   *
   * @param settings the configuration
   * @param fetcher fetches documents of authorization servers
   * @param json reads and writes JSON
   * @param clock tells the time
   */
  public EngineAssembly(
      McpAuthSettings settings, HttpFetcher fetcher, JsonProvider json, Clock clock) {
    this.settings = settings;
    this.fetcher = fetcher;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Makes the engine.
   *
   * @param parts what the application contributes
   * @param events is told about every decision
   * @return the engine
   * @throws ConfigurationException if the application cannot be protected like that
   */
  public AuthorizationEngine assemble(ApplicationParts parts, Consumer<AuthorizationEvent> events) {
    RequirementRegistry registry =
        OperationScanner.scan(parts.beanClasses(), parts.namings(), settings.anonymous());
    OperationRules rules =
        new OperationRules(
            registry,
            new EffectiveScopes(settings.scopeHierarchy(), parts.hierarchies()),
            parts.requirementProviders());
    List<ProtectedResource> resources =
        settings.resources().stream()
            .map(resource -> protect(resource, parts, rules, events))
            .toList();
    lint(resources, rules);
    return new AuthorizationEngine(settings, rules, resources, json);
  }

  private ProtectedResource protect(
      ResourceSettings resource,
      ApplicationParts parts,
      OperationRules rules,
      Consumer<AuthorizationEvent> events) {
    DecisionLog log = new DecisionLog(resource.resource(), events, clock);
    var authenticator =
        new TokenAuthenticator(settings, resource, verifiers(resource, parts), clock);
    return new ProtectedResource(
        resource,
        settings.resources().size() == 1,
        ProtectedResourceMetadata.of(
            resource, rules.allScopes(), parts.contributors(), Optional.empty(), json),
        new RequestAuthorizer(settings.limits(), resource, rules, authenticator, log, json),
        log);
  }

  private static void lint(List<ProtectedResource> resources, OperationRules rules) {
    for (ProtectedResource resource : resources) {
      MetadataLint.warnings(resource.settings(), rules.allScopes(), rules::effective)
          .forEach(Messages::warn);
    }
  }

  private List<TokenVerifier> verifiers(ResourceSettings resource, ApplicationParts parts) {
    var discovery = new AuthorizationServerDiscovery(fetcher, json, settings.fetch().allowHttp());
    List<TokenVerifier> verifiers = new ArrayList<>(parts.verifiers());
    verifiers.add(
        new JwtVerifier(
            resource.issuers(),
            issuer -> {
              var keys =
                  new JwksKeySource(issuer.issuer(), discovery, fetcher, settings.fetch(), clock);
              if (parts.verifiers().isEmpty()) {
                prepare(issuer.issuer(), keys);
              }
              return keys;
            }));
    return verifiers;
  }

  /** An issuer that is down does not keep the application down; one that is wrong does. */
  private static void prepare(String issuer, JwksKeySource keys) {
    try {
      keys.prepare();
    } catch (AuthorizationServerUnavailableException e) {
      Messages.warn(Message.ISSUER_UNREACHABLE, issuer, String.valueOf(e.getMessage()));
    }
  }
}
