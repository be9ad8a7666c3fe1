// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mcpauth.AccessToken;
import org.mcpauth.RequiresScope;

/** What can be done with notes. */
@ApplicationScoped
public class NoteTools {

  /** How long a note may be, in characters. */
  public static final int MAX_LENGTH = 2000;

  @Inject NoteStore notes;
  @Inject AccessToken caller;

  /**
   * What this server is. It has no annotation: the configuration opens it to everybody.
   *
   * @return a description
   */
  public String about() {
    return "A list of notes that all callers share. Reading needs the scope notes:read, adding"
        + " notes:write, deleting notes:admin.";
  }

  /**
   * Who is calling. Any valid access token will do.
   *
   * @return the caller
   */
  @RequiresScope(
      value = {},
      tool = "whoami")
  public Caller whoami() {
    return new Caller(
        caller.subject().orElse(""),
        caller.clientId().orElse(""),
        List.copyOf(caller.scopes().asSet()));
  }

  /**
   * All notes.
   *
   * @return the notes, oldest first
   */
  @RequiresScope(value = "notes:read", tool = "list_notes")
  public List<Note> listNotes() {
    return notes.all();
  }

  /**
   * Adds a note in the caller's name.
   *
   * @param text what it says
   * @return the note
   * @throws InvalidNoteException if the text is blank or too long
   */
  @RequiresScope(value = "notes:write", tool = "add_note")
  public Note addNote(String text) {
    if (text.isBlank()) {
      throw new InvalidNoteException("text must not be blank");
    }
    if (text.length() > MAX_LENGTH) {
      throw new InvalidNoteException("text must not be longer than " + MAX_LENGTH + " characters");
    }
    return notes.add(text, caller.subject().or(caller::clientId).orElse("unknown"));
  }

  /**
   * Deletes every note.
   *
   * @return how many there were
   */
  @RequiresScope(value = "notes:admin", tool = "delete_all_notes")
  public int deleteAllNotes() {
    return notes.deleteAll();
  }
}
