// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.proofs.spring;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.ai.mcp.annotation.McpPrompt;
import org.springframework.ai.mcp.annotation.McpResource;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** The operations of the fixture contract, guarded as mcp-security documents it. */
@Service
public class Operations {

  private final AtomicLong invocations = new AtomicLong();

  @McpTool(name = "test_simple_text", description = "Answers with a fixed text")
  @PreAuthorize(
      "hasAuthority('SCOPE_mcp:conformance:tools:call')"
          + " and hasAuthority('SCOPE_mcp:conformance:tools:test_simple_text')")
  public String simpleText() {
    invocations.incrementAndGet();
    return "This is a simple text response for testing.";
  }

  @McpTool(name = "test_caller", description = "The subject of the caller's token")
  @PreAuthorize("isAuthenticated()")
  public String caller() {
    return SecurityContextHolder.getContext().getAuthentication().getName();
  }

  @McpTool(name = "test_invocations", description = "How often test_simple_text ran")
  @PreAuthorize("isAuthenticated()")
  public String invocations() {
    return Long.toString(invocations.get());
  }

  @McpResource(name = "static-text", uri = "test://static-text", mimeType = "text/plain")
  @PreAuthorize(
      "hasAuthority('SCOPE_mcp:conformance:resources:read')"
          + " and hasAuthority('SCOPE_mcp:conformance:resources:static')")
  public String staticText() {
    return "A static text.";
  }

  @McpResource(
      name = "template-data",
      uri = "test://template/{id}/data",
      mimeType = "application/json")
  @PreAuthorize(
      "hasAuthority('SCOPE_mcp:conformance:resources:read')"
          + " and hasAuthority('SCOPE_mcp:conformance:resources:template:' + #id)")
  public String templateData(String id) {
    return "{\"id\":\"%s\"}".formatted(id);
  }

  @McpPrompt(name = "test_simple_prompt", description = "A fixed prompt")
  @PreAuthorize(
      "hasAuthority('SCOPE_mcp:conformance:prompts:get')"
          + " and hasAuthority('SCOPE_mcp:conformance:prompts:test_simple_prompt')")
  public String simplePrompt() {
    return "This is a simple prompt for testing.";
  }
}
