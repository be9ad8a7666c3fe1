// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

@ExtendWith(DevAuthorizationServerExtension.class)
class KeyPublicationTest {

  private static final List<String> DOCUMENTS =
      List.of(
          "/jwks", "/.well-known/oauth-authorization-server", "/.well-known/openid-configuration");

  private final DevAuthorizationServer server;
  private final TestClient client;

  KeyPublicationTest(DevAuthorizationServer server) {
    this.server = server;
    this.client = new TestClient(server);
  }

  @AfterEach
  void repair() {
    server.faults().repairAll();
  }

  @Test
  void extraKeyWhenPublishedThenStandsBeforeTheGoodOnes() {
    List<?> good = keys();
    assertThat(good).hasSize(1);
    for (Map<String, Object> jwk :
        List.<Map<String, Object>>of(
            Map.of("kty", "PQC", "kid", "$1"),
            Map.of("kty", "EC", "crv", "P-999", "x", "AA", "y", "AA"),
            Map.of("kty", "RSA", "n", "?", "e", "AQAB"),
            Map.of("kty", "oct", "k", "AAAA"))) {
      server.faults().extraKey(jwk);

      assertThat(keys()).isEqualTo(List.of(jwk, good.get(0)));
    }
  }

  @Test
  void headerWhenSetThenDocumentIsGenuine() {
    String genuine = client.get("/jwks").body();
    Map<String, String> fields =
        Map.of("Cache-Control", "max-age=60", "ETag", "\"one\"", "content-type", "text/plain");

    fields.forEach(
        (name, value) -> {
          server.faults().header(Faults.Endpoint.JWKS, name, value);
          Answer answer = client.get("/jwks");

          assertThat(answer.response().headers().allValues(name)).containsExactly(value);
          assertThat(answer.body()).isEqualTo(genuine);
        });

    server.faults().repair(Faults.Endpoint.JWKS);
    assertThat(client.get("/jwks").header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void redirectWhenFollowedThenLeadsToTheGenuineDocument() {
    for (String path : DOCUMENTS) {
      String genuine = client.get(path).body();
      server.faults().redirect(Faults.Endpoint.JWKS);
      server.faults().redirect(Faults.Endpoint.DISCOVERY);

      Answer redirect = client.get(path);
      assertThat(redirect.status()).isEqualTo(302);
      assertThat(redirect.body()).isEmpty();
      Answer followed = client.get(redirect.header("Location"));
      assertThat(followed.status()).isEqualTo(200);
      assertThat(followed.body()).isEqualTo(genuine);
      server.faults().repairAll();
    }
  }

  @Test
  void redirectWhenElsewhereThenPointsThere() {
    URI location = URI.create("http://localhost:1/elsewhere");
    server.faults().redirect(Faults.Endpoint.JWKS, location);
    server.faults().redirect(Faults.Endpoint.DISCOVERY, location);

    for (String path : DOCUMENTS) {
      assertThat(client.get(path).status()).isEqualTo(302);
      assertThat(client.get(path).header("Location")).isEqualTo(location.toString());
    }
  }

  @Test
  void issuersWhenSeveralInOneProcessThenTheyKnowNothingOfEachOther() {
    try (DevAuthorizationServer other = DevAuthorizationServer.builder().port(0).start()) {
      TestClient otherClient = new TestClient(other);
      String token = server.tokens().forResource(RESOURCE).mint();
      other.faults().unavailable(Faults.Endpoint.JWKS);

      assertThat(other.issuer()).isNotEqualTo(server.issuer());
      assertThat(client.introspect(token).json()).containsEntry("active", true);
      assertThat(otherClient.introspect(token).json()).isEqualTo(Map.of("active", false));
      assertThat(client.get("/jwks").status()).isEqualTo(200);
    }
  }

  private List<?> keys() {
    return (List<?>) Objects.requireNonNull(client.get("/jwks").json().get("keys"));
  }
}
