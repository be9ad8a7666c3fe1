// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.Jose;
import org.mcpauth.internal.jose.KeySetReader;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.TestSettings;

/** RFC 9701: only what the authorization server signed for this resource just now is believed. */
class SignedAnswersTest {

  private static final String CLIENT = "resource-1";
  private static final String NOT_NOW = "was not made just now";
  private static final String OTHER_RESOURCE = "is not for this resource";
  private static final String OTHER_ISSUER = "names another issuer, or none";

  private final MutableClock clock = new MutableClock();
  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final IntrospectionVerifier verifier = verifier();
  private final long now = clock.instant().getEpochSecond();

  @Test
  void verifyWhenSignedThenClaimsOfTheToken() {
    answer(signed());

    assertThat(verifier.verify("t").orElseThrow().values())
        .isEqualTo(Map.of("sub", "alice", "iss", TestIssuer.ISSUER, "exp", now + 60));
    assertThat(endpoint.request().headers())
        .containsEntry("Accept", "application/token-introspection+jwt");
  }

  @Test
  void verifyWhenForTheResourceInsteadOfTheClientThenBelieved() {
    answer(signed().claim("aud", List.of("x", TestSettings.RESOURCE)));

    assertThat(verifier.verify("t")).isPresent();
  }

  @Test
  void verifyWhenTypeHasThePrefixThenBelieved() {
    answer(signed().header("typ", "application/Token-Introspection+JWT"));

    assertThat(verifier.verify("t")).isPresent();
  }

  @Test
  void verifyWhenSignedInactiveThenEmpty() {
    answer(signed().claim("token_introspection", Map.of("active", false)));

    assertThat(verifier.verify("t")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"active\":true}", "{\"active\":false}", "", "a.b.c", "x"})
  void verifyWhenNotSignedThenUnavailable(String body) {
    endpoint.answer(200, body);

    assertNotBelieved("is not a signed JWT");
  }

  /** RFC 8725 §3.11: an access token of this issuer is no answer. */
  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "JWT", "jwt", "", "introspection+jwt"})
  void verifyWhenTypeIsAnotherThenUnavailable(String type) {
    answer(signed().header("typ", type));

    assertNotBelieved("is a JWT of another type than token-introspection+jwt");
  }

  @Test
  void verifyWhenTypeIsAbsentThenUnavailable() {
    answer(signed().withoutHeader("typ"));

    assertNotBelieved("is a JWT of another type than token-introspection+jwt");
  }

  @Test
  void verifyWhenAlgorithmIsSymmetricOrNotAllowedThenUnavailable() {
    answer(signed().key(SigningKey.OCT));
    assertNotBelieved("is signed with an algorithm that is not accepted");
    answer(signed().key(SigningKey.P384));
    assertNotBelieved("is signed with an algorithm that is not accepted");
  }

  @Test
  void verifyWhenNoAlgorithmThenUnavailable() {
    endpoint.answer(200, signed().header("alg", "none").unsigned() + ".");

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> verifier.verify("t"));
  }

  @Test
  void verifyWhenCriticalThenUnavailable() {
    answer(signed().header("crit", List.of("x")).header("x", 1));

    assertNotBelieved("has a critical extension that is not understood");
  }

  @Test
  void verifyWhenAnotherKeySignedThenUnavailable() {
    answer(signed().forgedWith(SigningKey.OTHER_RSA));

    assertNotBelieved("has a signature that is not valid");
  }

  @Test
  void verifyWhenIssuerIsAnotherThenUnavailable() {
    answer(signed().claim("iss", TestIssuer.ISSUER + "/"));
    assertNotBelieved(OTHER_ISSUER);
    answer(signed().without("iss"));
    assertNotBelieved(OTHER_ISSUER);
  }

  @Test
  void verifyWhenAudienceIsAnotherThenUnavailable() {
    for (Object audience :
        List.of("resource-2", "", List.of(), List.of("x"), List.of(List.of(CLIENT)), 1)) {
      answer(signed().claim("aud", audience));
      assertNotBelieved(OTHER_RESOURCE);
    }
    answer(signed().without("aud"));
    assertNotBelieved(OTHER_RESOURCE);
  }

  @Test
  void verifyWhenNotMadeJustNowThenUnavailable() {
    long skew = AskedIssuer.SKEW.toSeconds();
    for (Object iat : List.of(now + skew + 1, now - 301, String.valueOf(now), List.of(now))) {
      answer(signed().claim("iat", iat));
      assertNotBelieved(NOT_NOW);
    }
    answer(signed().without("iat"));
    assertNotBelieved(NOT_NOW);
    for (long iat : new long[] {now + skew, now - 300}) {
      answer(signed().claim("iat", iat));
      assertThat(verifier.verify("t")).isPresent();
    }
  }

  @Test
  void verifyWhenAnswerIsNotInItsPlaceThenUnavailable() {
    answer(signed().without("token_introspection").claim("active", true));
    assertNotBelieved("has no token_introspection");
    answer(signed().claim("token_introspection", "active"));
    assertNotBelieved("has no token_introspection");
  }

  private TokenBuilder signed() {
    return new TokenBuilder(SigningKey.RSA)
        .header("typ", "token-introspection+jwt")
        .claim("iss", TestIssuer.ISSUER)
        .claim("aud", CLIENT)
        .claim("iat", now)
        .claim("token_introspection", Map.of("active", true, "sub", "alice"));
  }

  private void answer(TokenBuilder jwt) {
    endpoint.answer(200, jwt.sign());
  }

  private void assertNotBelieved(String reason) {
    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> verifier.verify("t"))
        .withMessage(
            "the endpoint of https://issuer.example.com that knows about tokens gives an answer"
                + " that %s",
            reason);
  }

  private IntrospectionVerifier verifier() {
    IssuerSettings settings = new AskedIssuer().as(CLIENT, "s").signed().settings();
    return new IntrospectionVerifier(
        settings,
        () -> URI.create(AskedIssuer.ENDPOINT),
        token -> false,
        new IntrospectionVerifier.SignedBy(
            SignedAnswersTest::haveSigned, Set.of(TestSettings.RESOURCE)),
        new Backchannel(
            endpoint,
            new ClientAuthenticator(settings, Optional.empty(), clock),
            clock,
            Backchannel.Limits.of(Duration.ofSeconds(1))));
  }

  /** As it is wired: the issuer's published keys that fit the header. */
  private static boolean haveSigned(Jose.UnverifiedJwt answer) {
    return KeySetReader.read(new TestIssuer(SigningKey.RSA).jwks()).stream()
        .filter(key -> key.fits(answer.header()))
        .anyMatch(key -> answer.isSignedWith(key.key()));
  }
}
