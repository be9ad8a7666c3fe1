// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For clients of MCP 2025-03-26: the metadata of the issuer at the resource's own host. */
class AuthorizationServerMirrorTest {

  private final Gate gate = new Gate("mcp.auth.legacy.authorization-server-metadata", "true");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/oauth-authorization-server",
        "/.well-known/oauth-authorization-server/mcp",
        "/.well-known/openid-configuration",
        "/.well-known/openid-configuration/mcp"
      })
  void decideWhenAskedThenUnchangedAndCacheable(String path) {
    AuthorizationEngine engine = gate.engine(NotesTools.class);
    HttpAnswer answer = answer(engine, FakeRequest.get(path));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(gate.issuer.metadata());
    assertThat(answer.headers())
        .containsEntry("Cache-Control", "max-age=3600")
        .containsEntry("Access-Control-Allow-Origin", "*");
    assertThat(
            answer(
                    engine,
                    FakeRequest.get(path)
                        .header("If-None-Match", "W/\"x\", " + answer.headers().get("ETag")))
                .status())
        .isEqualTo(304);
  }

  @Test
  void decideWhenIssuerIsDownThenUnavailable() {
    gate.fetcher.breakDown(gate.issuer);

    assertThat(
            gate.engine(NotesTools.class)
                .decide(FakeRequest.get("/.well-known/oauth-authorization-server")))
        .isEqualTo(new Decision.Unavailable());
  }

  @Test
  void decideWhenNotSwitchedOnThenPasses() {
    assertThat(
            new Gate()
                .engine(NotesTools.class)
                .decide(FakeRequest.get("/.well-known/oauth-authorization-server")))
        .isEqualTo(new Decision.Pass());
  }

  private static HttpAnswer answer(AuthorizationEngine engine, FakeRequest request) {
    return engine.answer((Decision.Answered) engine.decide(request), request);
  }
}
