// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * The results of methods. They have the members of every revision that the TCK knows: what one does
 * not know does not hurt there.
 */
final class Results {

  private static final List<String> REVISIONS = List.of("2025-06-18", "2025-11-25", "2026-07-28");
  private static final List<String> TOOLS =
      List.of(
          ConformanceTools.SIMPLE_TEXT,
          ConformanceTools.CALLER,
          ConformanceTools.INVOCATIONS,
          StepUpTools.STRONG_LOGIN,
          StepUpTools.RECENT_LOGIN,
          RoleTools.FOR_OPERATORS,
          RoleTools.CLOSED,
          ArgumentTools.PROJECT,
          CallerTools.ELSEWHERE,
          CallerTools.EMAIL,
          CallerTools.USER_EMAIL,
          OnBehalfTools.ON_BEHALF,
          DecisionTools.DECISIONS,
          UnmentionedTools.UNMENTIONED);
  private static final String LAST_WITH_INITIALIZE = "2025-11-25";

  private Results() {}

  static JsonObject empty() {
    return complete().build();
  }

  static JsonObject initialized(String requested) {
    return complete()
        .add("protocolVersion", REVISIONS.contains(requested) ? requested : LAST_WITH_INITIALIZE)
        .add("capabilities", capabilities())
        .add("serverInfo", serverInfo())
        .build();
  }

  static JsonObject discovered() {
    return cacheable()
        .add("supportedVersions", Json.createArrayBuilder(REVISIONS))
        .add("capabilities", capabilities())
        .add("serverInfo", serverInfo())
        .build();
  }

  static JsonObject tools() {
    JsonArrayBuilder tools = Json.createArrayBuilder();
    JsonObject schema = Json.createObjectBuilder().add("type", "object").build();
    for (String name : TOOLS) {
      tools.add(Json.createObjectBuilder().add("name", name).add("inputSchema", schema));
    }
    return cacheable().add("tools", tools).build();
  }

  static JsonObject resources() {
    return list("resources", "uri", ConformanceResources.STATIC, "static-text");
  }

  static JsonObject resourceTemplates() {
    return list("resourceTemplates", "uriTemplate", ConformanceResources.TEMPLATE, "template");
  }

  static JsonObject prompts() {
    return list("prompts", "name", ConformancePrompts.SIMPLE, ConformancePrompts.SIMPLE);
  }

  private static JsonObject list(String member, String key, String value, String name) {
    JsonObjectBuilder entry = Json.createObjectBuilder().add("name", name).add(key, value);
    return cacheable().add(member, Json.createArrayBuilder().add(entry)).build();
  }

  static JsonObject called(String text) {
    return complete().add("content", Json.createArrayBuilder().add(text(text))).build();
  }

  static JsonObject read(String uri, String text) {
    JsonObjectBuilder content = text(text).add("uri", uri).add("mimeType", "text/plain");
    return cacheable().add("contents", Json.createArrayBuilder().add(content)).build();
  }

  static JsonObject prompt(String text) {
    JsonObjectBuilder message =
        Json.createObjectBuilder().add("role", "user").add("content", text(text));
    return complete().add("messages", Json.createArrayBuilder().add(message)).build();
  }

  private static JsonObjectBuilder text(String text) {
    return Json.createObjectBuilder().add("type", "text").add("text", text);
  }

  private static JsonObjectBuilder complete() {
    return Json.createObjectBuilder().add("resultType", "complete");
  }

  private static JsonObjectBuilder cacheable() {
    return complete().add("ttlMs", 0).add("cacheScope", "private");
  }

  private static JsonObject capabilities() {
    return Json.createObjectBuilder()
        .add("tools", JsonObject.EMPTY_JSON_OBJECT)
        .add("resources", JsonObject.EMPTY_JSON_OBJECT)
        .add("prompts", JsonObject.EMPTY_JSON_OBJECT)
        .build();
  }

  private static JsonObject serverInfo() {
    return Json.createObjectBuilder().add("name", "mcp-auth-tck-app").add("version", "1").build();
  }
}
