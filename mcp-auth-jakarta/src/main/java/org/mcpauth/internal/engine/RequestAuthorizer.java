// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationException;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InsufficientScopeException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;
import org.mcpauth.event.AccessDenied.Reason;
import org.mcpauth.internal.challenge.BearerChallenge;
import org.mcpauth.internal.metadata.WellKnownLocation;
import org.mcpauth.internal.rpc.BufferedBody;
import org.mcpauth.internal.rpc.MalformedMessageException;
import org.mcpauth.internal.rpc.McpHeaders;
import org.mcpauth.internal.rpc.RpcError;
import org.mcpauth.internal.rpc.RpcMessage;
import org.mcpauth.internal.rpc.RpcMessageReader;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.ResourceSettings;
import org.mcpauth.internal.token.BearerTokenExtractor;
import org.mcpauth.internal.token.Credentials;
import org.mcpauth.internal.token.TokenAuthenticator;

/**
 * Decides about a request to the protected endpoint: credentials, then token, then message, then
 * requirement. An expired token is refused before there is any talk of scopes, and a caller without
 * a token learns nothing but the base challenge.
 */
final class RequestAuthorizer {

  private final ResourceSettings settings;
  private final int messageSize;
  private final OperationRules rules;
  private final TokenAuthenticator authenticator;
  private final DecisionLog log;
  private final RpcMessageReader reader;

  /** What a request asks for, and the body that says so. */
  private record Asked(McpOperation operation, Optional<BufferedBody> body) {}

  RequestAuthorizer(
      McpAuthSettings.Limits limits,
      ResourceSettings settings,
      OperationRules rules,
      TokenAuthenticator authenticator,
      DecisionLog log,
      JsonProvider provider) {
    this.settings = settings;
    this.messageSize = limits.messageSize();
    this.rules = rules;
    this.authenticator = authenticator;
    this.log = log;
    this.reader = new RpcMessageReader(provider, limits.messageDepth());
  }

  Decision decide(HttpRequestView request, WellKnownLocation location) {
    Credentials credentials =
        BearerTokenExtractor.extract(request.headers("Authorization"), request.query());
    if (credentials instanceof Credentials.Bearer bearer) {
      return withToken(request, bearer.token(), location.url());
    }
    if (credentials instanceof Credentials.None) {
      return withoutToken(request, location.url());
    }
    if (credentials instanceof Credentials.MalformedToken malformed) {
      return rejected(malformed.reason(), location.url());
    }
    String reason = ((Credentials.MalformedRequest) credentials).reason();
    log.denied(Reason.INVALID_REQUEST, reason);
    return new Decision.Challenged(BearerChallenge.invalidRequest(reason, location.url()));
  }

  private Decision withToken(HttpRequestView request, String text, URI metadata) {
    AccessToken token;
    try {
      token = authenticator.authenticate(text);
    } catch (InvalidTokenException e) {
      return rejected(String.valueOf(e.getMessage()), metadata);
    } catch (AuthorizationServerUnavailableException e) {
      log.denied(Reason.UNAVAILABLE, String.valueOf(e.getMessage()));
      return new Decision.Unavailable();
    }
    if (token.getClaimNames().contains("cnf")) {
      // RFC 9449 §7.2: what is bound to a key must not be taken from whoever only holds the token.
      return rejected(
          "The access token is bound to a key, which cannot be verified here", metadata);
    }
    log.accepted(token);
    try {
      return withOperation(request, asked(request), token, metadata);
    } catch (MalformedMessageException e) {
      log.denied(Reason.INVALID_REQUEST, e.error().message(), token);
      return new Decision.Malformed(e.status(), e.error());
    }
  }

  private Decision rejected(String reason, URI metadata) {
    log.rejected(reason);
    return new Decision.Challenged(BearerChallenge.invalidToken(reason, baseScopes(), metadata));
  }

  private Scopes baseScopes() {
    return settings.published(settings.scopes());
  }

  private Decision withOperation(
      HttpRequestView request, Asked asked, AccessToken token, URI metadata) {
    Optional<Scopes> missing = rules.missing(asked.operation(), token);
    if (missing.isPresent()) {
      log.lacking(missing.get(), asked.operation(), token);
      return new Decision.Challenged(
          BearerChallenge.insufficientScope(settings.published(missing.get()), metadata));
    }
    return proceed(request, asked, Optional.of(token));
  }

  /** Only where something is open to everybody is the message of an unknown caller read at all. */
  private Decision withoutToken(HttpRequestView request, URI metadata) {
    if (rules.hasAnonymous()) {
      try {
        Asked asked = asked(request);
        if (rules.isAnonymous(asked.operation())) {
          return proceed(request, asked, Optional.empty());
        }
      } catch (MalformedMessageException e) {
        // What is wrong with a message is told to callers who may send one.
      }
    }
    log.denied(Reason.NO_CREDENTIALS, "no access token");
    return new Decision.Challenged(BearerChallenge.credentialsMissing(baseScopes(), metadata));
  }

  private Decision proceed(HttpRequestView request, Asked asked, Optional<AccessToken> token) {
    log.granted(asked.operation(), token);
    Map<String, String> headers = CrossOrigin.headers(request);
    return new Decision.Proceed(token, asked.operation(), asked.body(), headers);
  }

  private Asked asked(HttpRequestView request) throws MalformedMessageException {
    // In any case: some servers dispatch "post" like "POST" (RFC 9110 §9.1 says it is another).
    if (!request.method().equalsIgnoreCase("POST")) {
      return new Asked(McpOperation.method(request.method()), Optional.empty());
    }
    BufferedBody.requireJson(request);
    BufferedBody body = body(request);
    RpcMessage message = reader.read(body);
    McpHeaders.requireSame(message, request);
    return new Asked(message.operation(), Optional.of(body));
  }

  private BufferedBody body(HttpRequestView request) throws MalformedMessageException {
    try {
      return BufferedBody.read(request.body(), request.contentLength(), messageSize);
    } catch (IOException e) {
      throw new MalformedMessageException(
          RpcError.withoutId(RpcError.PARSE_ERROR, "The message could not be read"));
    }
  }

  /** The answer to what the interceptor refused; it has reported that already. */
  Decision.Answered refusal(AuthorizationException refusal, WellKnownLocation location) {
    if (refusal instanceof InsufficientScopeException lacking) {
      return new Decision.Challenged(
          BearerChallenge.insufficientScope(
              settings.published(lacking.required()), location.url()));
    }
    if (refusal instanceof AuthorizationServerUnavailableException) {
      return new Decision.Unavailable();
    }
    return new Decision.Challenged(
        BearerChallenge.credentialsMissing(baseScopes(), location.url()));
  }
}
