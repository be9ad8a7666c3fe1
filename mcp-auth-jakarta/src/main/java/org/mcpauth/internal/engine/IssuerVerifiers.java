// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.introspection.ForeignTokens;
import org.mcpauth.internal.introspection.IntrospectionVerifier;
import org.mcpauth.internal.introspection.ValidationEndpointVerifier;
import org.mcpauth.internal.issuer.Issuers;
import org.mcpauth.internal.issuer.KeySource;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.ResourceSettings;
import org.mcpauth.internal.token.JwtVerifier;
import org.mcpauth.internal.token.TypeCheckingVerifier;
import org.mcpauth.spi.TokenVerifier;

/**
 * Who verifies the tokens of a resource, in the order in which they are asked: the beans of the
 * application, then for each issuer what its settings name, and last of all the verifier of JWTs,
 * which knows a token or refuses it.
 */
final class IssuerVerifiers {

  private final Issuers issuers;
  private final Backchannels backchannels;

  IssuerVerifiers(Issuers issuers, Backchannels backchannels) {
    this.issuers = issuers;
    this.backchannels = backchannels;
  }

  List<TokenVerifier> of(ResourceSettings resource, ApplicationParts parts) {
    List<TokenVerifier> verifiers = new ArrayList<>(parts.verifiers());
    List<IssuerSettings> jwt = new ArrayList<>();
    for (IssuerSettings issuer : resource.issuers()) {
      switch (issuer.verification()) {
        case JWT -> jwt.add(issuer);
        case INTROSPECTION -> verifiers.add(introspection(resource, issuer));
        case VALIDATION_ENDPOINT ->
            verifiers.add(
                new ValidationEndpointVerifier(
                    issuer, new ForeignTokens(issuer.issuer()), backchannels.to(issuer)));
        case MP_JWT -> verifiers.add(container(issuer, parts));
        case CUSTOM -> requireBeans(issuer, parts);
      }
    }
    if (!jwt.isEmpty()) {
      verifiers.add(jwt(jwt, parts));
    }
    return verifiers;
  }

  private JwtVerifier jwt(List<IssuerSettings> jwt, ApplicationParts parts) {
    return new JwtVerifier(
        jwt,
        issuer -> {
          KeySource keys = issuers.keys(issuer);
          // An issuer whose tokens a bean verifies need not publish anything.
          if (parts.verifiers().isEmpty()) {
            prepare(issuer, keys::prepare);
          }
          return keys;
        });
  }

  private IntrospectionVerifier introspection(ResourceSettings resource, IssuerSettings issuer) {
    Optional<URI> configured = issuer.introspection().endpoint();
    if (configured.isEmpty()) {
      prepare(issuer, () -> discoveredEndpoint(issuer));
    }
    return new IntrospectionVerifier(
        issuer,
        () -> configured.orElseGet(() -> discoveredEndpoint(issuer)),
        new ForeignTokens(issuer.issuer()),
        new IntrospectionVerifier.SignedBy(
            answer ->
                issuers.keys(issuer).keysFor(answer.header()).stream()
                    .anyMatch(key -> answer.isSignedWith(key.key())),
            resourceIdentifiers(resource, issuer)),
        backchannels.to(issuer));
  }

  private static Set<String> resourceIdentifiers(ResourceSettings resource, IssuerSettings issuer) {
    Set<String> identifiers = new LinkedHashSet<>(issuer.audiences());
    identifiers.add(resource.resource().toString());
    return identifiers;
  }

  private URI discoveredEndpoint(IssuerSettings issuer) {
    return issuers
        .metadata(issuer.issuer())
        .get()
        .introspectionEndpoint()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    Message.INTROSPECTION_ENDPOINT_MISSING.with(issuer.issuer())));
  }

  private static TokenVerifier container(IssuerSettings issuer, ApplicationParts parts) {
    TokenVerifier container =
        parts
            .container()
            .verifierFor(issuer)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        Message.CONTAINER_HAS_NO_MP_JWT.with(issuer.issuer())));
    return new TypeCheckingVerifier(container, issuer);
  }

  private static void requireBeans(IssuerSettings issuer, ApplicationParts parts) {
    if (parts.verifiers().isEmpty()) {
      throw new ConfigurationException(Message.VERIFIER_BEAN_MISSING.with(issuer.issuer()));
    }
  }

  /** An issuer that is down does not keep the application down; one that is wrong does. */
  private static void prepare(IssuerSettings issuer, Runnable ask) {
    try {
      ask.run();
    } catch (AuthorizationServerUnavailableException e) {
      Messages.warn(Message.ISSUER_UNREACHABLE, issuer.issuer(), String.valueOf(e.getMessage()));
    }
  }
}
