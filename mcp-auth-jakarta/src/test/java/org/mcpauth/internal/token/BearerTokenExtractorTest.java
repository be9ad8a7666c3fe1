// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.internal.settings.ResourceSettings.SenderConstraint;

class BearerTokenExtractorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer abc",
        "bearer abc",
        "BEARER abc",
        "Bearer   abc",
        " Bearer abc ",
        "bEaReR abc"
      })
  void extractWhenBearerThenToken(String header) {
    assertThat(extract(header)).isEqualTo(new Credentials.Bearer("abc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.c", "a-._~+/9==", "A"})
  void extractWhenB64TokenThenToken(String token) {
    assertThat(extract("Bearer " + token)).isEqualTo(new Credentials.Bearer(token));
  }

  @Test
  void extractWhenNoHeaderThenNone() {
    assertThat(BearerTokenExtractor.extract(List.of(), Optional.empty(), SenderConstraint.OFF))
        .isEqualTo(new Credentials.None());
  }

  /** Another scheme is no attempt to use a bearer token: RFC 6750 §3.1, no error information. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic YWxpY2U6c2VjcmV0",
        "DPoP abc",
        "Bearerabc",
        "Bearer=abc",
        "Token abc",
        "abc",
        "Bearer\tabc",
        "\u0412earer abc"
      })
  void extractWhenAnotherSchemeThenNone(String header) {
    assertThat(extract(header)).isEqualTo(new Credentials.None());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer  ",
        "Bearer abc def",
        "Bearer abc, Bearer def",
        "Bearer abc, Basic def",
        "bearer abc  def"
      })
  void extractWhenNotOneTokenThenMalformedRequest(String header) {
    assertThat(extract(header)).isInstanceOf(Credentials.MalformedRequest.class);
  }

  /** RFC 6750 §2.1: b64token. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc,def",
        "\"abc\"",
        "abc=def",
        "=abc",
        "abc:def",
        "a\u00e9b",
        "a\u0000b",
        "a\nb",
        "{\"a\":1}",
        "abc;def",
        "token=abc",
        "a\tb"
      })
  void extractWhenForbiddenCharacterThenMalformedToken(String token) {
    assertThat(extract("Bearer " + token)).isInstanceOf(Credentials.MalformedToken.class);
  }

  @Test
  void extractWhenTwoHeadersThenMalformedRequest() {
    assertThat(
            BearerTokenExtractor.extract(
                List.of("Bearer a", "Bearer a"), Optional.empty(), SenderConstraint.OFF))
        .isEqualTo(
            new Credentials.MalformedRequest(
                "The Authorization header occurs more than once", false));
    assertThat(
            BearerTokenExtractor.extract(
                List.of("Basic a", "Bearer a"), Optional.empty(), SenderConstraint.OFF))
        .isInstanceOf(Credentials.MalformedRequest.class);
  }

  /** TOK-5; RFC 6750 §2: two methods at once are a malformed request. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_token=abc",
        "a=b&access_token=abc",
        "access_token",
        "access_token=",
        "access_token&a"
      })
  void extractWhenTokenInQueryThenMalformedRequest(String query) {
    assertThat(BearerTokenExtractor.extract(List.of(), Optional.of(query), SenderConstraint.OFF))
        .isInstanceOf(Credentials.MalformedRequest.class);
    assertThat(
            BearerTokenExtractor.extract(
                List.of("Bearer abc"), Optional.of(query), SenderConstraint.OFF))
        .isInstanceOf(Credentials.MalformedRequest.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "my_access_token=abc", "access_tokens=abc", "a=access_token", "x=y"})
  void extractWhenQueryHasNoTokenThenNotRefused(String query) {
    assertThat(
            BearerTokenExtractor.extract(
                List.of("Bearer abc"), Optional.of(query), SenderConstraint.OFF))
        .isEqualTo(new Credentials.Bearer("abc"));
  }

  /** A pattern that goes back and forth would take minutes here. */
  @Test
  void extractWhenLongTokenWithBadEndThenAnswersQuickly() {
    assertThat(extract("Bearer " + "a".repeat(100_000) + "=".repeat(100_000) + "!"))
        .isInstanceOf(Credentials.MalformedToken.class);
  }

  @Test
  void toStringWhenBearerThenHidesToken() {
    assertThat(extract("Bearer abc")).hasToString("Bearer[token hidden]");
  }

  /** RFC 9449 §7.1; RFC 9110 §11.1: the scheme is case-insensitive. */
  @ParameterizedTest
  @ValueSource(strings = {"DPoP abc", "dpop abc", "DPOP abc", "DPoP   abc", " dPoP abc "})
  void extractWhenDpopThenItsToken(String header) {
    assertThat(extractWithDpop(header)).isEqualTo(new Credentials.Dpop("abc"));
  }

  /** The engine answers on the scheme that was used. */
  @Test
  void dpopSchemeWhenExtractedThenTellsTheSchemeThatWasUsed() {
    assertThat(extractWithDpop("DPoP abc").dpopScheme()).isTrue();
    assertThat(extractWithDpop("DPoP a:c"))
        .isEqualTo(
            new Credentials.MalformedToken(
                "The access token has a character that no token has", true));
    assertThat(extractWithDpop("DPoP"))
        .isEqualTo(
            new Credentials.MalformedRequest(
                "The Authorization header is not the word DPoP and one access token", true));
    assertThat(extractWithDpop("Bearer abc").dpopScheme()).isFalse();
    assertThat(extractWithDpop("Bearer a:c").dpopScheme()).isFalse();
    assertThat(extractWithDpop("Bearer").dpopScheme()).isFalse();
    assertThat(extractWithDpop("Basic abc").dpopScheme()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DPoP", "DPoP ", "DPoP abc def", "DPoP abc, DPoP def", "DPoP abc, Bearer def"})
  void extractWhenNotOneDpopTokenThenMalformedRequest(String header) {
    assertThat(extractWithDpop(header)).isInstanceOf(Credentials.MalformedRequest.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DPoPabc", "DPoP=abc", "DPoP\tabc", "Basic abc", "abc", ""})
  void extractWhenAnotherSchemeThanBothThenNone(String header) {
    assertThat(extractWithDpop(header)).isEqualTo(new Credentials.None());
  }

  /** RFC 9449 §7.1: Bearer stays known, and is told that the token needs a proof. */
  @Test
  void extractWhenDpopIsRequiredThenBearerIsKnownAllTheSame() {
    assertThat(
            BearerTokenExtractor.extract(
                List.of("Bearer abc"), Optional.empty(), SenderConstraint.REQUIRED))
        .isEqualTo(new Credentials.Bearer("abc"));
  }

  /** RFC 9449 §7.2: both methods at once, and two of one kind. */
  @Test
  void extractWhenBothSchemesThenMalformedRequest() {
    assertThat(
            BearerTokenExtractor.extract(
                List.of("DPoP abc", "Bearer abc"), Optional.empty(), SenderConstraint.SUPPORTED))
        .isEqualTo(
            new Credentials.MalformedRequest(
                "The Authorization header occurs more than once", false));
    assertThat(
            BearerTokenExtractor.extract(
                List.of("DPoP abc"), Optional.of("access_token=abc"), SenderConstraint.SUPPORTED))
        .isInstanceOf(Credentials.MalformedRequest.class);
  }

  @Test
  void toStringWhenDpopThenHidesToken() {
    assertThat(extractWithDpop("DPoP abc")).hasToString("Dpop[token hidden]");
  }

  private static Credentials extractWithDpop(String header) {
    return BearerTokenExtractor.extract(
        List.of(header), Optional.empty(), SenderConstraint.SUPPORTED);
  }

  private static Credentials extract(String header) {
    return BearerTokenExtractor.extract(List.of(header), Optional.empty(), SenderConstraint.OFF);
  }
}
