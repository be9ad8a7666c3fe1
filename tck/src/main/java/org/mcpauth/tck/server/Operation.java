// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Something that a client asks of an MCP server.
 *
 * @param method the JSON-RPC method
 * @param params without {@code _meta}
 * @param name what {@code Mcp-Name} mirrors; empty for methods that have no name to mirror
 * @param scopes what it needs by the fixture contract, all of them; none if any valid token will do
 */
public record Operation(
    String method, JsonObject params, Optional<String> name, List<String> scopes) {

  private static final String PREFIX = "mcp:conformance:";

  /** What {@code low} tokens have, and what a client is to ask for at first. */
  public static final String BASELINE = PREFIX + "baseline";

  /** Implies every other scope of the contract. */
  public static final String ADMIN = PREFIX + "admin";

  /** The tool that needs two scopes. */
  public static final Operation SIMPLE_TEXT =
      tool("test_simple_text", PREFIX + "tools:call", PREFIX + "tools:test_simple_text");

  /** The resource that needs two scopes. */
  public static final Operation STATIC_TEXT =
      resource("test://static-text", PREFIX + "resources:read", PREFIX + "resources:static");

  /** A resource behind a template, which needs two scopes. */
  public static final Operation TEMPLATE =
      resource(
          "test://template/123/data", PREFIX + "resources:read", PREFIX + "resources:template:123");

  /** The prompt that needs two scopes. */
  public static final Operation SIMPLE_PROMPT =
      new Operation(
          "prompts/get",
          Json.createObjectBuilder().add("name", "test_simple_prompt").build(),
          Optional.of("test_simple_prompt"),
          List.of(PREFIX + "prompts:get", PREFIX + "prompts:test_simple_prompt"));

  /** The tool that says who calls. */
  public static final Operation CALLER = tool("test_caller");

  /** The tool that says how often {@link #SIMPLE_TEXT} ran. */
  public static final Operation INVOCATIONS = tool("test_invocations");

  /** The {@code acr} that {@link #STRONG_LOGIN} needs. */
  public static final String STRONG_ACR = "urn:mcp:conformance:strong";

  /** How many seconds old the login may be for {@link #RECENT_LOGIN}. */
  public static final int RECENT_SECONDS = 300;

  /** The tool that needs a strong authentication of the user. */
  public static final Operation STRONG_LOGIN = tool("test_strong_login");

  /** The tool that needs a recent authentication of the user. */
  public static final Operation RECENT_LOGIN = tool("test_recent_login");

  /** The role that {@link #FOR_OPERATORS} needs. */
  public static final String OPERATOR = "mcp-conformance-operator";

  /** The tool that needs a role. */
  public static final Operation FOR_OPERATORS = tool("test_for_operators");

  /** The tool that is closed to everybody. */
  public static final Operation CLOSED = tool("test_closed");

  /** The tool that needs a scope that its arguments name; to be called {@linkplain #with}. */
  public static final Operation PROJECT = tool("test_project");

  /** The tool that says who calls, on another thread than the call came in on. */
  public static final Operation CALLER_ELSEWHERE = tool("test_caller_elsewhere");

  /** The tool that says the claim {@code email} of the caller's token. */
  public static final Operation EMAIL = tool("test_email");

  /** The tool that says what e-mail address the issuer knows of the caller. */
  public static final Operation USER_EMAIL = tool("test_user_email");

  /** The tool that asks another service for its caller; to be called {@linkplain #with}. */
  public static final Operation ON_BEHALF = tool("test_on_behalf");

  /** The tool that says how many requests were let in and how many were not. */
  public static final Operation DECISIONS = tool("test_decisions");

  /** The tool that nothing is said about. */
  public static final Operation UNMENTIONED = tool("test_unmentioned");

  /** A tool that no server has. */
  public static final Operation UNKNOWN_TOOL = tool("test_no_such_tool");

  /** Everything that needs scopes. */
  public static final List<Operation> SCOPED =
      List.of(SIMPLE_TEXT, STATIC_TEXT, TEMPLATE, SIMPLE_PROMPT);

  /** Copies the list. */
  public Operation {
    scopes = List.copyOf(scopes);
  }

  /**
   * A method without parameters.
   *
   * @param method such as {@code tools/list}
   * @return it needs no scope
   */
  public static Operation of(String method) {
    return new Operation(method, JsonObject.EMPTY_JSON_OBJECT, Optional.empty(), List.of());
  }

  /**
   * The scope that {@link #PROJECT} needs.
   *
   * @param project the value of its argument {@code project}
   * @return the scope
   */
  public static String projectScope(String project) {
    return PREFIX + "projects:" + project;
  }

  /**
   * The same with arguments, for a tool.
   *
   * @param arguments in place of those that it has
   * @return it needs the same scopes
   */
  public Operation with(JsonObject arguments) {
    JsonObject changed = Json.createObjectBuilder(params).add("arguments", arguments).build();
    return new Operation(method, changed, name, scopes);
  }

  private static Operation tool(String name, String... scopes) {
    JsonObject params =
        Json.createObjectBuilder()
            .add("name", name)
            .add("arguments", JsonObject.EMPTY_JSON_OBJECT)
            .build();
    return new Operation("tools/call", params, Optional.of(name), List.of(scopes));
  }

  private static Operation resource(String uri, String... scopes) {
    JsonObject params = Json.createObjectBuilder().add("uri", uri).build();
    return new Operation("resources/read", params, Optional.of(uri), List.of(scopes));
  }

  /** The method and the name. */
  @Override
  public String toString() {
    return method + name.map(n -> " " + n).orElse("");
  }
}
