// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.Serial;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tokens are believed. */
public class TokenRules {

  private static final long SKEW_SECONDS = 60;

  protected final URI endpoint;
  protected final URI issuer;
  protected final Clock clock = Clock.systemUTC();
  private volatile @Nullable JWKSet keys;

  public TokenRules(URI endpoint, URI issuer) {
    this.endpoint = endpoint;
    this.issuer = issuer;
  }

  /** A token is not to be believed. */
  public static final class InvalidTokenException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public InvalidTokenException(String message) {
      super(message);
    }
  }

  /** Who the token is about. */
  public Caller verify(String token, Request request) throws InvalidTokenException {
    JWSObject jws;
    try {
      jws = JWSObject.parse(token);
    } catch (ParseException | RuntimeException e) {
      return unparsable(token, request); // the library does not expect everything
    }
    require(isSigned(jws), "signature");
    require(isAccessToken(jws.getHeader()), "typ");
    return believed(Optional.ofNullable(jws.getPayload().toJSONObject()).orElse(Map.of()), request);
  }

  /** Something that is no JWS: never believed. */
  public Caller unparsable(String token, Request request) throws InvalidTokenException {
    throw new InvalidTokenException("not a JWS");
  }

  /** What the claims of a token say that was signed. */
  public Caller believed(Map<String, Object> claims, Request request) throws InvalidTokenException {
    require(isFromIssuer(claims), "iss");
    require(isForUs(claims, request), "aud");
    require(isTimely(claims), "time");
    return new Caller(
        subject(claims, request),
        scopes(claims),
        key(claims),
        confirmation(claims, "x5t#S256"),
        claims);
  }

  public boolean isSigned(JWSObject jws) throws InvalidTokenException {
    if (!isAllowed(jws.getHeader())) {
      return false;
    }
    try {
      JWK key = key(jws.getHeader());
      return key != null
          && jws.verify(new RSASSAVerifier(key.toRSAKey().toRSAPublicKey(), critical()));
    } catch (JOSEException e) {
      return false;
    }
  }

  public boolean isAllowed(JWSHeader header) {
    return header.getAlgorithm().equals(JWSAlgorithm.RS256);
  }

  /** The critical headers that are understood: none. */
  public Set<String> critical() {
    return Set.of();
  }

  /** The issuer's key; what the header brings along is not looked at. */
  public @Nullable JWK key(JWSHeader header) {
    String id = header.getKeyID();
    if (id == null) {
      return null;
    }
    JWKSet known = keys;
    JWK found = known == null ? null : known.getKeyByKeyId(id);
    return found == null ? fetched(id) : found;
  }

  public @Nullable JWK fetched(String id) {
    try {
      JWKSet fetched = JWKSet.load(jwks().toURL());
      keys = fetched;
      return fetched.getKeyByKeyId(id);
    } catch (IOException | ParseException e) {
      return null;
    }
  }

  /** Where the development server publishes its keys. */
  protected URI jwks() {
    return URI.create(issuer + "/jwks");
  }

  public boolean isAccessToken(JWSHeader header) {
    JOSEObjectType type = header.getType();
    return type != null
        && (type.getType().equalsIgnoreCase("at+jwt")
            || type.getType().equalsIgnoreCase("application/at+jwt"));
  }

  public boolean isFromIssuer(Map<String, Object> claims) {
    return issuer.toString().equals(claims.get("iss"));
  }

  public boolean isForUs(Map<String, Object> claims, Request request) {
    return isFor(claims.get("aud"), request);
  }

  public boolean isFor(@Nullable Object audience, Request request) {
    List<?> audiences =
        audience instanceof List<?> list ? list : audience == null ? List.of() : List.of(audience);
    return audiences.stream().anyMatch(value -> isOwn(value, request));
  }

  public boolean isOwn(Object audience, Request request) {
    return endpoint.toString().equals(audience);
  }

  public boolean isTimely(Map<String, Object> claims) {
    return !isExpired(claims.get("exp")) && !isTooEarly(claims.get("nbf"));
  }

  public boolean isExpired(@Nullable Object exp) {
    return !(exp instanceof Number seconds) || now() >= seconds.longValue() + SKEW_SECONDS;
  }

  public boolean isTooEarly(@Nullable Object nbf) {
    return nbf instanceof Number seconds && now() < seconds.longValue() - SKEW_SECONDS;
  }

  protected final long now() {
    return Instant.now(clock).getEpochSecond();
  }

  public String subject(Map<String, Object> claims, Request request) {
    return String.valueOf(claims.get("sub"));
  }

  public Set<String> scopes(Map<String, Object> claims) {
    return claims.get("scope") instanceof String text
        ? Set.copyOf(List.of(text.split(" ")))
        : Set.of();
  }

  /** What the token is bound to (RFC 9449 §6.1). */
  public Optional<String> key(Map<String, Object> claims) {
    return confirmation(claims, "jkt");
  }

  private static Optional<String> confirmation(Map<String, Object> claims, String method) {
    return claims.get("cnf") instanceof Map<?, ?> confirmation
            && confirmation.get(method) instanceof String thumbprint
        ? Optional.of(thumbprint).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private static void require(boolean condition, String what) throws InvalidTokenException {
    if (!condition) {
      throw new InvalidTokenException(what);
    }
  }
}
