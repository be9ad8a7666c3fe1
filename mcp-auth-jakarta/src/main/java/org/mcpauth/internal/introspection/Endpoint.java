// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.http.FetchRequest;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.http.HttpFetcher;
import org.mcpauth.internal.issuer.IssuerMetadata;
import org.mcpauth.internal.jose.ClaimsReader;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.settings.ConfigurationException;

/**
 * An endpoint that is asked about tokens or their users, or for another token. Whatever goes wrong
 * on the way there says nothing about the token: it is an outage, is logged, though not for every
 * token, and becomes a 503. Nothing of an answer is logged. Thread-safe.
 */
public final class Endpoint {

  private static final Duration SILENCE = Duration.ofMinutes(1);

  /** What an endpoint is asked about, or for. */
  private enum Purpose {
    TOKENS("the endpoint of %s that knows about tokens", Message.ENDPOINT_UNUSABLE),
    USERS("the endpoint of %s that knows about users", Message.USERINFO_UNUSABLE),
    EXCHANGE("the token endpoint of %s", Message.TOKEN_ENDPOINT_UNUSABLE);

    private final String name;
    private final Message unusable;

    Purpose(String name, Message unusable) {
      this.name = name;
      this.unusable = unusable;
    }
  }

  private final String issuer;
  private final Purpose purpose;
  private final Supplier<URI> location;
  private final HttpFetcher fetcher;
  private final Clock clock;
  private Instant lastWarning = Instant.MIN;

  /** An endpoint that knows about tokens. */
  Endpoint(String issuer, Supplier<URI> location, Backchannel backchannel) {
    this(issuer, Purpose.TOKENS, location, backchannel.fetcher(), backchannel.clock());
  }

  private Endpoint(
      String issuer, Purpose purpose, Supplier<URI> location, HttpFetcher fetcher, Clock clock) {
    this.issuer = issuer;
    this.purpose = purpose;
    this.location = location;
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /** The endpoint that the metadata of an issuer name for questions about users. */
  static Endpoint ofUsers(
      String issuer, IssuerMetadata metadata, HttpFetcher fetcher, Clock clock) {
    return new Endpoint(
        issuer,
        Purpose.USERS,
        () ->
            metadata
                .get()
                .userinfoEndpoint()
                .orElseThrow(
                    () ->
                        new ConfigurationException(Message.USERINFO_ENDPOINT_MISSING.with(issuer))),
        fetcher,
        clock);
  }

  /**
   * The endpoint that issues tokens in exchange for others (RFC 8693).
   *
   * @param issuer the issuer identifier of its authorization server
   * @param location where it is, asked for each request; may throw what discovery throws
   * @param backchannel what it takes to ask
   * @return the endpoint
   */
  public static Endpoint forExchange(
      String issuer, Supplier<URI> location, Backchannel backchannel) {
    return new Endpoint(
        issuer, Purpose.EXCHANGE, location, backchannel.fetcher(), backchannel.clock());
  }

  /**
   * Asks, with a request for the place where the endpoint is at the moment.
   *
   * @param request makes the request
   * @return the answer, whatever its status
   * @throws AuthorizationServerUnavailableException if there is none
   */
  public FetchedDocument send(Function<URI, FetchRequest> request) {
    try {
      return fetcher.send(request.apply(location.get()));
    } catch (IOException | ConfigurationException e) {
      // Metadata that is wrong now may be right later: the endpoint is looked for each time.
      throw unavailable("does not answer: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      // What is no HTTP may be a configured secret, which the message would quote.
      throw unavailable("cannot be asked: the request would not be valid HTTP");
    }
  }

  /**
   * Reads a JSON object.
   *
   * @param answer an answer of this endpoint
   * @return its members, without those that are null; may be changed
   * @throws AuthorizationServerUnavailableException if the answer is something else
   */
  public Map<String, Object> object(FetchedDocument answer) {
    try {
      return JsonMembers.of(ClaimsReader.read(answer.body().getBytes(StandardCharsets.UTF_8)));
    } catch (CharacterCodingException | RuntimeException e) {
      // The parser's message may quote the answer.
      throw unavailable("answers with something that is not one JSON object");
    }
  }

  /**
   * Makes an outage known.
   *
   * @param fault what the endpoint does, without anything that it says
   * @return the exception to throw
   */
  public AuthorizationServerUnavailableException unavailable(String fault) {
    warn(purpose.unusable, issuer, fault);
    return new AuthorizationServerUnavailableException(
        purpose.name.formatted(issuer) + " " + fault);
  }

  /** Makes known that this resource itself was refused. */
  AuthorizationServerUnavailableException refused(int status) {
    warn(Message.CLIENT_REFUSED, issuer, status);
    return new AuthorizationServerUnavailableException(
        issuer + " refuses this resource with status " + status);
  }

  /** Makes known that this resource itself may have been refused, and not the token. */
  void warnOfCredentials() {
    warn(Message.CLIENT_MAYBE_REFUSED, issuer);
  }

  /**
   * Warns, unless it just did: whoever sends tokens must not be able to fill the log.
   *
   * @param message which message
   * @param arguments what its placeholders stand for; nothing that the endpoint says
   */
  public void warn(Message message, Object... arguments) {
    if (mayWarn()) {
      Messages.warn(message, arguments);
    }
  }

  private synchronized boolean mayWarn() {
    Instant now = clock.instant();
    boolean may = lastWarning.isBefore(now.minus(SILENCE));
    lastWarning = may ? now : lastWarning;
    return may;
  }
}
