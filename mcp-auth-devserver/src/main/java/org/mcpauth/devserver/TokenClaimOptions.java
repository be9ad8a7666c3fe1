// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mcpauth.devserver.internal.mint.TokenPlan;

/** What a minted token says. */
abstract class TokenClaimOptions<T extends TokenClaimOptions<T>> {

  /** Beyond any clock skew that a verifier may allow. */
  private static final Duration FAR = Duration.ofHours(1);

  abstract TokenPlan plan();

  abstract T with(TokenPlan changed);

  /**
   * Sets any claim.
   *
   * @param name its name
   * @param value a string, number, boolean, list or map
   * @return a new draft
   */
  public T claim(String name, Object value) {
    return with(plan().claims((claims, now) -> claims.put(name, value)));
  }

  /**
   * Leaves a claim out.
   *
   * @param name its name
   * @return a new draft
   */
  public T withoutClaim(String name) {
    return with(plan().claims((claims, now) -> claims.remove(name)));
  }

  /**
   * The resource owner, {@code sub}.
   *
   * @param subject a user, or the client itself
   * @return a new draft
   */
  public T subject(String subject) {
    return claim("sub", subject);
  }

  /**
   * The client, {@code client_id} (RFC 9068 §2.2).
   *
   * @param clientId a client
   * @return a new draft
   */
  public T clientId(String clientId) {
    return claim("client_id", clientId);
  }

  /**
   * The granted scopes in one string, as RFC 8693 §4.2 has it.
   *
   * @param scopes scope-tokens, also several in one string
   * @return a new draft
   */
  public T scope(String... scopes) {
    return claim("scope", String.join(" ", scopes));
  }

  /**
   * The granted scopes as an {@code scp} array, as some authorization servers write them.
   *
   * @param scopes scope-tokens
   * @return a new draft
   */
  public T scpArray(String... scopes) {
    return claim("scp", List.of(scopes));
  }

  /**
   * The granted scopes as an {@code scp} string, as some authorization servers write them.
   *
   * @param scopes scope-tokens
   * @return a new draft
   */
  public T scpString(String... scopes) {
    return claim("scp", String.join(" ", scopes));
  }

  /**
   * The party that acts for the subject, {@code act} (RFC 8693 §4.1).
   *
   * @param subject the {@code sub} of the actor
   * @return a new draft
   */
  public T actor(String subject) {
    return claim("act", Map.of("sub", subject));
  }

  /**
   * Other audiences than the resource; several become an array.
   *
   * @param audiences values of {@code aud}
   * @return a new draft
   */
  public T audience(String... audiences) {
    return claim("aud", audiences.length == 1 ? audiences[0] : List.of(audiences));
  }

  /**
   * An audience that is nobody's.
   *
   * @return a new draft
   */
  public T wrongAudience() {
    return audience("https://other.example/mcp");
  }

  /**
   * No {@code aud}.
   *
   * @return a new draft
   */
  public T noAudience() {
    return withoutClaim("aud");
  }

  /**
   * Another issuer, {@code iss}, although this server signs.
   *
   * @param issuer a URI
   * @return a new draft
   */
  public T issuer(String issuer) {
    return claim("iss", issuer);
  }

  /**
   * An issuer that is nobody's, although this server signs.
   *
   * @return a new draft
   */
  public T wrongIssuer() {
    return issuer("https://other-issuer.example");
  }

  /**
   * How long the token is good, counted from the minting.
   *
   * @param lifetime may be negative
   * @return a new draft
   */
  public T expiresIn(Duration lifetime) {
    return with(
        plan().claims((claims, now) -> claims.put("exp", now.plus(lifetime).getEpochSecond())));
  }

  /**
   * Expired an hour ago.
   *
   * @return a new draft
   */
  public T expired() {
    return with(
        plan()
            .claims(
                (claims, now) -> {
                  claims.put("iat", now.minus(FAR.multipliedBy(2)).getEpochSecond());
                  claims.put("exp", now.minus(FAR).getEpochSecond());
                }));
  }

  /**
   * Good in an hour only, {@code nbf}.
   *
   * @return a new draft
   */
  public T notYetValid() {
    return with(
        plan()
            .claims(
                (claims, now) -> {
                  claims.put("nbf", now.plus(FAR).getEpochSecond());
                  claims.put("exp", now.plus(FAR.multipliedBy(2)).getEpochSecond());
                }));
  }

  /**
   * No {@code exp}.
   *
   * @return a new draft
   */
  public T noExpiry() {
    return withoutClaim("exp");
  }
}
