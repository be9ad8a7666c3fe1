// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.jose.Jose;
import org.mcpauth.internal.jose.JoseHeader;
import org.mcpauth.internal.settings.IssuerSettings;

/**
 * Reads signed answers (RFC 9701 §5): JWTs of the authorization server for this resource, just
 * made. Thread-safe.
 */
final class SignedAnswers {

  static final String MEDIA_TYPE = "application/token-introspection+jwt";

  private static final Set<String> TYPES = Set.of("token-introspection+jwt", MEDIA_TYPE);

  /** An answer is for now; an older one is a replay. */
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final IssuerSettings settings;
  private final Set<String> audiences;
  private final ResponseKeys keys;
  private final Clock clock;

  /**
   * Reads the answers of one issuer.
   *
   * @param settings the issuer, its algorithms, and who this resource is to it
   * @param resources the resource identifiers; answers for the client id are for it too
   * @param keys the issuer's keys
   * @param clock tells the time
   */
  SignedAnswers(
      IssuerSettings settings, Collection<String> resources, ResponseKeys keys, Clock clock) {
    this.settings = settings;
    this.keys = keys;
    this.clock = clock;
    Set<String> all = new LinkedHashSet<>(resources);
    if (!settings.client().id().isEmpty()) {
      all.add(settings.client().id());
    }
    this.audiences = Set.copyOf(all);
  }

  /** Why an answer is not believed; holds nothing of it. */
  static final class NotBelievedException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    NotBelievedException(String reason) {
      super(reason);
    }
  }

  /**
   * Verifies an answer.
   *
   * @param body the answer
   * @return the members of {@code token_introspection} that are not null
   * @throws NotBelievedException if it is not a signed answer of this issuer for this resource
   */
  Map<String, Object> read(String body) throws NotBelievedException {
    Jose.UnverifiedJwt jwt = parse(body.strip());
    JoseHeader header = jwt.header();
    String type = header.type().orElse("").toLowerCase(Locale.ROOT);
    require(TYPES.contains(type), "is a JWT of another type than token-introspection+jwt");
    require(isAccepted(header), "is signed with an algorithm that is not accepted");
    require(!header.critical(), "has a critical extension that is not understood");
    require(keys.haveSigned(jwt), "has a signature that is not valid");
    checkClaims(jwt.claims());
    if (!(jwt.claims().get("token_introspection") instanceof Map<?, ?> answer)) {
      throw new NotBelievedException("has no token_introspection");
    }
    return JsonMembers.of(answer);
  }

  private static Jose.UnverifiedJwt parse(String body) throws NotBelievedException {
    try {
      return Jose.parse(body);
    } catch (InvalidTokenException e) {
      throw new NotBelievedException("is not a signed JWT");
    }
  }

  /** Asymmetric only: whoever shares a secret with this resource could have made the others. */
  private boolean isAccepted(JoseHeader header) {
    return settings.jwt().algorithms().contains(header.algorithm())
        && !Set.of("", "oct").contains(header.keyType());
  }

  private void checkClaims(Map<String, Object> claims) throws NotBelievedException {
    require(settings.issuer().equals(claims.get("iss")), "names another issuer, or none");
    Object aud = claims.get("aud");
    Collection<?> named = aud instanceof List<?> list ? list : List.of(String.valueOf(aud));
    require(named.stream().anyMatch(audiences::contains), "is not for this resource");
    require(
        claims.get("iat") instanceof Number iat && isRecent(iat.longValue()),
        "was not made just now");
  }

  private boolean isRecent(long issuedAt) {
    long now = clock.instant().getEpochSecond();
    return issuedAt <= now + settings.jwt().clockSkew().toSeconds()
        && issuedAt >= now - MAX_AGE.toSeconds();
  }

  private static void require(boolean condition, String otherwise) throws NotBelievedException {
    if (!condition) {
      throw new NotBelievedException(otherwise);
    }
  }
}
