// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.challenge;

import java.net.URI;
import java.util.Optional;
import org.mcpauth.Scopes;

/**
 * The {@link Challenge} of a resource that offers {@code Bearer} and nothing else.
 *
 * @param challenge the challenge
 */
public record BearerChallenge(Challenge challenge) {

  /**
   * The challenge for a request without credentials.
   *
   * @param scopes the scopes that basic use needs
   * @param resourceMetadata where the protected resource metadata is
   * @return a challenge without an error
   */
  public static BearerChallenge credentialsMissing(Scopes scopes, URI resourceMetadata) {
    return new BearerChallenge(
        Challenge.credentialsMissing(OfferedSchemes.BEARER_ALONE, scopes, resourceMetadata));
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
        Challenge.invalidRequest(
            OfferedSchemes.BEARER_ALONE, Scheme.BEARER, description, resourceMetadata));
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
        Challenge.unauthorized(
            OfferedSchemes.BEARER_ALONE,
            Scheme.BEARER,
            BearerError.INVALID_TOKEN,
            description,
            scopes,
            resourceMetadata));
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
        Challenge.insufficientScope(
            OfferedSchemes.BEARER_ALONE, Scheme.BEARER, required, resourceMetadata));
  }

  /**
   * Why the request was refused.
   *
   * @return the error; empty if the request carried no credentials
   */
  public Optional<BearerError> error() {
    return challenge.error();
  }

  /**
   * The scopes to ask for.
   *
   * @return the scopes; empty if none are named
   */
  public Scopes scopes() {
    return challenge.scopes();
  }

  /**
   * Why, in words.
   *
   * @return the description; empty if there is none
   */
  public String description() {
    return challenge.description();
  }

  /**
   * The HTTP status that goes with this challenge.
   *
   * @return 401 without an error, the error's status otherwise
   */
  public int status() {
    return challenge.status();
  }

  /**
   * The value of the {@code WWW-Authenticate} header.
   *
   * @return the challenge as RFC 9110 §11.6.1 writes it
   */
  public String toHeaderValue() {
    return challenge.toHeaderValue();
  }
}
