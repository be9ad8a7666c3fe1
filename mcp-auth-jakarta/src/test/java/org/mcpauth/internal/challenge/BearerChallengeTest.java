// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mcpauth.internal.challenge.OfferedSchemes.BEARER_ALONE;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.Scopes;

class BearerChallengeTest {

  private static final URI METADATA =
      URI.create("https://api.example.com/.well-known/oauth-protected-resource/mcp");

  /** CHAL-1, PRM-3; RFC 6750 §3.1: no error information without credentials. */
  @Test
  void credentialsMissingWhenScopesThenNamesThemWithoutError() {
    Challenge challenge =
        Challenge.credentialsMissing(
            BEARER_ALONE, Scopes.of("notes:write", "notes:read"), METADATA);

    assertThat(challenge.status()).isEqualTo(401);
    assertThat(challenge.toHeaderValue())
        .isEqualTo(
            "Bearer scope=\"notes:write notes:read\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\"");
  }

  /** RFC 6750 §3 wants at least one parameter after the scheme. */
  @Test
  void credentialsMissingWhenNoScopesThenNamesTheMetadataAlone() {
    assertThat(Challenge.credentialsMissing(BEARER_ALONE, Scopes.none(), METADATA).toHeaderValue())
        .isEqualTo(
            "Bearer"
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\"");
  }

  /** CHAL-4. */
  @Test
  void invalidRequestWhenWrittenThenNamesNoScope() {
    Challenge challenge =
        Challenge.invalidRequest(
            BEARER_ALONE, Scheme.BEARER, "The token is in more than one place", METADATA);

    assertThat(challenge.status()).isEqualTo(400);
    assertThat(challenge.toHeaderValue())
        .isEqualTo(
            "Bearer error=\"invalid_request\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " error_description=\"The token is in more than one place\"");
  }

  /** TOK-3, CHAL-1. */
  @Test
  void invalidTokenWhenWrittenThenDescriptionComesLast() {
    Challenge challenge =
        Challenge.unauthorized(
            BEARER_ALONE,
            Scheme.BEARER,
            ChallengeError.INVALID_TOKEN,
            "The token is expired",
            Scopes.of("notes:read"),
            METADATA);

    assertThat(challenge.status()).isEqualTo(401);
    assertThat(challenge.toHeaderValue())
        .isEqualTo(
            "Bearer error=\"invalid_token\", scope=\"notes:read\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " error_description=\"The token is expired\"");
  }

  /** SCOPE-1, SCOPE-2, SCOPE-3. */
  @Test
  void insufficientScopeWhenWrittenThenNamesEveryScopeInItsOrder() {
    Challenge challenge =
        Challenge.insufficientScope(
            BEARER_ALONE, Scheme.BEARER, Scopes.of("z", "notes:write", "a"), METADATA);

    assertThat(challenge.status()).isEqualTo(403);
    assertThat(challenge.toHeaderValue())
        .isEqualTo(
            "Bearer error=\"insufficient_scope\", scope=\"z notes:write a\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " error_description=\"The access token lacks a scope that this operation"
                + " needs\"");
  }

  @Test
  void toHeaderValueWhenUrlIsNotAsciiThenEncodesIt() {
    assertThat(
            Challenge.credentialsMissing(
                    BEARER_ALONE, Scopes.none(), URI.create("https://api.example.com/caf\u00e9"))
                .toHeaderValue())
        .isEqualTo("Bearer resource_metadata=\"https://api.example.com/caf%C3%A9\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "say \"no\"",
        "back\\slash",
        "needs scope=x",
        "line\r\nX-Injected: 1",
        "tab\there",
        "caf\u00e9",
        "\u007f"
      })
  void invalidTokenWhenDescriptionDoesNotFitThenReplacesIt(String description) {
    assertThat(
            Challenge.unauthorized(
                    BEARER_ALONE,
                    Scheme.BEARER,
                    ChallengeError.INVALID_TOKEN,
                    description,
                    Scopes.none(),
                    METADATA)
                .toHeaderValue())
        .isEqualTo(
            "Bearer error=\"invalid_token\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " error_description=\"The access token is not valid\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"say \"no\"", "back\\slash", "needs scope=x", "line\nbreak", "caf\u00e9"})
  void newWhenDescriptionDoesNotFitThenRefuses(String description) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Challenge.invalidRequest(BEARER_ALONE, Scheme.BEARER, description, METADATA));
  }

  @Test
  void newWhenDescriptionWithoutErrorThenRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Challenge(
                    OfferedSchemes.BEARER_ALONE,
                    Scheme.BEARER,
                    Optional.empty(),
                    Scopes.none(),
                    WantedAuthentication.NONE,
                    METADATA,
                    "no token"))
        .withMessage("RFC 6750 §3.1: no error information without an error");
  }

  /** What could end the quoted string, or the line, is in no URL, and so in no challenge. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a/\"",
        "https://a/\\",
        "https://a/\r\nX: y",
        "https://a/\n",
        "https://a/ b",
        "https://a/\u0085"
      })
  void newWhenUrlHoldsHeaderSyntaxThenRefuses(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Challenge.credentialsMissing(BEARER_ALONE, Scopes.none(), URI.create(url)));
  }

  /** URI has a way around its own parser: what it lets through is encoded. */
  @Test
  void newWhenUrlWasMadeFromPartsThenItsQuoteIsEncoded() throws URISyntaxException {
    URI parts = new URI("https", "api.example.com", "/a\"b\r\nc", null);

    assertThat(Challenge.credentialsMissing(BEARER_ALONE, Scopes.none(), parts).toHeaderValue())
        .isEqualTo("Bearer resource_metadata=\"https://api.example.com/a%22b%0D%0Ac\"");
  }
}
