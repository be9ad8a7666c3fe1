// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.Scopes;

/**
 * One protected resource of the application: checked, complete and immutable. Each key can be
 * written for one resource, {@code mcp.auth.resources.<name>.…}, or for all, {@code mcp.auth.…}.
 *
 * @param resource {@code mcp.auth.resource}
 * @param issuers {@code mcp.auth.authorization-servers}, at least one
 * @param scopes {@code mcp.auth.scopes}
 * @param scopePrefix {@code mcp.auth.scope-prefix}; empty if there is none
 * @param endpoint where the endpoint is and who may ask
 * @param metadata {@code mcp.auth.metadata.*}
 * @param dpop {@code mcp.auth.dpop*}
 * @param mtls {@code mcp.auth.mtls*}
 */
public record ResourceSettings(
    URI resource,
    List<IssuerSettings> issuers,
    Scopes scopes,
    String scopePrefix,
    Endpoint endpoint,
    Metadata metadata,
    Dpop dpop,
    Mtls mtls) {

  /** Copies the list. */
  public ResourceSettings {
    issuers = List.copyOf(issuers);
  }

  /**
   * The issuer identifiers of the authorization servers whose tokens are accepted.
   *
   * @return at least one
   */
  public List<String> authorizationServers() {
    return issuers.stream().map(IssuerSettings::issuer).toList();
  }

  /**
   * The issuer of a token for this resource. No token is good for two resources.
   *
   * @param token a verified token
   * @return its issuer; empty if the token is for another resource
   */
  public Optional<IssuerSettings> issuerOf(AccessToken token) {
    return issuers.stream()
        .filter(issuer -> issuer.issuer().equals(token.issuer()))
        .filter(issuer -> new ResourceIdentifier(issuer.audiences()).isIn(token.audience()))
        .findFirst();
  }

  /**
   * Scopes as the authorization server calls them.
   *
   * @param own scopes as this application calls them
   * @return the same with the prefix
   */
  public Scopes published(Scopes own) {
    return scopePrefix.isEmpty()
        ? own
        : Scopes.of(own.asSet().stream().map(scopePrefix::concat).toList());
  }

  /**
   * Where the endpoint is and who may ask.
   *
   * @param path {@code mcp.auth.path}: starts with a slash, ends with none unless it is the root
   * @param configuredMetadataUrl {@code mcp.auth.resource-metadata-url}
   * @param allowedOrigins {@code mcp.auth.allowed-origins}
   * @param allowedHosts {@code mcp.auth.allowed-hosts}
   */
  public record Endpoint(
      String path,
      @Nullable URI configuredMetadataUrl,
      AllowList allowedOrigins,
      AllowList allowedHosts) {

    /**
     * {@code mcp.auth.resource-metadata-url}.
     *
     * @return the URL, if one is configured
     */
    public Optional<URI> metadataUrl() {
      return Optional.ofNullable(configuredMetadataUrl);
    }
  }

  /**
   * What the metadata document (RFC 9728 §2) says besides.
   *
   * @param maxAge {@code mcp.auth.metadata.max-age}
   * @param allOperations {@code mcp.auth.metadata.scopes-supported}: whether the scopes of all
   *     operations are named, instead of those for basic use
   * @param texts human-readable members by their names, {@code resource_name} and the like, with a
   *     language tag after a number sign (RFC 9728 §2.1)
   * @param jwksUri {@code mcp.auth.metadata.jwks-uri}
   * @param signingAlgorithms {@code mcp.auth.metadata.resource-signing-alg-values-supported}
   * @param authorizationDetailsTypes {@code
   *     mcp.auth.metadata.authorization-details-types-supported}
   * @param signingKey {@code mcp.auth.metadata.signing-key}: the text of a PEM private key or a
   *     JWK, for {@code signed_metadata}
   */
  public record Metadata(
      Duration maxAge,
      boolean allOperations,
      Map<String, String> texts,
      @Nullable URI jwksUri,
      List<String> signingAlgorithms,
      List<String> authorizationDetailsTypes,
      @Nullable Secret signingKey) {

    /** Copies the collections. */
    public Metadata {
      texts = Map.copyOf(texts);
      signingAlgorithms = List.copyOf(signingAlgorithms);
      authorizationDetailsTypes = List.copyOf(authorizationDetailsTypes);
    }
  }

  /** Whether tokens may or have to be bound to a key of their sender. */
  public enum SenderConstraint {
    /** Tokens that are bound this way are refused. */
    OFF,
    /** Tokens may be bound this way; those that are need the proof. */
    SUPPORTED,
    /** Tokens that are not bound this way are refused. */
    REQUIRED
  }

  /**
   * Demonstrating proof of possession (RFC 9449).
   *
   * @param constraint {@code mcp.auth.dpop}
   * @param algorithms {@code mcp.auth.dpop.algorithms}
   * @param maxAge {@code mcp.auth.dpop.max-age}: by how much {@code iat} may differ from now, into
   *     both directions
   * @param replayCacheSize {@code mcp.auth.dpop.replay-cache-size}, in proofs
   * @param nonce {@code mcp.auth.dpop.nonce}: whether proofs need a nonce of this server's
   * @param nonceTtl {@code mcp.auth.dpop.nonce-ttl}
   */
  public record Dpop(
      SenderConstraint constraint,
      List<String> algorithms,
      Duration maxAge,
      int replayCacheSize,
      boolean nonce,
      Duration nonceTtl) {

    /** Copies the list. */
    public Dpop {
      algorithms = List.copyOf(algorithms);
    }
  }

  /**
   * Mutual TLS (RFC 8705 §3).
   *
   * @param constraint {@code mcp.auth.mtls}
   * @param configuredHeader {@code mcp.auth.mtls.certificate-header}: where a proxy that ends TLS
   *     puts the client's certificate
   */
  public record Mtls(SenderConstraint constraint, @Nullable String configuredHeader) {

    /**
     * {@code mcp.auth.mtls.certificate-header}.
     *
     * @return the name of the header; empty if the container knows the certificate
     */
    public Optional<String> certificateHeader() {
      return Optional.ofNullable(configuredHeader);
    }
  }
}
