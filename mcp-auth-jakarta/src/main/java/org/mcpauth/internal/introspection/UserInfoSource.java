// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.UserInfo;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.http.HttpFetcher;
import org.mcpauth.internal.issuer.Issuers;
import org.mcpauth.internal.jose.TokenDigest;
import org.mcpauth.internal.jose.TokenMemory;
import org.mcpauth.internal.settings.Secret;

/**
 * Asks the issuer of an access token about the user (OpenID Connect Core §5.3), once for all
 * threads that want to know the same, and remembers a bounded number of answers for a bounded time.
 * Thread-safe.
 */
public final class UserInfoSource {

  /** How many answers are remembered. */
  static final int MAX_SIZE = 10_000;

  private static final String JSON = "application/json";

  /**
   * How long answers count, and what asking may take.
   *
   * @param ttl {@code mcp.auth.userinfo.cache-ttl}
   * @param atOnce how much may be asked at once, of each issuer
   */
  public record Limits(Duration ttl, Backchannel.Limits atOnce) {}

  /** One issuer's endpoint. A slow one does not hold up those who ask another. */
  private record Asked(Endpoint endpoint, SharedAnswers<UserInfo> answers) {}

  private final Issuers issuers;
  private final Set<String> configured;
  private final HttpFetcher fetcher;
  private final Limits limits;
  private final Clock clock;
  private final TokenMemory<UserInfo> memory;

  /** One entry for each configured issuer at most. */
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();

  /**
   * Makes a source that has asked nobody yet.
   *
   * @param issuers know where the endpoints are
   * @param configured the issuer identifiers that are configured
   * @param fetcher sends requests
   * @param limits how long answers count
   * @param clock tells the time
   */
  public UserInfoSource(
      Issuers issuers, Set<String> configured, HttpFetcher fetcher, Limits limits, Clock clock) {
    this.issuers = issuers;
    this.configured = Set.copyOf(configured);
    this.fetcher = fetcher;
    this.limits = limits;
    this.clock = clock;
    this.memory = new TokenMemory<>(MAX_SIZE, clock);
  }

  /**
   * Asks about the user of a token.
   *
   * @param token the verified token
   * @param presented its text, which goes to its own issuer and nowhere else
   * @return what the issuer says
   * @throws InvalidTokenException if the token has expired meanwhile or names no subject
   * @throws AuthorizationServerUnavailableException if there is no answer that can be relied on
   */
  public UserInfo of(AccessToken token, Secret presented) {
    String subject =
        token
            .claim("sub", String.class)
            .orElseThrow(() -> new InvalidTokenException("The access token names no subject"));
    if (!clock.instant().isBefore(token.expiresAt())) {
      throw new InvalidTokenException("The access token has expired");
    }
    TokenDigest digest = TokenDigest.of(presented.value());
    return memory.find(digest).orElseGet(() -> shared(token, presented, subject, digest));
  }

  private UserInfo shared(AccessToken token, Secret presented, String subject, TokenDigest digest) {
    Asked issuer = asked(token);
    return issuer
        .answers()
        .ask(
            digest,
            () -> {
              // Another thread may have finished between the look into the memory and the turn.
              Optional<UserInfo> known = memory.find(digest);
              if (known.isPresent()) {
                return known.get();
              }
              UserInfo user = ask(issuer.endpoint(), presented, subject);
              memory.put(digest, user, until(token));
              return user;
            });
  }

  private Asked asked(AccessToken token) {
    String issuer = token.issuer();
    if (!configured.contains(issuer)) {
      throw new AuthorizationServerUnavailableException(
          "the issuer of the access token is not configured");
    }
    Asked made = asked.computeIfAbsent(issuer, this::asked);
    if (token.claim("cnf", Object.class).isPresent()) {
      // RFC 9449 and RFC 8705: without the client's key it is good for nothing, also there.
      throw made.endpoint().unavailable("cannot be asked with a token that is bound to a key");
    }
    return made;
  }

  private Asked asked(String issuer) {
    Endpoint endpoint = Endpoint.ofUsers(issuer, issuers.metadata(issuer), fetcher, clock);
    return new Asked(endpoint, new SharedAnswers<>(limits.atOnce()));
  }

  private static UserInfo ask(Endpoint endpoint, Secret presented, String subject) {
    FetchedDocument answer =
        endpoint.send(location -> TokenRequests.bearer(location, JSON, presented.value()));
    if (answer.status() != 200) {
      throw endpoint.unavailable("answers with status " + answer.status());
    }
    String type = answer.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.split(";", -1)[0].trim().equals(JSON)) {
      throw endpoint.unavailable("does not answer with plain JSON, " + JSON);
    }
    Map<String, Object> claims = endpoint.object(answer);
    // §5.3.2: or the answer would be about whomever the endpoint took the token for.
    if (!subject.equals(claims.get("sub"))) {
      throw endpoint.unavailable("answers about another subject than that of the token");
    }
    return new UserClaims(subject, claims);
  }

  private Instant until(AccessToken token) {
    Instant until = clock.instant().plus(limits.ttl());
    return until.isBefore(token.expiresAt()) ? until : token.expiresAt();
  }
}
