// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.mcpauth.benchmarks.fixture.ToolCall;

/** The sample as it is, with the MCP Java SDK and a database: {@code list_notes} in a session. */
final class NotesApplication implements Application {

  private static final int NOTES = 5;

  private final Path sample;

  /**
   * The sample.
   *
   * @param sample its WAR
   */
  NotesApplication(Path sample) {
    this.sample = sample;
  }

  @Override
  public String title() {
    return "The sample: `list_notes`";
  }

  @Override
  public List<String> scopes() {
    return List.of("notes:read", "notes:write");
  }

  @Override
  public void write(Path war, boolean isProtected) throws IOException {
    if (isProtected) {
      Files.copy(sample, war, StandardCopyOption.REPLACE_EXISTING);
    } else {
      UnprotectedWar.write(sample, war);
    }
  }

  @Override
  public CallRequest prepare(int port, Optional<String> token) throws IOException {
    try (Session session = Session.open(port, token)) {
      for (int i = 0; i < NOTES; i++) {
        session.send(
            """
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"add_note",\
            "arguments":{"text":"Note %d: the quick brown fox jumps over the lazy dog"}}}"""
                .formatted(i));
      }
      return session.request(ToolCall.withoutArguments("list_notes", CallRequest.SIZE));
    }
  }
}
