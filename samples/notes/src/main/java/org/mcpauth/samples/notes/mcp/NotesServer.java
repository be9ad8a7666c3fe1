// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes.mcp;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.mcpauth.mcpsdk.McpSdkCallers;
import org.mcpauth.samples.notes.NoteViews;

/** The MCP server: which tools, prompts and resources there are, and which bean answers. */
@Dependent
public class NotesServer {

  private static final String URI = "notes://all";
  private static final String JSON = "application/json";

  @Inject NoteToolset toolset;
  @Inject NoteViews views;

  McpSyncServer start(McpStreamableServerTransportProvider transport, McpSdkCallers callers) {
    return McpServer.sync(transport)
        .serverInfo("notes", "1.0")
        .instructions("Notes that all callers share: list them, add one, delete them all.")
        .capabilities(
            ServerCapabilities.builder()
                .tools(false)
                .prompts(false)
                .resources(false, false)
                .build())
        .tools(toolset.tools(callers))
        .prompts(summarizeNotes(callers))
        .resources(allNotes(callers))
        .build();
  }

  private SyncPromptSpecification summarizeNotes(McpSdkCallers callers) {
    Prompt prompt =
        Prompt.builder("summarize_notes")
            .title("Summarize the notes")
            .description("Asks for a summary of all notes")
            .build();
    return new SyncPromptSpecification(
        prompt,
        callers.handler(
            (exchange, request) -> {
              TextContent text = TextContent.builder(views.summarizeNotes()).build();
              return GetPromptResult.builder(
                      List.of(PromptMessage.builder(Role.USER, text).build()))
                  .description("A summary of all notes")
                  .build();
            }));
  }

  private SyncResourceSpecification allNotes(McpSdkCallers callers) {
    Resource resource =
        Resource.builder(URI, "all_notes")
            .title("All notes")
            .description("Every note, oldest first")
            .mimeType(JSON)
            .build();
    return new SyncResourceSpecification(
        resource,
        callers.handler(
            (exchange, request) -> {
              String text = Json.write(Json.notes(views.allNotes()));
              return ReadResourceResult.builder(
                      List.of(TextResourceContents.builder(URI, text).mimeType(JSON).build()))
                  .build();
            }));
  }
}
