// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.util.List;
import java.util.Map;
import org.mcpauth.devserver.internal.http.FaultSwitch;
import org.mcpauth.devserver.internal.http.Response;
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
    REVOCATION
  }

  private final FaultSwitch faultSwitch;
  private final String issuerPath;

  Faults(FaultSwitch faultSwitch, String issuerPath) {
    this.faultSwitch = faultSwitch;
    this.issuerPath = issuerPath;
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
    paths(endpoint).forEach(path -> faultSwitch.set(path, response));
  }

  /**
   * Repairs an endpoint.
   *
   * @param endpoint the endpoint
   */
  public void repair(Endpoint endpoint) {
    paths(endpoint).forEach(faultSwitch::clear);
  }

  /** Repairs all endpoints. */
  public void repairAll() {
    faultSwitch.clearAll();
  }

  private List<String> paths(Endpoint endpoint) {
    return below(endpoint).stream()
        .flatMap(path -> List.of(issuerPath + path, path + issuerPath).stream())
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
    };
  }
}
