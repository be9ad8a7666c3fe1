// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.challenge;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mcpauth.Scopes;

/**
 * What a {@code WWW-Authenticate} header says: one challenge for each scheme that the resource
 * offers (RFC 6750 §3, RFC 9449 §7.1), with the {@code resource_metadata} of RFC 9728 §5.1. The
 * only writer of challenges.
 *
 * <p>The parameters come in the order and with the spacing that MCP clients in use can read: some
 * search the header by pattern, so {@code error_description} comes last and holds neither quotes
 * nor equals signs. Every challenge names scopes and metadata, since a client reads the one that it
 * understands; the error is on the scheme that was used and on no other.
 *
 * @param offered the schemes of the resource
 * @param used the scheme that the request used; has no effect without an error
 * @param error why the request was refused; empty if it carried no credentials, since RFC 6750 §3.1
 *     wants no error information then
 * @param scopes the scopes to ask for; none are named if empty
 * @param authentication what the authorization server is to be asked for (RFC 9470)
 * @param resourceMetadata where the protected resource metadata is
 * @param description why, in words; no {@code error_description} if empty
 */
public record Challenge(
    OfferedSchemes offered,
    Scheme used,
    Optional<ChallengeError> error,
    Scopes scopes,
    WantedAuthentication authentication,
    URI resourceMetadata,
    String description) {

  /**
   * Checks what goes into quoted strings.
   *
   * @throws IllegalArgumentException if a character could end a parameter early, or if an error
   *     cannot be delivered on the scheme
   */
  public Challenge {
    if (!isDescription(description)) {
      throw new IllegalArgumentException("a character that error_description must not have");
    }
    if (error.isEmpty() && !description.isEmpty()) {
      throw new IllegalArgumentException("RFC 6750 §3.1: no error information without an error");
    }
    if (!resourceMetadata.toASCIIString().chars().allMatch(Challenge::isUrlCharacter)) {
      throw new IllegalArgumentException("a character that a quoted URL must not have");
    }
    if (error.filter(ChallengeError::dpopAlone).isPresent()
        && offered.carrying(used) != Scheme.DPOP) {
      throw new IllegalArgumentException("RFC 9449 §7.1: this error is one of the scheme DPoP");
    }
  }

  /**
   * The challenge for a request without credentials.
   *
   * @param offered the schemes of the resource
   * @param scopes the scopes that basic use needs
   * @param resourceMetadata where the protected resource metadata is
   * @return a challenge without an error
   */
  public static Challenge credentialsMissing(
      OfferedSchemes offered, Scopes scopes, URI resourceMetadata) {
    return new Challenge(
        offered,
        offered.schemes().get(0),
        Optional.empty(),
        scopes,
        WantedAuthentication.NONE,
        resourceMetadata,
        "");
  }

  /**
   * The challenge for a malformed request.
   *
   * @param offered the schemes of the resource
   * @param used the scheme that the request used; the first that is offered if it used several
   * @param description why
   * @param resourceMetadata where the protected resource metadata is
   * @return a challenge with {@code invalid_request}
   */
  public static Challenge invalidRequest(
      OfferedSchemes offered, Scheme used, String description, URI resourceMetadata) {
    return new Challenge(
        offered,
        used,
        Optional.of(ChallengeError.INVALID_REQUEST),
        Scopes.none(),
        WantedAuthentication.NONE,
        resourceMetadata,
        description);
  }

  /**
   * The challenge for a token, or a proof, that is not valid: every error with status 401.
   *
   * @param offered the schemes of the resource
   * @param used the scheme that the request used
   * @param error which of these errors
   * @param description why; replaced by a general text if it has characters that it must not have
   * @param scopes the scopes that basic use needs
   * @param resourceMetadata where the protected resource metadata is
   * @return a challenge with that error
   */
  public static Challenge unauthorized(
      OfferedSchemes offered,
      Scheme used,
      ChallengeError error,
      String description,
      Scopes scopes,
      URI resourceMetadata) {
    if (error.status() != 401) {
      throw new IllegalArgumentException(error.code() + " is not answered with 401");
    }
    return new Challenge(
        offered,
        used,
        Optional.of(error),
        scopes,
        WantedAuthentication.NONE,
        resourceMetadata,
        isDescription(description) ? description : error.generalDescription());
  }

  /**
   * The challenge for a token that lacks a scope.
   *
   * @param offered the schemes of the resource
   * @param used the scheme that the request used
   * @param required every scope that the operation needs, granted or not
   * @param resourceMetadata where the protected resource metadata is
   * @return a challenge with {@code insufficient_scope}
   */
  public static Challenge insufficientScope(
      OfferedSchemes offered, Scheme used, Scopes required, URI resourceMetadata) {
    ChallengeError error = ChallengeError.INSUFFICIENT_SCOPE;
    return new Challenge(
        offered,
        used,
        Optional.of(error),
        required,
        WantedAuthentication.NONE,
        resourceMetadata,
        error.generalDescription());
  }

  /**
   * The challenge for a user who has to be authenticated otherwise, or again (RFC 9470 §3).
   *
   * @param offered the schemes of the resource
   * @param used the scheme that the request used
   * @param authentication what the authorization server is to be asked for
   * @param required every scope that the operation needs, so that one round is enough
   * @param resourceMetadata where the protected resource metadata is
   * @return a challenge with {@code insufficient_user_authentication}
   */
  public static Challenge insufficientAuthentication(
      OfferedSchemes offered,
      Scheme used,
      WantedAuthentication authentication,
      Scopes required,
      URI resourceMetadata) {
    ChallengeError error = ChallengeError.INSUFFICIENT_USER_AUTHENTICATION;
    return new Challenge(
        offered,
        used,
        Optional.of(error),
        required,
        authentication,
        resourceMetadata,
        error.generalDescription());
  }

  /**
   * The HTTP status that goes with this challenge.
   *
   * @return 401 without an error, the error's status otherwise
   */
  public int status() {
    return error.map(ChallengeError::status).orElse(401);
  }

  /**
   * The value of the {@code WWW-Authenticate} header.
   *
   * @return the challenges as RFC 9110 §11.6.1 writes them
   */
  public String toHeaderValue() {
    return offered.schemes().stream().map(this::of).collect(Collectors.joining(", "));
  }

  private String of(Scheme scheme) {
    boolean carriesError = scheme == offered.carrying(used);
    StringBuilder value = new StringBuilder(scheme.text()).append(' ');
    if (carriesError) {
      error.ifPresent(e -> append(value, "error", e.code()));
    }
    if (!scopes.isEmpty()) {
      append(value, "scope", scopes.toString());
    }
    append(value, "resource_metadata", resourceMetadata.toASCIIString());
    if (scheme == Scheme.DPOP) {
      append(value, "algs", String.join(" ", offered.algorithms()));
    }
    if (carriesError && !authentication.acrValues().isEmpty()) {
      append(value, "acr_values", String.join(" ", authentication.acrValues()));
    }
    if (carriesError) {
      authentication
          .maxAge()
          .ifPresent(age -> append(value, "max_age", String.valueOf(age.toSeconds())));
    }
    if (carriesError && !description.isEmpty()) {
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
