// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.providers.keycloak.SetupExtension.MapperSetup;

/**
 * What the client attribute {@code access.token.header.type.rfc9068} changes, for either value of
 * {@code mcp.auth.jwt.type}.
 */
@ExtendWith(SetupExtension.class)
class TokenTypeIT {

  private final MapperSetup mapper;

  TokenTypeIT(MapperSetup mapper) {
    this.mapper = mapper;
  }

  @Test
  void initializeWhenAttributeIsSetThenBothAccept() {
    String token = token("test-typed", "at+jwt");
    McpSession.initialize(mapper.strict(), token).requireStatus(200);
    McpSession.initialize(mapper.lenient(), token).requireStatus(200);
  }

  @Test
  void initializeWhenAttributeIsNotSetThenLenientAloneAccepts() {
    String token = token("test-untyped", "JWT");
    Answer refused = initialize(mapper.strict(), token).requireStatus(401);
    assertThat(refused.header("WWW-Authenticate"))
        .containsExactly(
            mapper.challenges().invalidToken("The JWT is not typed as an access token, at+jwt"));
    initialize(mapper.lenient(), token).requireStatus(200);
  }

  private static Answer initialize(URI endpoint, String token) {
    return McpSession.initialize(endpoint, token);
  }

  private String token(String client, String expectedType) {
    String token = mapper.setup().tokens().alice(client, "notes:read");
    assertThat(Jwt.parse(token).header().getString("typ")).isEqualTo(expectedType);
    return token;
  }
}
