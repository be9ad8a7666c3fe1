// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the tokens of one authorization server are verified: checked, complete and immutable. Each
 * key can be written for one issuer, {@code mcp.auth.issuers.<name>.…}, or for all, {@code
 * mcp.auth.…}.
 *
 * @param issuer its issuer identifier, compared code point by code point
 * @param verification {@code mcp.auth.verification}
 * @param audiences {@code mcp.auth.audiences}: the audience values that mean the resource
 * @param jwt {@code mcp.auth.jwt.*}
 * @param keys where its keys come from
 * @param claims {@code mcp.auth.claims.*}
 * @param client {@code mcp.auth.client.*}
 * @param introspection {@code mcp.auth.introspection.*}
 * @param validationEndpoint {@code mcp.auth.validation-endpoint.*}
 * @param exchange how it is asked for tokens for other services
 */
public record IssuerSettings(
    String issuer,
    Verification verification,
    Set<String> audiences,
    Jwt jwt,
    Keys keys,
    ClaimNames claims,
    Client client,
    Introspection introspection,
    ValidationEndpoint validationEndpoint,
    Exchange exchange) {

  /** Copies the collection. */
  public IssuerSettings {
    audiences = Set.copyOf(audiences);
  }

  /** Who verifies a token. */
  public enum Verification {
    /** This library, with the issuer's keys (RFC 9068). */
    JWT,
    /** The issuer's introspection endpoint (RFC 7662). */
    INTROSPECTION,
    /** An endpoint of the vendor's own. */
    VALIDATION_ENDPOINT,
    /** The container's MicroProfile JWT. */
    MP_JWT,
    /** Beans of the application alone. */
    CUSTOM
  }

  /**
   * How JWTs are verified.
   *
   * @param strictType {@code mcp.auth.jwt.type}: whether only {@code at+jwt} is accepted
   * @param algorithms {@code mcp.auth.jwt.algorithms}
   * @param clockSkew {@code mcp.auth.jwt.clock-skew}
   * @param maxAge {@code mcp.auth.jwt.max-age}; zero for no limit
   */
  public record Jwt(
      boolean strictType, Set<String> algorithms, Duration clockSkew, Duration maxAge) {

    /** Copies the collection. */
    public Jwt {
      algorithms = Set.copyOf(algorithms);
    }
  }

  /**
   * Where keys come from. Without a location and a text they are discovered.
   *
   * @param jwksUri {@code mcp.auth.jwt.jwks-uri}: where the key set is
   * @param staticKeys {@code mcp.auth.jwt.keys}: the text of a PEM public key or certificate, a JWK
   *     or a JWK Set
   * @param secret {@code mcp.auth.jwt.secret}: for HS algorithms
   * @param decryptionKey {@code mcp.auth.jwt.decryption-key}: the text of a PEM private key, a JWK
   *     or a JWK Set, for encrypted tokens (RFC 7516)
   */
  public record Keys(
      @Nullable URI jwksUri,
      @Nullable String staticKeys,
      @Nullable Secret secret,
      @Nullable Secret decryptionKey) {}

  /**
   * Which claims say what. Of several paths the first that leads somewhere counts.
   *
   * @param scopes {@code mcp.auth.claims.scopes}
   * @param roles {@code mcp.auth.claims.roles}
   * @param audience {@code mcp.auth.claims.audience}
   * @param subject {@code mcp.auth.claims.subject}
   * @param clientId {@code mcp.auth.claims.client-id}
   */
  public record ClaimNames(
      List<ClaimPath> scopes,
      List<ClaimPath> roles,
      List<ClaimPath> audience,
      List<ClaimPath> subject,
      List<ClaimPath> clientId) {

    /** Copies the lists. */
    public ClaimNames {
      scopes = List.copyOf(scopes);
      roles = List.copyOf(roles);
      audience = List.copyOf(audience);
      subject = List.copyOf(subject);
      clientId = List.copyOf(clientId);
    }
  }

  /** How this resource authenticates itself to the authorization server. */
  public enum ClientAuthentication {
    /** Not at all. */
    NONE,
    /** RFC 6749 §2.3.1, in the header. */
    CLIENT_SECRET_BASIC,
    /** RFC 6749 §2.3.1, in the body. */
    CLIENT_SECRET_POST,
    /** RFC 7523 §2.2. */
    PRIVATE_KEY_JWT,
    /** RFC 7662 §2.1: an access token of this resource's own. */
    BEARER
  }

  /**
   * The credentials of this resource at the authorization server.
   *
   * @param authentication {@code mcp.auth.client.authentication}
   * @param id {@code mcp.auth.client.id}; empty if there is none
   * @param secret {@code mcp.auth.client.secret}
   * @param privateKey {@code mcp.auth.client.private-key}: the text of a PEM private key or a JWK
   * @param token {@code mcp.auth.client.token}: for {@link ClientAuthentication#BEARER}
   */
  public record Client(
      ClientAuthentication authentication,
      String id,
      @Nullable Secret secret,
      @Nullable Secret privateKey,
      @Nullable Secret token) {}

  /**
   * How tokens are introspected (RFC 7662).
   *
   * @param configuredEndpoint {@code mcp.auth.introspection.endpoint}; discovered if absent
   * @param signed {@code mcp.auth.introspection.signed-response}: whether the answer has to be
   *     signed (RFC 9701)
   * @param ttl {@code mcp.auth.introspection.ttl}: for how long an answer counts
   * @param negativeTtl {@code mcp.auth.introspection.negative-ttl}: for how long "inactive" counts
   */
  public record Introspection(
      @Nullable URI configuredEndpoint, boolean signed, Duration ttl, Duration negativeTtl) {

    /**
     * {@code mcp.auth.introspection.endpoint}.
     *
     * @return the endpoint, if one is configured
     */
    public Optional<URI> endpoint() {
      return Optional.ofNullable(configuredEndpoint);
    }
  }

  /** Where a validation endpoint wants the token. */
  public enum TokenIn {
    /** In {@code Authorization: Bearer}, with a GET. */
    HEADER,
    /** In a form parameter, with a POST. */
    FORM,
    /** In a member of a JSON object, with a POST. */
    JSON
  }

  /**
   * An endpoint that answers with the claims of a valid token, in a way of its vendor's.
   *
   * @param configuredUri {@code mcp.auth.validation-endpoint.uri}
   * @param tokenIn {@code mcp.auth.validation-endpoint.token-in}
   * @param tokenParameter {@code mcp.auth.validation-endpoint.token-parameter}
   * @param configuredClaims {@code mcp.auth.validation-endpoint.claims}: where in the answer the
   *     claims are; the answer itself if absent
   */
  public record ValidationEndpoint(
      @Nullable URI configuredUri,
      TokenIn tokenIn,
      String tokenParameter,
      @Nullable ClaimPath configuredClaims) {

    /**
     * {@code mcp.auth.validation-endpoint.uri}.
     *
     * @return the endpoint, if one is configured
     */
    public Optional<URI> uri() {
      return Optional.ofNullable(configuredUri);
    }

    /**
     * {@code mcp.auth.validation-endpoint.claims}.
     *
     * @return the path; empty if the answer itself holds the claims
     */
    public Optional<ClaimPath> claims() {
      return Optional.ofNullable(configuredClaims);
    }
  }

  /**
   * How tokens are exchanged (RFC 8693).
   *
   * @param configuredEndpoint {@code mcp.auth.token-exchange.endpoint}; discovered if absent
   * @param actorToken {@code mcp.auth.token-exchange.actor-token}
   * @param actorTokenType {@code mcp.auth.token-exchange.actor-token-type}
   */
  public record Exchange(
      @Nullable URI configuredEndpoint, @Nullable Secret actorToken, String actorTokenType) {

    /**
     * {@code mcp.auth.token-exchange.endpoint}.
     *
     * @return the endpoint, if one is configured
     */
    public Optional<URI> endpoint() {
      return Optional.ofNullable(configuredEndpoint);
    }
  }
}
