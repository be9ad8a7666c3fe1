// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The keys of MicroProfile JWT count where those of this library are absent; secrets from files.
 */
class MicroProfileJwtKeysTest {

  private static final String PEM = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----";
  private static final String JWK = "{\"kty\":\"RSA\"}";

  private static final MapSettingsSource MINIMAL = MapSettingsSource.minimal();

  @Test
  void readWhenOursAreAbsentThenTheirsCount() {
    MapSettingsSource source =
        MapSettingsSource.empty()
            .with("mcp.auth.resource", "https://api.example.com/mcp")
            .with("mp.jwt.verify.issuer", "https://mp.example.com")
            .with("mp.jwt.verify.audiences", "notes,api://notes")
            .with("mp.jwt.verify.publickey", PEM)
            .with("mp.jwt.verify.publickey.algorithm", "ES256")
            .with("mp.jwt.verify.clock.skew", "7")
            .with("mp.jwt.verify.token.age", "900");
    IssuerSettings issuer = source.readIssuer();

    assertThat(issuer.issuer()).isEqualTo("https://mp.example.com");
    assertThat(issuer.audiences()).containsExactlyInAnyOrder("notes", "api://notes");
    assertThat(issuer.keys().staticKeys()).isEqualTo(PEM);
    assertThat(issuer.jwt().algorithms()).containsExactly("ES256");
    assertThat(issuer.jwt().clockSkew()).isEqualTo(Duration.ofSeconds(7));
    assertThat(issuer.jwt().maxAge()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void readWhenBothAreSetThenOursCount() {
    assertThat(
            MINIMAL
                .with("mp.jwt.verify.issuer", "https://mp.example.com")
                .with("mp.jwt.verify.clock.skew", "7")
                .with("mcp.auth.jwt.clock-skew", "8")
                .readIssuer())
        .returns("https://issuer.example.com", IssuerSettings::issuer)
        .returns(Duration.ofSeconds(8), issuer -> issuer.jwt().clockSkew());
  }

  @Test
  void readWhenTheirsIsWrongThenTheMessageNamesTheirKey() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with("mp.jwt.verify.clock.skew", "soon")::read)
        .withMessageStartingWith("MCPAUTH-1002: mp.jwt.verify.clock.skew: the value 'soon'");
  }

  @Test
  void readWhenLocationIsUrlThenFetchedFromThere() {
    assertThat(
            MINIMAL
                .with("mp.jwt.verify.publickey.location", "https://mp.example.com/jwks")
                .readIssuer()
                .keys()
                .jwksUri())
        .isEqualTo(URI.create("https://mp.example.com/jwks"));
  }

  /** MicroProfile JWT §9.2.3: a location without a scheme is on the class path. */
  @Test
  void readWhenLocationIsBareThenOnTheClassPath() {
    assertThat(
            MINIMAL
                .with("mp.jwt.verify.publickey.location", "/keys/issuer.json")
                .readIssuer()
                .keys()
                .staticKeys())
        .isEqualTo(JWK);
    assertThat(MINIMAL.with("mcp.auth.jwt.keys", "classpath:keys/issuer.json").readIssuer().keys())
        .returns(JWK, IssuerSettings.Keys::staticKeys);
  }

  /** MicroProfile JWT §9.2.2. */
  @Test
  void readWhenKeyIsBase64ThenDecoded() {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(JWK.getBytes(StandardCharsets.UTF_8));

    assertThat(MINIMAL.with("mp.jwt.verify.publickey", encoded).readIssuer().keys().staticKeys())
        .isEqualTo(JWK);
  }

  @Test
  void readWhenSecretIsInFileThenReadWithoutTheLineEnd(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("secret");
    Files.writeString(file, "s3cret\n");
    MapSettingsSource source = MINIMAL.with("mcp.auth.client.id", "notes");

    assertThat(source.with("mcp.auth.client.secret", "file:" + file).readIssuer().client().secret())
        .isEqualTo(new Secret("s3cret"));
    assertThat(source.with("mcp.auth.client.secret", file.toUri().toString()).readIssuer().client())
        .returns(new Secret("s3cret"), IssuerSettings.Client::secret);
  }

  @Test
  void readWhenFileIsAbsentThenSaysSo() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with("mcp.auth.jwt.decryption-key", "file:/no/such/file")::read)
        .withMessage(
            "MCPAUTH-1002: mcp.auth.jwt.decryption-key: the value 'file:/no/such/file' names"
                + " nothing that can be read; a good value is file:/run/secrets/mcp-auth");
  }

  /** No secret is ever printed, in a message or as part of the settings. */
  @Test
  void readWhenSecretIsWrongOrRightThenNowhereShown() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with("mcp.auth.jwt.secret", "tooshort")::read)
        .withMessage(
            "MCPAUTH-1002: mcp.auth.jwt.secret: the value '…' is shorter than the 256 bits of RFC"
                + " 7518 §3.2; a good value is file:/run/secrets/jwt-secret");
    String secret = "0123456789abcdef0123456789abcdef";
    assertThat(MINIMAL.with("mcp.auth.jwt.secret", secret).read().toString())
        .doesNotContain(secret)
        .contains("Secret[hidden]");
  }

  /** RFC 8725 §2.1: never both kinds. */
  @Test
  void readWhenSecretThenOnlyItsAlgorithms() {
    MapSettingsSource source =
        MINIMAL.with("mcp.auth.jwt.secret", "0123456789abcdef0123456789abcdef");

    assertThat(source.readIssuer().jwt().algorithms())
        .containsExactlyInAnyOrder("HS256", "HS384", "HS512");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(source.with("mcp.auth.jwt.algorithms", "HS256,RS256")::read)
        .withMessageContaining("'RS256' is not an algorithm for mcp.auth.jwt.secret");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(source.with("mcp.auth.jwt.keys", JWK)::read)
        .withMessageContaining("is set together with mcp.auth.jwt.keys");
  }

  @Test
  void readWhenKeysAreNeitherTextNorLocationThenRefusedUnshown() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(MINIMAL.with("mcp.auth.jwt.keys", "what is this")::read)
        .withMessage(
            "MCPAUTH-1002: mcp.auth.jwt.keys: the value '…' is neither PEM nor JSON nor a location;"
                + " a good value is classpath:/issuer-keys.json");
  }
}
