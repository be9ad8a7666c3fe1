// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.Loopback;

/**
 * The metadata of an authorization server (RFC 8414 §2, OpenID Connect Discovery §3).
 *
 * @param issuer the issuer identifier, equal to the configured one
 * @param location where it was found
 * @param document all members
 * @param answer the answer as it came: its body is the unchanged text
 * @param allowHttp whether endpoints may be http on a host that is not loopback
 */
public record AuthorizationServerMetadata(
    String issuer, URI location, JsonObject document, FetchedDocument answer, boolean allowHttp) {

  /**
   * The document as it was received, for showing it to others.
   *
   * @return JSON
   */
  public String text() {
    return answer.body();
  }

  /** For how long the answer says that it may be used. */
  Optional<Duration> freshness() {
    return answer.freshness();
  }

  /**
   * Where the keys are.
   *
   * @return {@code jwks_uri}; empty if it is absent
   * @throws ConfigurationException if it is no https URL
   */
  public Optional<URI> jwksUri() {
    return endpoint("jwks_uri");
  }

  URI requiredJwksUri() {
    return jwksUri().orElseThrow(() -> invalid("has no jwks_uri"));
  }

  /**
   * Where tokens are introspected (RFC 7662).
   *
   * @return {@code introspection_endpoint}; empty if it is absent
   * @throws ConfigurationException if it is no https URL
   */
  public Optional<URI> introspectionEndpoint() {
    return endpoint("introspection_endpoint");
  }

  /**
   * Where tokens are issued (RFC 6749 §3.2), also in exchange for others (RFC 8693 §2).
   *
   * @return {@code token_endpoint}; empty if it is absent
   * @throws ConfigurationException if it is no https URL
   */
  public Optional<URI> tokenEndpoint() {
    return endpoint("token_endpoint");
  }

  /**
   * Where claims about a user are (OpenID Connect Core §5.3).
   *
   * @return {@code userinfo_endpoint}; empty if it is absent
   * @throws ConfigurationException if it is no https URL
   */
  public Optional<URI> userinfoEndpoint() {
    return endpoint("userinfo_endpoint");
  }

  /**
   * The URL of an endpoint that may be asked.
   *
   * @param name the member that has it
   * @return the URL; empty if the member is absent or no text
   * @throws ConfigurationException if it is no https URL
   */
  public Optional<URI> endpoint(String name) {
    return text(name).map(value -> secure(name, value));
  }

  private Optional<String> text(String name) {
    return document.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  private URI secure(String name, String value) {
    try {
      URI uri = URI.create(value);
      boolean http = "http".equalsIgnoreCase(uri.getScheme());
      boolean secure = "https".equalsIgnoreCase(uri.getScheme());
      // Only an issuer on this machine may send us to this machine.
      boolean local = Loopback.isLoopback(uri) && Loopback.isLoopback(URI.create(issuer));
      if (uri.getHost() != null && (secure || (http && (allowHttp || local)))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // reported below, like any other URL that cannot be used
    }
    throw invalid("has a " + name + " that is no https URL");
  }

  private ConfigurationException invalid(String fault) {
    return new ConfigurationException(Message.METADATA_INVALID.with(issuer, location, fault));
  }
}
