// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

/** Tokens that only introspection knows, and answers of introspection that lack something. */
@ExtendWith(DevAuthorizationServerExtension.class)
class ReferenceTokenTest {

  private final DevAuthorizationServer server;
  private final TestClient client;
  private final TokenDraft draft;

  ReferenceTokenTest(DevAuthorizationServer server) {
    this.server = server;
    this.client = new TestClient(server);
    this.draft = server.tokens().forResource(RESOURCE).subject("alice");
  }

  @Test
  void opaqueWhenRevokedThenInactive() {
    String token = draft.opaque().mint();
    assertThat(client.introspect(token).json()).containsEntry("active", true);

    server.revoke(token);

    assertThat(client.introspect(token).json()).isEqualTo(Map.of("active", false));
  }

  @Test
  void inactiveWhenMintedThenIntrospectionAloneKnows() throws Exception {
    String jwt = draft.inactive().mint();

    assertThat(SignedJWT.parse(jwt).getJWTClaimsSet().getSubject()).isEqualTo("alice");
    assertThat(client.introspect(jwt).json()).isEqualTo(Map.of("active", false));
    assertThat(client.introspect(draft.opaque().inactive().mint()).json())
        .isEqualTo(Map.of("active", false));
    assertThat(client.introspect(draft.mint()).json()).containsEntry("active", true);
  }

  @Test
  void introspectionWithoutWhenNamedThenAnswerLacksThemAndTokenIsActive() throws Exception {
    TokenDraft lacking = draft.introspectionWithout("exp", "aud", "iss", "client_id");
    String jwt = lacking.mint();

    assertThat(client.introspect(lacking.opaque().mint()).json())
        .containsOnlyKeys("active", "sub", "username", "iat", "nbf", "jti", "token_type")
        .containsEntry("active", true);
    assertThat(client.introspect(jwt).json()).doesNotContainKeys("exp", "aud", "iss", "client_id");
    assertThat(SignedJWT.parse(jwt).getJWTClaimsSet().getClaims())
        .containsKeys("exp", "aud", "iss", "client_id");
  }

  @Test
  void introspectionWhenMemberSetThenAnswerHasItAndTokenHasNot() throws Exception {
    String jwt = draft.introspection("username", "Alice").introspection("exp", "soon").mint();

    assertThat(client.introspect(jwt).json())
        .containsEntry("active", true)
        .containsEntry("username", "Alice")
        .containsEntry("exp", "soon");
    assertThat(SignedJWT.parse(jwt).getJWTClaimsSet().getClaims()).doesNotContainKey("username");
  }

  @Test
  void opaqueWhenBoundThenIntrospectionTellsTheConfirmation() {
    String token = draft.confirmation("jkt", "thumbprint").opaque().mint();

    assertThat(client.introspect(token).json()).containsEntry("cnf", Map.of("jkt", "thumbprint"));
  }
}
