// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.Scopes;
import org.mcpauth.internal.exchange.TokenExchanger;
import org.mcpauth.internal.http.HttpFetcher;
import org.mcpauth.internal.introspection.UserInfoSource;
import org.mcpauth.internal.issuer.Issuers;
import org.mcpauth.internal.jose.JwtSigner;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.metadata.MetadataLint;
import org.mcpauth.internal.metadata.ProtectedResourceMetadata;
import org.mcpauth.internal.proof.DpopProofVerifier;
import org.mcpauth.internal.proof.SenderConstraints;
import org.mcpauth.internal.requirement.EffectiveScopes;
import org.mcpauth.internal.requirement.OperationScanner;
import org.mcpauth.internal.requirement.RequirementRegistry;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.ResourceSettings;
import org.mcpauth.internal.token.TokenAuthenticator;

/** Puts an engine together and asks the authorization servers for their metadata. */
public final class EngineAssembly {

  private final McpAuthSettings settings;
  private final HttpFetcher fetcher;
  private final JsonProvider json;
  private final Clock clock;
  private final Issuers issuers;
  private final Backchannels backchannels;
  private final IssuerVerifiers verifiers;
  private final Sessions sessions;

  /**
   * Prepares an assembly.
   *
   * @param settings the configuration
   * @param fetcher asks authorization servers
   * @param json reads and writes JSON
   * @param clock tells the time
   * @param background runs what no request waits for; may refuse
   */
  public EngineAssembly(
      McpAuthSettings settings,
      HttpFetcher fetcher,
      JsonProvider json,
      Clock clock,
      Executor background) {
    this.settings = settings;
    this.fetcher = fetcher;
    this.json = json;
    this.clock = clock;
    this.issuers = new Issuers(fetcher, json, settings.fetch(), clock, background);
    this.backchannels = new Backchannels(fetcher, settings.fetch(), clock);
    this.verifiers = new IssuerVerifiers(issuers, backchannels);
    this.sessions = new Sessions(settings.sessions());
  }

  /**
   * Makes the engine.
   *
   * @param parts what the application contributes
   * @param recorder is told about every decision
   * @return the engine
   * @throws ConfigurationException if the application cannot be protected like that
   */
  public AuthorizationEngine assemble(ApplicationParts parts, DecisionRecorder recorder) {
    RequirementRegistry registry =
        OperationScanner.scan(parts.beanClasses(), parts.namings(), settings.operations());
    EffectiveScopes hierarchy = new EffectiveScopes(settings.scopeHierarchy(), parts.hierarchies());
    hierarchy.requireAcyclic(registry.scopes());
    OperationRules rules =
        new OperationRules(registry, hierarchy, parts.requirementProviders(), clock);
    List<ProtectedResource> resources =
        settings.resources().stream()
            .map(resource -> protect(resource, parts, rules, recorder))
            .toList();
    lint(rules);
    return new AuthorizationEngine(settings, rules, resources, mirror(), readiness(parts), json);
  }

  /**
   * Makes what asks authorization servers about users.
   *
   * @return the source; it has asked nobody yet
   */
  public UserInfoSource userInfo() {
    Set<String> configured =
        settings.resources().stream()
            .flatMap(resource -> resource.authorizationServers().stream())
            .collect(Collectors.toSet());
    return new UserInfoSource(
        issuers,
        configured,
        fetcher,
        new UserInfoSource.Limits(settings.userInfoTtl(), backchannels.limits()),
        clock);
  }

  /**
   * Makes what gets tokens for other services. It asks the same authorization servers as the
   * engine, with what is known about them already.
   *
   * @return one without any tokens yet
   */
  public TokenExchanger tokenExchanger() {
    return new TokenExchanger(
        settings,
        new ExchangeEndpoints(issuers, backchannels, settings.exchange().maxTtl()),
        clock);
  }

  private ProtectedResource protect(
      ResourceSettings resource,
      ApplicationParts parts,
      OperationRules rules,
      DecisionRecorder recorder) {
    DecisionLog log = new DecisionLog(resource.resource(), recorder, clock, System::nanoTime);
    RequestAuthorizer authorizer =
        new RequestAuthorizer(
            resource,
            rules,
            new TokenAuthenticator(settings, resource, verifiers.of(resource, parts), clock),
            new SenderConstraints(
                resource.dpop(), resource.mtls(), new DpopProofVerifier(resource.dpop(), clock)),
            new MessageReading(settings.limits(), json),
            new StepUpRules(settings.stepUp(), nameable(resource, rules)),
            new Visibility(settings.lists(), resource, rules, json),
            sessions);
    return new ProtectedResource(
        resource,
        settings.resources().size() == 1,
        metadata(resource, rules, parts),
        authorizer,
        log);
  }

  /**
   * Where scopes have a prefix, those that had none, as of another resource, are told by nothing.
   */
  private static Predicate<String> nameable(ResourceSettings resource, OperationRules rules) {
    Scopes known = rules.registry().scopes().union(resource.scopes());
    return resource.scopePrefix().isEmpty() ? scope -> true : known::contains;
  }

  private ProtectedResourceMetadata metadata(
      ResourceSettings resource, OperationRules rules, ApplicationParts parts) {
    return ProtectedResourceMetadata.of(
        resource, rules.registry().scopes(), parts.contributors(), signer(resource), json);
  }

  /** RFC 9728 §2.2: the members again, and who says so. */
  private Optional<Function<JsonObject, String>> signer(ResourceSettings resource) {
    return Optional.ofNullable(resource.metadata().signingKey())
        .map(
            key -> {
              JwtSigner signer =
                  OwnSigner.of(McpAuthConfigNames.METADATA_SIGNING_KEY, key, resource.resource());
              return members ->
                  signer.signJson(
                      json.createObjectBuilder(members)
                          .add("iss", resource.resource().toString())
                          .add("iat", clock.instant().getEpochSecond())
                          .build()
                          .toString(),
                      "JWT");
            });
  }

  private IssuerReadiness readiness(ApplicationParts parts) {
    return settings.observability().health()
        ? IssuerReadiness.of(settings.resources(), issuers, !parts.verifiers().isEmpty())
        : IssuerReadiness.none();
  }

  private Optional<AuthorizationServerMirror> mirror() {
    if (!settings.authorizationServerMetadata()) {
      return Optional.empty();
    }
    ResourceSettings first = settings.resources().get(0);
    return Optional.of(
        new AuthorizationServerMirror(
            first, issuers.metadata(first.authorizationServers().get(0))));
  }

  private void lint(OperationRules rules) {
    for (ResourceSettings resource : settings.resources()) {
      MetadataLint.warnings(resource, rules.registry().scopes(), rules::effective)
          .forEach(Messages::warn);
    }
  }
}
