// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/** Calls whose headers name another operation than their body, one of the two being protected. */
final class MisleadingHeaders {

  private static final String NAME = "Mcp-Name";
  private static final String METHOD = "Mcp-Method";
  private static final String VERSION = "MCP-Protocol-Version";
  private static final String OPEN = "test_caller";
  private static final String GUARDED = "test_simple_text";

  private MisleadingHeaders() {}

  static Map<String, HttpCall> of(McpServer server) {
    HttpCall call = server.call(Operation.SIMPLE_TEXT);
    HttpCall named = call.with(NAME, OPEN);
    HttpCall listing = call.with(METHOD, "tools/list").without(NAME);
    Map<String, HttpCall> calls = new LinkedHashMap<>();
    calls.put("the name of an open tool", named);
    calls.put("the name of an open tool, encoded", call.with(NAME, HostileUris.encoded(OPEN)));
    calls.put("the name of no tool", call.with(NAME, "test_no_such_tool"));
    calls.put("an empty name", call.with(NAME, ""));
    calls.put("no name", call.without(NAME));
    calls.put("two names, the open one first", named.adding(NAME, GUARDED));
    calls.put("two names, the open one last", call.adding(NAME, OPEN));
    calls.put("names in a list", call.with(NAME, OPEN + ", " + GUARDED));
    calls.put("the name in upper case", call.with(NAME, "TEST_SIMPLE_TEXT"));
    calls.put("another method", listing);
    calls.put("another method, and a name", call.with(METHOD, "tools/list"));
    calls.put("another method, and an open name", named.with(METHOD, "prompts/get"));
    calls.put("no such method", call.with(METHOD, "ping").without(NAME));
    calls.put("a notification", call.with(METHOD, "notifications/initialized").without(NAME));
    calls.put("no method", call.without(METHOD));
    calls.put("neither method nor name", call.without(METHOD).without(NAME));
    calls.put("two methods", listing.adding(METHOD, "tools/call"));
    calls.put("an older version", named.with(VERSION, "2025-11-25"));
    calls.put("no version", named.without(VERSION));
    calls.put("an unknown version", named.with(VERSION, "2999-01-01"));
    calls.put("no header at all", listing.without(METHOD).without(VERSION));
    HttpCall open = server.call(Operation.CALLER);
    calls.put("a protected name over an open body", open.with(NAME, GUARDED));
    calls.put(
        "a protected call over a list",
        server.call(Operation.of("tools/list")).with(METHOD, "tools/call").with(NAME, GUARDED));
    return calls;
  }
}
