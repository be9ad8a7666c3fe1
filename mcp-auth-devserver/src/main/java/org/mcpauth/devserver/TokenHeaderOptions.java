// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mcpauth.devserver.internal.mint.Signing;

/** What the header of a minted token says, what it pretends to be, and how large it is. */
abstract class TokenHeaderOptions<T extends TokenHeaderOptions<T>> extends TokenBindingOptions<T> {

  /**
   * Sets any header parameter, {@code alg} included; the signature does not follow.
   *
   * @param name its name
   * @param value a string, number, boolean, list or map
   * @return a new draft
   */
  public T header(String name, Object value) {
    return with(plan().header((header, foreign) -> header.put(name, value)));
  }

  /**
   * Leaves a header parameter out.
   *
   * @param name its name
   * @return a new draft
   */
  public T withoutHeader(String name) {
    return with(plan().header((header, foreign) -> header.remove(name)));
  }

  /**
   * Another {@code typ} than {@code at+jwt}.
   *
   * @param type a media type, such as {@code JWT}
   * @return a new draft
   */
  public T type(String type) {
    return header("typ", type);
  }

  /**
   * No {@code typ}.
   *
   * @return a new draft
   */
  public T noType() {
    return withoutHeader("typ");
  }

  /**
   * An ID token (OpenID Connect Core 1.0 §2) with the audience as it was set: no access token.
   *
   * @return a new draft
   */
  public T idToken() {
    return type("JWT")
        .claim("nonce", UUID.randomUUID().toString())
        .withoutClaim("client_id")
        .withoutClaim("scope");
  }

  /**
   * A logout token (OpenID Connect Back-Channel Logout 1.0 §2.4): no access token.
   *
   * @return a new draft
   */
  public T logoutToken() {
    return type("logout+jwt")
        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
  }

  /**
   * An Identity Assertion JWT Authorization Grant: meant for authorization servers only.
   *
   * @return a new draft
   */
  public T identityAssertionGrant() {
    return type("oauth-id-jag+jwt");
  }

  /**
   * A DPoP proof (RFC 9449 §4.2): no access token.
   *
   * @return a new draft
   */
  public T dpopProof() {
    return type("dpop+jwt").claim("htm", "POST").claim("htu", "http://localhost:8080/mcp");
  }

  /**
   * A {@code kid} that was never published, although the server's key signs.
   *
   * @return a new draft
   */
  public T unknownKeyId() {
    return header("kid", "unknown-" + UUID.randomUUID());
  }

  /**
   * No {@code kid}, although the server's key signs.
   *
   * @return a new draft
   */
  public T noKeyId() {
    return withoutHeader("kid");
  }

  /**
   * Signed by a foreign key that the token brings along in {@code jwk} (RFC 7515 §4.1.3).
   *
   * @return a new draft
   */
  public T embeddedJwk() {
    return with(
        plan()
            .signedBy(Signing.FOREIGN_KEY)
            .header(
                (header, foreign) -> {
                  header.put("jwk", foreign.jwk().toPublicJWK().toJSONObject());
                  header.put("kid", foreign.keyId());
                }));
  }

  /**
   * Signed by a foreign key that {@code jku} points to (RFC 7515 §4.1.2).
   *
   * @param jwkSet where {@link TokenMinter#foreignJwks()} may be served
   * @return a new draft
   */
  public T foreignJku(URI jwkSet) {
    return foreignKeyAt("jku", jwkSet);
  }

  /**
   * Signed by a foreign key whose certificate {@code x5u} points to (RFC 7515 §4.1.5).
   *
   * @param certificate where it would be
   * @return a new draft
   */
  public T foreignX5u(URI certificate) {
    return foreignKeyAt("x5u", certificate);
  }

  /**
   * A critical extension that nobody knows (RFC 7515 §4.1.11), properly signed.
   *
   * @return a new draft
   */
  public T unknownCritical() {
    return header("crit", List.of("https://other.example/extension"))
        .header("https://other.example/extension", true);
  }

  /**
   * Says that the payload is not encoded (RFC 7797 §3), which JWTs must not; properly signed.
   *
   * @return a new draft
   */
  public T unencodedPayload() {
    return header("b64", false).header("crit", List.of("b64"));
  }

  /**
   * Makes the token large by a claim.
   *
   * @param bytes how many bytes the token has at least
   * @return a new draft
   */
  public T oversized(int bytes) {
    return claim("padding", "x".repeat(bytes));
  }

  private T foreignKeyAt(String parameter, URI address) {
    return with(
        plan()
            .signedBy(Signing.FOREIGN_KEY)
            .header(
                (header, foreign) -> {
                  header.put(parameter, address.toString());
                  header.put("kid", foreign.keyId());
                }));
  }
}
