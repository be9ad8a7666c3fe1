// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.spi.JsonProvider;

/** The result of a tool that was not called because the token lacks a scope. */
final class ToolErrorResult {

  private ToolErrorResult() {}

  /** The message: to the model in words, and to the client as the challenge. */
  static String of(Decision.ToolError refusal, JsonProvider provider) {
    String text =
        "This tool was not called: the access token lacks permission. It needs the scope(s) "
            + refusal.required()
            + ". Do not try again with the same authorization. Ask the user to connect this server"
            + " again and to grant the missing permission.";
    return provider
        .createObjectBuilder()
        .add("jsonrpc", "2.0")
        .add("id", refusal.id())
        .add(
            "result",
            provider
                .createObjectBuilder()
                // MCP 2026-07-28 wants it, older revisions let other members pass.
                .add("resultType", "complete")
                .add(
                    "content",
                    provider
                        .createArrayBuilder()
                        .add(provider.createObjectBuilder().add("type", "text").add("text", text)))
                .add("isError", true)
                .add(
                    "_meta",
                    provider
                        .createObjectBuilder()
                        .add(
                            "mcp/www_authenticate",
                            provider
                                .createArrayBuilder()
                                .add(refusal.challenge().toHeaderValue()))))
        .build()
        .toString();
  }
}
