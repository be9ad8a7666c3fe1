// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.samples.notes.Caller;
import org.mcpauth.samples.notes.Note;

/** What the notes look like on the wire. */
final class Json {

  private Json() {}

  static Map<String, Object> notes(List<Note> notes) {
    return Map.of("notes", notes.stream().map(Json::note).toList());
  }

  static Map<String, Object> note(Note note) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", note.id());
    object.put("text", note.text());
    object.put("author", note.author());
    object.put("createdAt", note.createdAt().toString());
    return object;
  }

  static Map<String, Object> caller(Caller caller) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("subject", caller.subject());
    object.put("client", caller.client());
    object.put("scopes", caller.scopes());
    return object;
  }

  static String write(Map<String, Object> object) {
    try {
      return McpJsonDefaults.getMapper().writeValueAsString(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
