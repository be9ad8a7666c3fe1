// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.Scopes;
import org.mcpauth.internal.settings.ResourceSettings.Dpop;
import org.mcpauth.internal.settings.ResourceSettings.SenderConstraint;

/** What clients see where DPoP is supported or required; {@link BearerChallengeTest}: where not. */
class ChallengeTest {

  private static final URI METADATA =
      URI.create("https://api.example.com/.well-known/oauth-protected-resource/mcp");
  private static final Scopes READ = Scopes.of("notes:read");

  private static final OfferedSchemes OFF = offered(SenderConstraint.OFF);
  private static final OfferedSchemes SUPPORTED = offered(SenderConstraint.SUPPORTED);
  private static final OfferedSchemes REQUIRED = offered(SenderConstraint.REQUIRED);

  private static OfferedSchemes offered(SenderConstraint constraint) {
    return OfferedSchemes.of(
        new Dpop(
            constraint,
            List.of("PS256", "ES256", "EdDSA"),
            Duration.ofMinutes(5),
            100,
            false,
            Duration.ofMinutes(5)));
  }

  @Test
  void credentialsMissingWhenOffThenBearerAlone() {
    assertThat(Challenge.credentialsMissing(OFF, READ, METADATA).toHeaderValue())
        .isEqualTo(
            "Bearer scope=\"notes:read\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\"");
  }

  /** Clients in use read no header that begins with another scheme than Bearer. */
  @Test
  void credentialsMissingWhenSupportedThenBearerFirstAndNoErrors() {
    Challenge challenge = Challenge.credentialsMissing(SUPPORTED, READ, METADATA);

    assertThat(challenge.status()).isEqualTo(401);
    assertThat(challenge.toHeaderValue())
        .isEqualTo(
            "Bearer scope=\"notes:read\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " DPoP scope=\"notes:read\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " algs=\"ES256 EdDSA PS256\"");
  }

  @Test
  void credentialsMissingWhenRequiredAndNoScopesThenDpopAlone() {
    assertThat(Challenge.credentialsMissing(REQUIRED, Scopes.none(), METADATA).toHeaderValue())
        .isEqualTo(
            "DPoP resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " algs=\"ES256 EdDSA PS256\"");
  }

  /** RFC 9449 §7.1: the error is on the scheme that was used. */
  @Test
  void unauthorizedWhenBearerWasUsedThenErrorOnBearer() {
    assertThat(
            Challenge.unauthorized(
                    SUPPORTED,
                    Scheme.BEARER,
                    ChallengeError.INVALID_TOKEN,
                    "The access token expired",
                    READ,
                    METADATA)
                .toHeaderValue())
        .isEqualTo(
            "Bearer error=\"invalid_token\", scope=\"notes:read\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " error_description=\"The access token expired\", DPoP scope=\"notes:read\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " algs=\"ES256 EdDSA PS256\"");
  }

  @Test
  void unauthorizedWhenDpopWasUsedThenErrorOnDpop() {
    Challenge challenge =
        Challenge.unauthorized(
            SUPPORTED,
            Scheme.DPOP,
            ChallengeError.INVALID_DPOP_PROOF,
            "The DPoP proof is for another method",
            READ,
            METADATA);

    assertThat(challenge.status()).isEqualTo(401);
    assertThat(challenge.toHeaderValue())
        .isEqualTo(
            "Bearer scope=\"notes:read\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " DPoP error=\"invalid_dpop_proof\", scope=\"notes:read\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " algs=\"ES256 EdDSA PS256\", error_description=\"The DPoP proof is for another"
                + " method\"");
  }

  /** RFC 9449 §9. */
  @Test
  void unauthorizedWhenNonceIsWantedThenSaysSo() {
    Challenge challenge =
        Challenge.unauthorized(
            REQUIRED,
            Scheme.DPOP,
            ChallengeError.USE_DPOP_NONCE,
            "The DPoP proof needs a nonce of this server",
            READ,
            METADATA);

    assertThat(challenge.status()).isEqualTo(401);
    assertThat(challenge.toHeaderValue())
        .isEqualTo(
            "DPoP error=\"use_dpop_nonce\", scope=\"notes:read\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " algs=\"ES256 EdDSA PS256\", error_description=\"The DPoP proof needs a nonce of"
                + " this server\"");
  }

  /** Whoever used Bearer where DPoP is required is told so on the only scheme there is. */
  @Test
  void unauthorizedWhenTheUsedSchemeIsNotOfferedThenErrorOnTheOtherOne() {
    assertThat(
            Challenge.unauthorized(
                    REQUIRED,
                    Scheme.BEARER,
                    ChallengeError.INVALID_TOKEN,
                    "The access token is not bound to a key",
                    Scopes.none(),
                    METADATA)
                .toHeaderValue())
        .isEqualTo(
            "DPoP error=\"invalid_token\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " algs=\"ES256 EdDSA PS256\", error_description=\"The access token is not bound"
                + " to a key\"");
    assertThat(
            Challenge.unauthorized(
                    OFF, Scheme.DPOP, ChallengeError.INVALID_TOKEN, "no", Scopes.none(), METADATA)
                .toHeaderValue())
        .isEqualTo(
            "Bearer error=\"invalid_token\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " error_description=\"no\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"needs a=b", "say \"no\"", "line\r\nX: y", "caf\u00e9"})
  void unauthorizedWhenDescriptionDoesNotFitThenReplacesIt(String description) {
    assertThat(
            Challenge.unauthorized(
                    REQUIRED,
                    Scheme.DPOP,
                    ChallengeError.INVALID_DPOP_PROOF,
                    description,
                    Scopes.none(),
                    METADATA)
                .toHeaderValue())
        .isEqualTo(
            "DPoP error=\"invalid_dpop_proof\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " algs=\"ES256 EdDSA PS256\", error_description=\"The DPoP proof is not valid\"");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {
        "INVALID_TOKEN",
        "INVALID_DPOP_PROOF",
        "USE_DPOP_NONCE",
        "INSUFFICIENT_USER_AUTHENTICATION"
      })
  void unauthorizedWhenTheErrorHasAnotherStatusThenRefuses(ChallengeError error) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Challenge.unauthorized(SUPPORTED, Scheme.DPOP, error, "", Scopes.none(), METADATA));
  }

  @ParameterizedTest
  @EnumSource(names = {"INVALID_DPOP_PROOF", "USE_DPOP_NONCE"})
  void newWhenErrorOfDpopWouldBeOnBearerThenRefuses(ChallengeError error) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Challenge.unauthorized(
                    SUPPORTED, Scheme.BEARER, error, "", Scopes.none(), METADATA))
        .withMessage("RFC 9449 §7.1: this error is one of the scheme DPoP");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Challenge.unauthorized(OFF, Scheme.DPOP, error, "", Scopes.none(), METADATA));
  }

  @Test
  void insufficientScopeWhenRequiredThenOrderIsErrorScopeMetadataAlgsDescription() {
    Challenge challenge =
        Challenge.insufficientScope(REQUIRED, Scheme.DPOP, Scopes.of("z", "notes:write"), METADATA);

    assertThat(challenge.status()).isEqualTo(403);
    assertThat(challenge.toHeaderValue())
        .isEqualTo(
            "DPoP error=\"insufficient_scope\", scope=\"z notes:write\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " algs=\"ES256 EdDSA PS256\", error_description=\"The access token lacks a scope"
                + " that this operation needs\"");
  }

  @Test
  void invalidRequestWhenDpopWasUsedThenErrorOnDpop() {
    Challenge challenge =
        Challenge.invalidRequest(SUPPORTED, Scheme.DPOP, "Two methods at once", METADATA);

    assertThat(challenge.status()).isEqualTo(400);
    assertThat(challenge.toHeaderValue())
        .isEqualTo(
            "Bearer"
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " DPoP error=\"invalid_request\","
                + " resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\","
                + " algs=\"ES256 EdDSA PS256\", error_description=\"Two methods at once\"");
  }

  @Test
  void offeredSchemesWhenAlgorithmHoldsHeaderSyntaxThenRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OfferedSchemes(List.of(Scheme.DPOP), List.of("ES256\", x=\"")));
  }

  @Test
  void offeredSchemesWhenDpopHasNoAlgorithmOrNothingIsOfferedThenRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OfferedSchemes(List.of(Scheme.DPOP), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OfferedSchemes(List.of(Scheme.BEARER), List.of("ES256")));
    assertThatIllegalArgumentException().isThrownBy(() -> new OfferedSchemes(List.of(), List.of()));
  }
}
