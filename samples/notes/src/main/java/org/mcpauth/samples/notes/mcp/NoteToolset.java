// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mcpauth.mcpsdk.McpSdkCallers;
import org.mcpauth.samples.notes.InvalidNoteException;
import org.mcpauth.samples.notes.NoteTools;

/** The tools: what a client is told about each, and which method answers. */
@Dependent
public class NoteToolset {

  private static final ToolAnnotations READS =
      ToolAnnotations.builder().readOnlyHint(true).openWorldHint(false).build();
  private static final ToolAnnotations ADDS =
      ToolAnnotations.builder()
          .readOnlyHint(false)
          .destructiveHint(false)
          .idempotentHint(false)
          .openWorldHint(false)
          .build();
  private static final ToolAnnotations DELETES =
      ToolAnnotations.builder()
          .readOnlyHint(false)
          .destructiveHint(true)
          .idempotentHint(true)
          .openWorldHint(false)
          .build();

  @Inject NoteTools tools;

  List<SyncToolSpecification> tools(McpSdkCallers callers) {
    return Stream.of(about(), whoami(), listNotes(), addNote(), deleteAllNotes())
        .map(tool -> new SyncToolSpecification(tool.tool(), callers.handler(tool.callHandler())))
        .toList();
  }

  private SyncToolSpecification about() {
    Tool tool =
        tool("about", Schemas.NO_ARGUMENTS)
            .title("About this server")
            .description("Tells what this server is and which scopes its tools need")
            .annotations(READS)
            .build();
    return answered(
        tool, request -> CallToolResult.builder().addTextContent(tools.about()).build());
  }

  private SyncToolSpecification whoami() {
    Tool tool =
        tool("whoami", Schemas.NO_ARGUMENTS)
            .title("Who am I")
            .description("Tells which user and client are calling, and with which scopes")
            .outputSchema(McpJsonDefaults.getMapper(), Schemas.CALLER)
            .annotations(READS)
            .build();
    return answered(tool, request -> structured(Json.caller(tools.whoami())));
  }

  private SyncToolSpecification listNotes() {
    Tool tool =
        tool("list_notes", Schemas.NO_ARGUMENTS)
            .title("List notes")
            .description("Lists all notes, oldest first")
            .outputSchema(McpJsonDefaults.getMapper(), Schemas.NOTES)
            .annotations(READS)
            .build();
    return answered(tool, request -> structured(Json.notes(tools.listNotes())));
  }

  private SyncToolSpecification addNote() {
    Tool tool =
        tool("add_note", Schemas.TEXT)
            .title("Add a note")
            .description("Adds a note to the list that all callers share")
            .outputSchema(McpJsonDefaults.getMapper(), Schemas.NOTE)
            .annotations(ADDS)
            .build();
    return answered(tool, request -> structured(Json.note(tools.addNote(text(request)))));
  }

  private SyncToolSpecification deleteAllNotes() {
    Tool tool =
        tool("delete_all_notes", Schemas.NO_ARGUMENTS)
            .title("Delete all notes")
            .description("Deletes every note, whoever added it")
            .outputSchema(McpJsonDefaults.getMapper(), Schemas.DELETED)
            .annotations(DELETES)
            .build();
    return answered(tool, request -> structured(Map.of("deleted", tools.deleteAllNotes())));
  }

  private static Tool.Builder tool(String name, String inputSchema) {
    return Tool.builder(name, McpJsonDefaults.getMapper(), inputSchema);
  }

  private static SyncToolSpecification answered(
      Tool tool, Function<CallToolRequest, CallToolResult> answer) {
    return SyncToolSpecification.builder()
        .tool(tool)
        .callHandler(
            (exchange, request) -> {
              try {
                return answer.apply(request);
              } catch (InvalidNoteException e) {
                // The model can correct itself: a result, not a protocol error.
                return CallToolResult.builder()
                    .addTextContent(Optional.ofNullable(e.getMessage()).orElse("invalid note"))
                    .isError(true)
                    .build();
              }
            })
        .build();
  }

  /** The same as text, for clients that do not know structured content. */
  private static CallToolResult structured(Map<String, Object> value) {
    return CallToolResult.builder()
        .structuredContent(value)
        .addTextContent(Json.write(value))
        .build();
  }

  /** The SDK has checked the arguments against the schema already. */
  private static String text(CallToolRequest request) {
    return request.arguments().get("text") instanceof String text ? text : "";
  }
}
