// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import org.mcpauth.RequiresScope;

/** Operations with requirements. */
public class NotesTools {

  @RequiresScope(value = "notes:read", tool = "list_notes")
  public String list() {
    return "[]";
  }

  @RequiresScope(
      value = {"notes:read", "notes:write"},
      tool = "add_note")
  public void add() {}

  @RequiresScope(
      value = {"notes:admin", "notes:audit"},
      match = RequiresScope.Match.ANY,
      tool = "audit")
  public void audit() {}

  @RequiresScope(
      value = {},
      tool = "whoami")
  public void whoami() {}

  @RequiresScope(value = "notes:read", prompt = "summarize")
  public void summarize() {}

  @RequiresScope(value = "notes:read", resource = "notes://all")
  public void all() {}

  @RequiresScope(value = "notes:secret", resource = "notes://secret/{id}")
  public void secret() {}
}
