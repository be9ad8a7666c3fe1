// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.mcpauth.devserver.internal.http.Fault;
import org.mcpauth.devserver.internal.http.FaultSwitch;
import org.mcpauth.devserver.internal.http.HangingFault;
import org.mcpauth.devserver.internal.http.RedirectFault;
import org.mcpauth.devserver.internal.http.Response;
import org.mcpauth.devserver.internal.mint.TokenPlan;
import org.mcpauth.devserver.internal.mint.TokenPress;
import org.mcpauth.devserver.internal.oauth.Paths;

/** Breaks endpoints on purpose, for tests of what others do then. */
public final class Faults {

  /** What can be broken. */
  public enum Endpoint {
    /** Both metadata documents. */
    DISCOVERY,
    /** The JWK Set. */
    JWKS,
    /** The authorization endpoint. */
    AUTHORIZATION,
    /** The token endpoint. */
    TOKEN,
    /** Client registration. */
    REGISTRATION,
    /** Token introspection. */
    INTROSPECTION,
    /** Token revocation. */
    REVOCATION,
    /** Validation of JWTs, if it is switched on. */
    JWT_VALIDATION,
    /** Who the user is (OpenID Connect Core 1.0 §5.3). */
    USER_INFO
  }

  private static final int LARGEST_BODY = 64 * 1024 * 1024;

  private final FaultSwitch faultSwitch;
  private final String issuerPath;
  private final TokenPress press;

  Faults(FaultSwitch faultSwitch, String issuerPath, TokenPress press) {
    this.faultSwitch = faultSwitch;
    this.issuerPath = issuerPath;
    this.press = press;
  }

  /**
   * Answers 503 at an endpoint from now on.
   *
   * @param endpoint the endpoint
   */
  public void unavailable(Endpoint endpoint) {
    answer(endpoint, 503, "text/plain", "unavailable");
  }

  /**
   * Answers something else at an endpoint from now on, such as a document that is not valid.
   *
   * @param endpoint the endpoint
   * @param status the status code
   * @param contentType the content type
   * @param body the body
   */
  public void answer(Endpoint endpoint, int status, String contentType, String body) {
    Response response = new Response(status, Map.of("Content-Type", contentType), body);
    set(endpoint, (request, genuine) -> response);
  }

  /**
   * Keeps requests waiting until the endpoint is repaired, a minute at most. Eight can wait at a
   * time; those beyond get 503 at once.
   *
   * @param endpoint the endpoint
   */
  public void hanging(Endpoint endpoint) {
    set(endpoint, new HangingFault());
  }

  /**
   * Answers as always, under another content type.
   *
   * @param endpoint the endpoint
   * @param contentType the content type
   */
  public void contentType(Endpoint endpoint, String contentType) {
    header(endpoint, "Content-Type", contentType);
  }

  /**
   * Answers as always, but with a body that blanks make huge.
   *
   * @param endpoint the endpoint
   * @param bytes how many blanks, at most 64 MiB
   */
  public void oversized(Endpoint endpoint, int bytes) {
    if (bytes < 0 || bytes > LARGEST_BODY) {
      throw new IllegalArgumentException("bytes must be between 0 and " + LARGEST_BODY);
    }
    // In front: what reads until it has seen enough must read all of it.
    String blanks = " ".repeat(bytes);
    set(endpoint, (request, genuine) -> genuine.get().withBody(body -> blanks + body));
  }

  /**
   * Answers as always, with one more header field, or with another value of one.
   *
   * @param endpoint the endpoint
   * @param name its name, such as {@code Cache-Control} or {@code ETag}
   * @param value its value, such as {@code max-age=60}
   */
  public void header(Endpoint endpoint, String name, String value) {
    set(endpoint, (request, genuine) -> genuine.get().with(name, value));
  }

  /**
   * Redirects with 302 to the genuine answer, so that who follows finds nothing wrong.
   *
   * @param endpoint an endpoint that is asked without a query
   */
  public void redirect(Endpoint endpoint) {
    set(endpoint, new RedirectFault());
  }

  /**
   * Redirects with 302.
   *
   * @param endpoint the endpoint
   * @param location where to, such as the same endpoint of another server
   */
  public void redirect(Endpoint endpoint, URI location) {
    Response response = Response.redirect(302, location);
    set(endpoint, (request, genuine) -> response);
  }

  /**
   * Publishes another key, in front of the good ones: unknown, malformed, or symmetric.
   *
   * @param jwk its members, as they are
   */
  public void extraKey(Map<String, Object> jwk) {
    String first = Matcher.quoteReplacement("[" + JSONObjectUtils.toJSONString(jwk) + ",");
    set(
        Endpoint.JWKS,
        (request, genuine) -> genuine.get().withBody(body -> body.replaceFirst("\\[", first)));
  }

  /**
   * Signs answers of introspection (RFC 9701) otherwise from now on.
   *
   * <pre>{@code
   * faults.signedIntrospection(TokenDraft::foreignKey);
   * faults.signedIntrospection(response -> response.audience("https://other.example"));
   * }</pre>
   *
   * @param change changes what is properly signed; what the answer says is in the claim {@code
   *     token_introspection}
   */
  public void signedIntrospection(UnaryOperator<TokenDraft> change) {
    press.introspection().plan(change.apply(new TokenDraft(press, TokenPlan.VALID)).plan());
  }

  /**
   * Repairs an endpoint.
   *
   * @param endpoint the endpoint
   */
  public void repair(Endpoint endpoint) {
    paths(endpoint).forEach(faultSwitch::clear);
    if (endpoint == Endpoint.INTROSPECTION) {
      press.introspection().plan(TokenPlan.VALID);
    }
  }

  /** Repairs all endpoints. */
  public void repairAll() {
    List.of(Endpoint.values()).forEach(this::repair);
  }

  private void set(Endpoint endpoint, Fault fault) {
    paths(endpoint).forEach(path -> faultSwitch.set(path, fault));
  }

  private List<String> paths(Endpoint endpoint) {
    return below(endpoint).stream()
        .flatMap(path -> List.of(issuerPath + path, path + issuerPath).stream())
        // Without a path in the issuer both are the same; a fault must not be set over itself.
        .distinct()
        .toList();
  }

  private static List<String> below(Endpoint endpoint) {
    return switch (endpoint) {
      case DISCOVERY -> List.of(Paths.OAUTH_METADATA, Paths.OPENID_METADATA);
      case JWKS -> List.of(Paths.JWKS);
      case AUTHORIZATION -> List.of(Paths.AUTHORIZATION);
      case TOKEN -> List.of(Paths.TOKEN);
      case REGISTRATION -> List.of(Paths.REGISTRATION);
      case INTROSPECTION -> List.of(Paths.INTROSPECTION);
      case REVOCATION -> List.of(Paths.REVOCATION);
      case JWT_VALIDATION -> List.of(Paths.JWT_VALIDATION);
      case USER_INFO -> List.of(Paths.USER_INFO);
    };
  }
}
