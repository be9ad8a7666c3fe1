// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.checker.report.Severity.ERROR;
import static org.mcpauth.checker.report.Severity.OK;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

class KeySetTest {

  private static final String WEAK_MODULUS =
      "qd3c7kRZ83bqWtHp9lX4jF45TF6zytSV7twPuwcHmhDYvirJgNLjcbW06q3PovGKyvm9-Kog8NhUbFzH"
          + "I7UjLUjP7f_sso02VNP9nbKJzsBn88xQUF2qEq08oVjT4KkwLlsJrfnzzs-UcCSiS3NLabGwi44RalFxAQy9CuDn1rU";

  private final ExampleIssuer issuer = new ExampleIssuer();

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void checkWhenKeysAreGoodThenListsAlgorithms() throws IOException {
    assertThat(issuer.finding(Check.JWKS_KEYS))
        .isEqualTo(Finding.ok(Check.JWKS_KEYS, "2 of 2 keys are for signatures: RS256, ES256"));
    assertThat(issuer.finding(Check.JWKS_PUBLIC_ONLY).severity()).isEqualTo(OK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'kty':'OKP','crv':'Ed25519','x':'AA'}|EdDSA",
        "{'kty':'EC','crv':'P-384','x':'AA','y':'AA'}|ES384",
        "{'kty':'EC','crv':'P-521','key_ops':['verify']}|ES512"
      })
  void checkWhenKeyNamesNoAlgorithmThenItIsThatOfItsType(String key, String algorithm)
      throws IOException {
    keys(key);
    assertThat(issuer.finding(Check.JWKS_KEYS).seen())
        .endsWith("1 of 1 keys are for signatures: " + algorithm);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "{'kty':'RSA','use':'enc','e':'AQAB','n':'AQAB'}",
        "{'kty':'RSA','e':'AQAB','n':'" + WEAK_MODULUS + "'}",
        "{'kty':'RSA','e':'AQAB','n':'not base64!'}",
        "{'kty':'EC','crv':'P-192'}",
        "{'kty':'EC','crv':'P-256','use':'enc'}",
        "{'kty':'EC','crv':'P-256','key_ops':['encrypt']}",
        "{'kty':'OKP','crv':'X25519'}",
        "{'kty':'new'}",
        "{}"
      })
  void checkWhenNoKeyVerifiesSignaturesThenError(String keys) throws IOException {
    keys(keys);
    Finding finding = issuer.finding(Check.JWKS_KEYS);
    assertThat(finding.severity()).isEqualTo(ERROR);
    assertThat(finding.seen()).startsWith("0 of ").endsWith(" keys are for signatures");
    assertThat(issuer.check().isCompatible()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kty':'oct','alg':'HS256','k':'c2VjcmV0LXNlY3JldC1zZWNyZXQ'}",
        "{'kty':'EC','crv':'P-256','x':'AA','y':'AA','d':'c2VjcmV0LXNlY3JldC1zZWNyZXQ'}"
      })
  void checkWhenSecretKeyIsPublishedThenErrorWithoutTheKey(String key) throws IOException {
    keys(key);
    Finding finding = issuer.finding(Check.JWKS_PUBLIC_ONLY);
    assertThat(finding.severity()).isEqualTo(ERROR);
    assertThat(finding.seen()).isEqualTo("symmetric or private keys published: 1");
    assertThat(issuer.check().toString()).doesNotContain("c2VjcmV0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]|not a JSON object",
        "{}|no array keys",
        "{'keys':{}}|no array keys",
        "<p>|a page"
      })
  void checkWhenAnswerIsNoKeySetThenError(String body, String seen) throws IOException {
    issuer.web().json(ExampleIssuer.JWKS, body.replace('\'', '"'));
    Finding finding = issuer.finding(Check.JWKS_KEYS);
    assertThat(finding.severity()).isEqualTo(ERROR);
    assertThat(finding.seen()).contains(seen);
  }

  @Test
  void checkWhenKeysAreElsewhereThenRedirectIsNotFollowed() throws IOException {
    String elsewhere = "https://elsewhere.example.com/jwks";
    issuer
        .web()
        .json(elsewhere, Resources.text("jwks.json"))
        .answer(ExampleIssuer.JWKS, 302, Map.of("Location", elsewhere), "");
    assertThat(issuer.finding(Check.JWKS_KEYS).seen()).isEqualTo("status 302");
    assertThat(issuer.web().received()).extracting(FakeWeb.Received::url).doesNotContain(elsewhere);
  }

  private void keys(String keys) {
    issuer.web().json(ExampleIssuer.JWKS, "{\"keys\":[" + keys.replace('\'', '"') + "]}");
  }
}
