// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mcpauth.samples.testing.Answer;
import org.mcpauth.samples.testing.RunningApplication;
import org.mcpauth.samples.testing.Wire;

/**
 * The desk as one client sees it: with a token, or with none, and speaking one revision of MCP.
 *
 * @param application what runs
 * @param revision the revision
 * @param authorization names and values of headers
 */
record Desk(RunningApplication application, String revision, List<String> authorization) {

  static Desk of(RunningApplication application) {
    return new Desk(application, "2025-11-25", List.of());
  }

  /** The whole challenge for a refund without a second factor, or long after it. */
  static String betterLogin(RunningApplication application, String scope) {
    return "Bearer error=\"insufficient_user_authentication\", scope=\""
        + scope
        + "\", resource_metadata=\""
        + application.metadataUrl()
        + "\", acr_values=\"urn:example:mfa\", max_age=\"300\","
        + " error_description=\"The operation needs another or a more recent authentication of the"
        + " user\"";
  }

  /** Logs a user in, such as {@code mia?scope=tickets:read}, and gives the client the token. */
  Desk as(String user) {
    return with(token(user));
  }

  Desk with(String token) {
    return new Desk(application, revision, List.of("Authorization", "Bearer " + token));
  }

  Desk speaking(String other) {
    return new Desk(application, other, authorization);
  }

  String token(String user) {
    return Wire.get(URI.create(application.companion() + "/users/" + user))
        .requireStatus(200)
        .body();
  }

  Answer call(String tool, Map<String, ?> arguments) {
    return send("tools/call", Map.of("name", tool, "arguments", arguments));
  }

  /** The text of the result of a call that is a success. */
  String text(String tool, Map<String, ?> arguments) {
    return call(tool, arguments).result().at("/content/0/text").asText();
  }

  /** The names of the tools that this caller is shown. */
  List<String> tools() {
    List<String> names = new ArrayList<>();
    for (JsonNode tool : send("tools/list", Map.of()).result().path("tools")) {
      names.add(tool.path("name").asText());
    }
    return names;
  }

  private Answer send(String method, Map<String, ?> params) {
    try {
      String body =
          Answer.JSON.writeValueAsString(
              Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params));
      List<String> headers = new ArrayList<>(List.of("MCP-Protocol-Version", revision));
      headers.addAll(authorization);
      return Wire.post(
          application.endpoint(), "application/json", body, headers.toArray(String[]::new));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
