// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.http.FetchRequest;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.spi.TokenVerifier;
import org.mcpauth.spi.VerifiedClaims;

/**
 * Verifies tokens by asking the introspection endpoint of one authorization server (RFC 7662), if
 * so configured with signed answers (RFC 9701). Only {@code "active": false} means that a token is
 * not active; every other fault is an outage. Claims are checked elsewhere. Thread-safe.
 */
public final class IntrospectionVerifier implements TokenVerifier {

  private final Endpoint endpoint;
  private final ClientAuthenticator client;
  private final ActiveToken activeToken;
  private final Optional<SignedAnswers> signed;
  private final Inquiry inquiry;

  /**
   * Makes a verifier.
   *
   * @param settings the authorization server
   * @param location where its endpoint is, asked for each request; may throw what discovery throws
   * @param foreign knows tokens that must not be sent to this server, {@link ForeignTokens}
   * @param answers what signed answers are verified with; not used unless they are required
   * @param backchannel what it takes to ask
   */
  public IntrospectionVerifier(
      IssuerSettings settings,
      Supplier<URI> location,
      Predicate<String> foreign,
      SignedBy answers,
      Backchannel backchannel) {
    this.endpoint = new Endpoint(settings.issuer(), location, backchannel);
    this.client = backchannel.client();
    this.activeToken = new ActiveToken(settings, backchannel.clock());
    this.signed =
        settings.introspection().signed()
            ? Optional.of(
                new SignedAnswers(
                    settings, answers.resources(), answers.keys(), backchannel.clock()))
            : Optional.empty();
    this.inquiry = new Inquiry(settings, foreign, backchannel, this::ask);
  }

  /**
   * What signed answers have to show.
   *
   * @param keys the keys of the authorization server
   * @param resources the identifiers of this resource, for which the answers may be besides its
   *     client id
   */
  public record SignedBy(ResponseKeys keys, Set<String> resources) {

    /** Copies the set. */
    public SignedBy {
      resources = Set.copyOf(resources);
    }
  }

  /**
   * Introspects a token.
   *
   * @param token the text of the token
   * @return its claims, to be relied on for {@code mcp.auth.introspection.ttl}; empty if it is not
   *     active, or is another issuer's
   * @throws InvalidTokenException if it is not an access token, or one of another issuer
   * @throws AuthorizationServerUnavailableException if the endpoint gives no usable answer
   */
  @Override
  public Optional<VerifiedClaims> verify(String token) {
    return inquiry.about(token);
  }

  /** How many threads wait for another thread's answer. */
  int waiting() {
    return inquiry.waiting();
  }

  private Optional<VerifiedClaims> ask(String token) {
    FetchedDocument answer = endpoint.send(location -> request(location, token));
    int status = answer.status();
    if (status == 401 || status == 403) {
      throw endpoint.refused(status);
    }
    if (status != 200) {
      throw endpoint.unavailable("answers with status " + status);
    }
    return read(members(answer));
  }

  private FetchRequest request(URI location, String token) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("token", token);
    parameters.put("token_type_hint", "access_token");
    String accept = signed.isPresent() ? SignedAnswers.MEDIA_TYPE : "application/json";
    return TokenRequests.form(location, accept, parameters, client.credentials());
  }

  private Map<String, Object> members(FetchedDocument answer) {
    if (signed.isEmpty()) {
      return endpoint.object(answer);
    }
    try {
      return signed.get().read(answer.body());
    } catch (SignedAnswers.NotBelievedException e) {
      throw endpoint.unavailable("gives an answer that " + e.getMessage());
    }
  }

  private Optional<VerifiedClaims> read(Map<String, Object> members) {
    if (!(members.remove("active") instanceof Boolean active)) {
      throw endpoint.unavailable("does not say whether the token is active");
    }
    if (!active) {
      return Optional.empty();
    }
    TokenKind.requireAccessToken(members);
    return Optional.of(activeToken.claims(members));
  }
}
