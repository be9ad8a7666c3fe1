// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.ExchangedToken;
import org.mcpauth.TokenExchange.Target;
import org.mcpauth.TokenExchangeException;
import org.mcpauth.TokenExchangeException.Reason;
import org.mcpauth.internal.http.FetchRequest;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.introspection.Backchannel;
import org.mcpauth.internal.introspection.ClientAuthenticator;
import org.mcpauth.internal.introspection.Endpoint;
import org.mcpauth.internal.introspection.SharedAnswers;
import org.mcpauth.internal.introspection.TokenRequests;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.IssuerSettings.ClientAuthentication;

/** The token endpoint of one authorization server, for the exchange of tokens. Thread-safe. */
public final class ExchangeEndpoint {

  private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";

  /** RFC 6749 §5.2; some answer 403 where the caller may not have the token. */
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

  /** What is not in here is not repeated, since it may be anything. */
  private static final Map<String, Reason> REASONS =
      Map.of(
          "invalid_request", Reason.INVALID_REQUEST,
          "invalid_target", Reason.INVALID_TARGET,
          "invalid_scope", Reason.INVALID_SCOPE,
          "invalid_grant", Reason.INVALID_GRANT,
          "invalid_client", Reason.INVALID_CLIENT,
          "unauthorized_client", Reason.UNAUTHORIZED_CLIENT,
          "unsupported_grant_type", Reason.UNSUPPORTED_GRANT_TYPE);

  private final IssuerSettings settings;
  private final Endpoint endpoint;
  private final ClientAuthenticator client;
  private final ExchangeResponse response;
  private final SharedAnswers<ExchangedToken> shared;

  /**
   * Makes an endpoint.
   *
   * @param settings the authorization server
   * @param discovered where its metadata says that the endpoint is; asked for each request unless
   *     one is configured; may throw what discovery throws
   * @param maxTtl for how long tokens may be used at most
   * @param backchannel what it takes to ask
   */
  public ExchangeEndpoint(
      IssuerSettings settings,
      Supplier<Optional<URI>> discovered,
      Duration maxTtl,
      Backchannel backchannel) {
    this.settings = settings;
    this.endpoint =
        Endpoint.forExchange(settings.issuer(), () -> location(discovered), backchannel);
    this.client = backchannel.client();
    this.response = new ExchangeResponse(maxTtl, backchannel.clock());
    this.shared = new SharedAnswers<>(backchannel.limits());
  }

  private URI location(Supplier<Optional<URI>> discovered) {
    return settings
        .exchange()
        .endpoint()
        .or(discovered)
        .orElseThrow(
            () ->
                new ConfigurationException(Message.TOKEN_ENDPOINT_MISSING.with(settings.issuer())));
  }

  /** Lets threads that ask for the same share one answer, and holds only so many of them. */
  SharedAnswers<ExchangedToken> shared() {
    return shared;
  }

  /**
   * Asks for a token.
   *
   * @throws TokenExchangeException if it is refused, or cannot be used
   * @throws AuthorizationServerUnavailableException if there is no usable answer
   */
  ExchangedToken exchange(Subject subject, Target target) {
    FetchedDocument answer = endpoint.send(location -> request(location, subject, target));
    if (REFUSALS.contains(answer.status())) {
      throw refused(endpoint.object(answer).get("error"));
    }
    if (answer.status() != 200) {
      throw endpoint.unavailable("answers with status " + answer.status());
    }
    try {
      return response.read(endpoint.object(answer), subject, target);
    } catch (ExchangeResponse.UnusableException e) {
      throw failed(
          Reason.UNUSABLE_TOKEN, Message.EXCHANGE_UNUSABLE, String.valueOf(e.getMessage()));
    }
  }

  /** RFC 8693 §2.1. */
  private FetchRequest request(URI location, Subject subject, Target target) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", GRANT_TYPE);
    parameters.put("subject_token", subject.presented().value());
    parameters.put("subject_token_type", ExchangeResponse.ACCESS_TOKEN);
    parameters.put("requested_token_type", ExchangeResponse.ACCESS_TOKEN);
    target.resource().ifPresent(resource -> parameters.put("resource", resource.toString()));
    target.audience().ifPresent(audience -> parameters.put("audience", audience));
    if (!target.scopes().isEmpty()) {
      parameters.put("scope", target.scopes().toString());
    }
    Optional.ofNullable(settings.exchange().actorToken())
        .ifPresent(
            actor -> {
              parameters.put("actor_token", actor.value());
              parameters.put("actor_token_type", settings.exchange().actorTokenType());
            });
    if (settings.client().authentication() == ClientAuthentication.NONE
        && !settings.client().id().isEmpty()) {
      // A public client says at least who it is (RFC 6749 §3.2.1).
      parameters.put("client_id", settings.client().id());
    }
    return TokenRequests.form(location, "application/json", parameters, client.credentials());
  }

  private TokenExchangeException refused(@Nullable Object error) {
    Reason reason = REASONS.getOrDefault(String.valueOf(error), Reason.REFUSED);
    String told = reason == Reason.REFUSED ? "another error" : String.valueOf(error);
    return failed(reason, Message.EXCHANGE_REFUSED, told);
  }

  private TokenExchangeException failed(Reason reason, Message message, String told) {
    endpoint.warn(message, settings.issuer(), told);
    return new TokenExchangeException(reason, message.with(settings.issuer(), told));
  }
}
