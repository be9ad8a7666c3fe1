// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ConnectException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.Jose;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.TestSettings;
import org.mcpauth.spi.VerifiedClaims;

/** On a server whose MicroProfile JWT is smallrye-jwt: by its parser. */
class SmallRyeParserTest {

  private static final IssuerSettings ISSUER =
      TestSettings.of("mcp.auth.verification", "mp-jwt").resources().get(0).issuers().get(0);

  @Test
  void verifyWhenParserAcceptsThenItsClaims() throws Exception {
    Map<String, Object> claims =
        Map.of(
            "raw_token",
            "x",
            "iss",
            ISSUER.issuer(),
            "aud",
            new LinkedHashSet<>(List.of("b", "a")));

    assertThat(verify(token(ISSUER.issuer()), () -> new ServerToken(claims)))
        .map(VerifiedClaims::values)
        .hasValue(Map.of("iss", ISSUER.issuer(), "aud", List.of("b", "a")));
  }

  @Test
  void verifyWhenParserThrowsThenRefusedWithoutItsMessage() throws Exception {
    String token = token(ISSUER.issuer());

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verify(token, () -> fail(new IllegalStateException(token))))
        .withMessage("The server does not accept the access token")
        .withNoCause();
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verify(token, () -> fail(new Exception(token))));
  }

  @Test
  void verifyWhenKeysAreUnreachableThenUnavailable() {
    Exception thrown = new Exception("no key", new Exception(new ConnectException("refused")));

    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(() -> verify(token(ISSUER.issuer()), () -> fail(thrown)));
  }

  /** Another issuer of the same resource may have another verifier. */
  @Test
  void verifyWhenIssuerIsAnotherThenNotAskedAndNext() throws Exception {
    String token = token("https://another.example.com");

    assertThat(verify(token, () -> fail(new IllegalStateException("asked")))).isEmpty();
  }

  /** What the parser says counts, not what could be read before. */
  @Test
  void verifyWhenParserNamesAnotherIssuerThenNext() throws Exception {
    Map<String, Object> claims = Map.of("iss", "https://another.example.com");

    assertThat(verify(token(ISSUER.issuer()), () -> new ServerToken(claims))).isEmpty();
    assertThat(verify(token(ISSUER.issuer()), () -> new ServerToken(Map.of()))).isEmpty();
  }

  static String claim(String token, String name) {
    return String.valueOf(Jose.parse(token).claims().get(name));
  }

  private static Optional<VerifiedClaims> verify(String token, Callable<JsonWebToken> answer)
      throws Exception {
    SmallRyeParser parser =
        new SmallRyeParser(new Parser(answer), Parser.class.getMethod("parse", String.class));
    return new ContainerTokenVerifier(ISSUER, Optional.of(parser)).verify(token);
  }

  private static JsonWebToken fail(Exception thrown) throws Exception {
    throw thrown;
  }

  private static String token(String issuer) {
    return new TestIssuer(issuer, SigningKey.P256)
        .tokenAt(Clock.systemUTC().instant().getEpochSecond())
        .sign();
  }

  /**
   * Has the method of {@code JWTParser} that is called.
   *
   * @param answer what it does
   */
  public record Parser(Callable<JsonWebToken> answer) {

    /** As smallrye-jwt declares it, but for the type of the exception. */
    public JsonWebToken parse(String token) throws Exception {
      return answer.call();
    }
  }
}
