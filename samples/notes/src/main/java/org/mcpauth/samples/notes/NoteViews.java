// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.mcpauth.RequiresScope;

/** The notes as a prompt and as a resource. */
@ApplicationScoped
public class NoteViews {

  @Inject NoteStore notes;

  /**
   * Asks a language model for a summary.
   *
   * @return the text of the prompt
   */
  @RequiresScope(value = "notes:read", prompt = "summarize_notes")
  public String summarizeNotes() {
    String list =
        notes.all().stream()
            .map(note -> "- " + note.text() + " (" + note.author() + ")")
            .collect(Collectors.joining("\n"));
    return list.isEmpty()
        ? "There are no notes. Say so in one sentence."
        : "Summarize the following notes in three sentences at most.\n\n" + list;
  }

  /**
   * All notes.
   *
   * @return the notes, oldest first
   */
  @RequiresScope(value = "notes:read", resource = "notes://all")
  public List<Note> allNotes() {
    return notes.all();
  }
}
