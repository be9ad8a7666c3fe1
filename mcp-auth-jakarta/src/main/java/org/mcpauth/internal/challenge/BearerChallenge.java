// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.challenge;

import java.net.URI;
import java.util.Optional;
import org.mcpauth.Scopes;

/**
 * A {@code Bearer} challenge (RFC 6750 §3) with the {@code resource_metadata} of RFC 9728 §5.1.
 *
 * <p>The parameters come in the order and with the spacing that MCP clients in use can read: some
 * search the header by pattern, so {@code error_description} comes last and holds neither quotes
 * nor equals signs.
 *
 * @param error why the request was refused; empty if it carried no credentials, since RFC 6750 §3.1
 *     wants no error information then
 * @param scopes the scopes to ask for; none are named if empty
 * @param resourceMetadata where the protected resource metadata is
 * @param description why, in words; no {@code error_description} if empty
 */
public record BearerChallenge(
    Optional<BearerError> error, Scopes scopes, URI resourceMetadata, String description) {

  /**
   * Checks what goes into quoted strings.
   *
   * @throws IllegalArgumentException if a character could end a parameter early
   */
  public BearerChallenge {
    if (!isDescription(description)) {
      throw new IllegalArgumentException("a character that error_description must not have");
    }
    if (error.isEmpty() && !description.isEmpty()) {
      throw new IllegalArgumentException("RFC 6750 §3.1: no error information without an error");
    }
    if (!resourceMetadata.toASCIIString().chars().allMatch(BearerChallenge::isUrlCharacter)) {
      throw new IllegalArgumentException("a character that a quoted URL must not have");
    }
  }

  /**
   * The challenge for a request without credentials.
   *
   * @param scopes the scopes that basic use needs
   * @param resourceMetadata where the protected resource metadata is
   * @return a challenge without an error
   */
  public static BearerChallenge credentialsMissing(Scopes scopes, URI resourceMetadata) {
    return new BearerChallenge(Optional.empty(), scopes, resourceMetadata, "");
  }

  /**
   * The challenge for a malformed request.
   *
   * @param description why
   * @param resourceMetadata where the protected resource metadata is
   * @return a challenge with {@code invalid_request}
   */
  public static BearerChallenge invalidRequest(String description, URI resourceMetadata) {
    return new BearerChallenge(
        Optional.of(BearerError.INVALID_REQUEST), Scopes.none(), resourceMetadata, description);
  }

  /**
   * The challenge for a token that is not valid.
   *
   * @param description why; replaced by a general text if it has characters that it must not have
   * @param scopes the scopes that basic use needs
   * @param resourceMetadata where the protected resource metadata is
   * @return a challenge with {@code invalid_token}
   */
  public static BearerChallenge invalidToken(
      String description, Scopes scopes, URI resourceMetadata) {
    return new BearerChallenge(
        Optional.of(BearerError.INVALID_TOKEN),
        scopes,
        resourceMetadata,
        isDescription(description) ? description : "The access token is not valid");
  }

  /**
   * The challenge for a token that lacks a scope.
   *
   * @param required every scope that the operation needs, granted or not
   * @param resourceMetadata where the protected resource metadata is
   * @return a challenge with {@code insufficient_scope}
   */
  public static BearerChallenge insufficientScope(Scopes required, URI resourceMetadata) {
    return new BearerChallenge(
        Optional.of(BearerError.INSUFFICIENT_SCOPE),
        required,
        resourceMetadata,
        "The access token lacks a scope that this operation needs");
  }

  /**
   * The HTTP status that goes with this challenge.
   *
   * @return 401 without an error, the error's status otherwise
   */
  public int status() {
    return error.map(BearerError::status).orElse(401);
  }

  /**
   * The value of the {@code WWW-Authenticate} header.
   *
   * @return the challenge as RFC 9110 §11.6.1 writes it
   */
  public String toHeaderValue() {
    StringBuilder value = new StringBuilder("Bearer ");
    error.ifPresent(e -> append(value, "error", e.code()));
    if (!scopes.isEmpty()) {
      append(value, "scope", scopes.toString());
    }
    append(value, "resource_metadata", resourceMetadata.toASCIIString());
    if (!description.isEmpty()) {
      append(value, "error_description", description);
    }
    return value.toString();
  }

  private static void append(StringBuilder value, String name, String text) {
    if (value.charAt(value.length() - 1) == '"') {
      value.append(", ");
    }
    value.append(name).append("=\"").append(text).append('"');
  }

  /** RFC 6750 §3 without the equals sign, which misleads clients that search by pattern. */
  private static boolean isDescription(String text) {
    return text.chars().allMatch(c -> c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '=');
  }

  private static boolean isUrlCharacter(int c) {
    return c > 0x20 && c < 0x7F && c != '"' && c != '\\';
  }
}
