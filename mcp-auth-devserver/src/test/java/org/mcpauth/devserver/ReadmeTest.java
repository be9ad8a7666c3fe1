// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

/** The examples of README.md: they compile, they run, and they are the ones that are printed. */
class ReadmeTest {

  private static final Pattern EXAMPLE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  @Test
  void readmeWhenItHasAnExampleThenItIsCompiledHere() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String source =
        Files.readString(Path.of("src/test/java/org/mcpauth/devserver/ReadmeTest.java"));
    List<String> examples = EXAMPLE.matcher(readme).results().map(found -> found.group(1)).toList();

    assertThat(examples).hasSizeGreaterThan(3);
    assertThat(examples)
        // Shows where test methods stand, not what is in them.
        .filteredOn(example -> !example.contains("@ExtendWith"))
        .allSatisfy(example -> assertThat(words(source)).contains(words(example)));
  }

  @Test
  @SuppressWarnings("UnusedVariable") // An example stands for itself.
  void java() {
    try (DevAuthorizationServer server = DevAuthorizationServer.builder().port(0).start()) {
      TokenDraft draft =
          server.tokens().forResource("http://localhost:8080/mcp").scope("notes:read");
      String valid = draft.subject("alice").mint();
      String forged = draft.foreignKey().mint(); // and expired(), algNone(), embeddedJwk(), ...
      server.rotateKeys();
      server.faults().unavailable(Faults.Endpoint.JWKS);
      List<RecordedRequest> seen = server.requests(); // what clients sent, without secrets
    }
  }

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(
          () -> DevAuthorizationServer.builder().port(0).opaqueTokens(true));

  @Test
  void tokens(DevAuthorizationServer server) {
    TokenDraft draft = server.tokens().forResource(RESOURCE);
    KeyPair keys = TestKeys.rsa();
    byte[] secret = new byte[32];

    String sender = draft.boundTo(keys.getPublic()).mint(); // cnf.jkt, RFC 9449
    String nested = draft.claim("realm_access", Map.of("roles", List.of("reader"))).mint();
    String shared = draft.hs256(secret).mint();
    String encrypted =
        draft
            .encrypted(TokenEncryption.to(keys.getPublic()).method("A128CBC-HS256").keyId("enc"))
            .mint();
    String reference = draft.opaque().mint(); // only introspection knows what it says
    String sparse = draft.opaque().introspectionWithout("exp", "aud").mint();
    String revoked = draft.inactive().mint();
    server.revoke(reference);

    assertThat(List.of(sender, nested, shared, encrypted, reference, sparse, revoked))
        .doesNotHaveDuplicates()
        .allSatisfy(token -> assertThat(token).isNotEmpty());
  }

  @Test
  void introspection() {
    KeyPair keys = TestKeys.ec();
    DevAuthorizationServer server =
        DevAuthorizationServer.builder()
            .port(0)
            .opaqueTokens(true)
            .client(DevClient.privateKeyJwt("api", keys.getPublic()))
            .introspectionBearerToken("a token for introspection", "http://localhost:8080/mcp")
            .start();
    try (server) {
      assertThat(new TestClient(server).introspect("unknown").json())
          .containsEntry("active", false);
    }
  }

  @Test
  void faults(DevAuthorizationServer server) {
    Faults faults = server.faults();
    faults.answer(Faults.Endpoint.INTROSPECTION, 500, "text/plain", "broken");
    faults.answer(Faults.Endpoint.INTROSPECTION, 200, "application/json", "<html>"); // no JSON
    faults.hanging(Faults.Endpoint.INTROSPECTION); // until repaired, a minute at most
    faults.contentType(Faults.Endpoint.INTROSPECTION, "text/html"); // genuine otherwise
    faults.oversized(
        Faults.Endpoint.INTROSPECTION, 10_000_000); // genuine, after ten million blanks
    faults.repairAll();
    faults.signedIntrospection(TokenDraft::foreignKey); // and whatever else a draft can do
    faults.signedIntrospection(response -> response.audience("https://other.example"));
    faults.repair(Faults.Endpoint.INTROSPECTION);

    assertThat(new TestClient(server).introspect("unknown").json()).containsEntry("active", false);
  }

  @Test
  void keyPublication(DevAuthorizationServer server) {
    Faults faults = server.faults();
    faults.header(Faults.Endpoint.JWKS, "Cache-Control", "max-age=60"); // or an ETag
    faults.redirect(Faults.Endpoint.JWKS); // 302 to the genuine document
    faults.redirect(Faults.Endpoint.DISCOVERY, URI.create("http://localhost:1/elsewhere"));
    faults.extraKey(Map.of("kty", "oct", "k", "AAAA")); // in front of the good ones
    faults.repairAll();

    assertThat(new TestClient(server).get("/jwks").json()).containsOnlyKeys("keys");
  }

  @Test
  void dpop(TokenMinter tokens) {
    TokenDraft draft = tokens.forResource(RESOURCE);

    DpopProofs key = DpopProofs.withNewKey(KeyAlgorithm.ES256); // or EdDSA, RS256
    String bound = draft.confirmation("jkt", key.thumbprint()).mint();
    DpopProof proof = key.proof("POST", "http://localhost:8080/mcp").accessToken(bound);
    String good = proof.mint();
    String replayed = proof.id("a jti that was seen").mint();
    String old = proof.issuedAfter(Duration.ofMinutes(-10)).mint();
    String naked = proof.privateKeyShown().mint(); // and algNone(), hs256(), foreignKey(), ...
    String incomplete = proof.withoutClaim("ath").mint();
    List<String> tooMany = proof.mintSeveral(2);

    assertThat(List.of(good, replayed, old, naked, incomplete)).doesNotHaveDuplicates();
    assertThat(tooMany).hasSize(2);
  }

  @Test
  void clientCertificates(TokenMinter tokens) throws Exception {
    TokenDraft draft = tokens.forResource(RESOURCE);

    ClientCertificate app = ClientCertificates.selfSigned().commonName("app").generate();
    String forThatClient = draft.boundTo(app.certificate()).mint(); // cnf.x5t#S256
    String thumbprint = app.thumbprint();
    KeyStore forTheHandshake = app.keyStore("changeit".toCharArray());

    assertThat(forThatClient).isNotEmpty();
    assertThat(thumbprint).hasSize(43);
    assertThat(forTheHandshake.isKeyEntry("client")).isTrue();
  }

  @Test
  void jwtValidation() {
    DevAuthorizationServerBuilder validating =
        DevAuthorizationServer.builder().port(0).jwtValidation(true);
    try (DevAuthorizationServer server = validating.start()) {
      assertThat(new TestClient(server).get("/api/jwt/validate").status()).isEqualTo(401);
    }
  }

  /** Line breaks and blanks are the formatter's, and so are those before a comment. */
  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }
}
