// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.http.FetchRequest;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.jose.ForeignClaims;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ClaimPath;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.IssuerSettings.TokenIn;
import org.mcpauth.spi.TokenVerifier;
import org.mcpauth.spi.VerifiedClaims;

/**
 * Verifies tokens by asking an endpoint of a vendor's own: it answers with status 200 and the
 * claims of a valid token, and with an error status otherwise. Claims are checked elsewhere.
 * Thread-safe.
 */
public final class ValidationEndpointVerifier implements TokenVerifier {

  private static final Set<Integer> NOT_VALID = Set.of(400, 401, 404);

  /** RFC 6750 §2.1. Anything else could not be sent in a header as it is. */
  private static final Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final IssuerSettings.ValidationEndpoint settings;
  private final Endpoint endpoint;
  private final ClientAuthenticator client;
  private final VendorDates dates;
  private final ActiveToken activeToken;
  private final Inquiry inquiry;

  /**
   * Makes a verifier.
   *
   * @param settings the authorization server, its endpoint, and for how long answers count ({@code
   *     mcp.auth.introspection.ttl} and {@code negative-ttl})
   * @param foreign knows tokens that must not be sent to this server, {@link ForeignTokens}
   * @param backchannel what it takes to ask
   * @throws ConfigurationException if no endpoint is configured
   */
  public ValidationEndpointVerifier(
      IssuerSettings settings, Predicate<String> foreign, Backchannel backchannel) {
    this.settings = settings.validationEndpoint();
    URI location =
        this.settings
            .uri()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        Message.VALIDATION_ENDPOINT_MISSING.with(settings.issuer())));
    this.endpoint = new Endpoint(settings.issuer(), () -> location, backchannel);
    this.client = backchannel.client();
    this.dates = new VendorDates(backchannel.clock());
    this.activeToken = new ActiveToken(settings, backchannel.clock());
    this.inquiry = new Inquiry(settings, foreign, backchannel, this::ask);
  }

  /**
   * Asks about a token.
   *
   * @param token the text of the token
   * @return its claims, to be relied on for {@code mcp.auth.introspection.ttl}; empty if the
   *     endpoint does not know it as valid, or it is another issuer's
   * @throws InvalidTokenException if it is a token of another issuer, or not an access token
   * @throws AuthorizationServerUnavailableException if the endpoint gives no usable answer
   */
  @Override
  public Optional<VerifiedClaims> verify(String token) {
    return inquiry.about(token);
  }

  private Optional<VerifiedClaims> ask(String token) {
    if (settings.tokenIn() == TokenIn.HEADER && !B64TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    FetchedDocument answer = endpoint.send(location -> request(location, token));
    int status = answer.status();
    if (status == 200) {
      Map<String, Object> claims = claims(endpoint.object(answer));
      requireAccessToken(claims);
      return Optional.of(activeToken.claims(dates.normalized(claims)));
    }
    if (!meansNotValid(status)) {
      throw endpoint.unavailable("answers with status " + status);
    }
    if (status == 401 && authenticatesItself()) {
      endpoint.warnOfCredentials();
    }
    return Optional.empty();
  }

  private static void requireAccessToken(Map<String, Object> claims) {
    TokenKind.requireAccessToken(claims);
    if (ForeignClaims.ofIdToken(claims)) {
      throw new InvalidTokenException("The token is not an access token");
    }
  }

  private FetchRequest request(URI location, String token) {
    String accept = "application/json";
    Map<String, String> parameters = Map.of(settings.tokenParameter(), token);
    return switch (settings.tokenIn()) {
      // The token takes the place where credentials of this resource would be.
      case HEADER -> TokenRequests.bearer(location, accept, token);
      case FORM -> TokenRequests.form(location, accept, parameters, client.credentials());
      case JSON -> TokenRequests.json(location, accept, parameters, client.credentials());
    };
  }

  /**
   * With a JSON body, 403 is what vendors say to this resource: a rate limit, or a missing right.
   */
  private boolean meansNotValid(int status) {
    return NOT_VALID.contains(status) || (status == 403 && settings.tokenIn() != TokenIn.JSON);
  }

  private boolean authenticatesItself() {
    return settings.tokenIn() != TokenIn.HEADER && client.isAuthenticated();
  }

  private Map<String, Object> claims(Map<String, Object> answer) {
    Optional<ClaimPath> path = settings.claims();
    if (path.isEmpty()) {
      return answer;
    }
    if (!(path.get().in(answer).orElse("") instanceof Map<?, ?> found)) {
      throw endpoint.unavailable("answers without claims where they are configured to be");
    }
    return JsonMembers.of(found);
  }
}
