// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes.mcp;

/** The JSON schemas of arguments and results. */
final class Schemas {

  static final String NO_ARGUMENTS =
      """
      {"type": "object", "additionalProperties": false}
      """;

  /** The limit is the one of {@link org.mcpauth.samples.notes.NoteTools#MAX_LENGTH}. */
  static final String TEXT =
      """
      {
        "type": "object",
        "properties": {
          "text": {
            "type": "string",
            "description": "What the note says",
            "minLength": 1,
            "maxLength": 2000
          }
        },
        "required": ["text"],
        "additionalProperties": false
      }
      """;

  static final String NOTE =
      """
      {
        "type": "object",
        "properties": {
          "id": {"type": "integer"},
          "text": {"type": "string"},
          "author": {"type": "string"},
          "createdAt": {"type": "string", "format": "date-time"}
        },
        "required": ["id", "text", "author", "createdAt"]
      }
      """;

  static final String NOTES =
      """
      {
        "type": "object",
        "properties": {"notes": {"type": "array", "items": %s}},
        "required": ["notes"]
      }
      """
          .formatted(NOTE);

  static final String CALLER =
      """
      {
        "type": "object",
        "properties": {
          "subject": {"type": "string"},
          "client": {"type": "string"},
          "scopes": {"type": "array", "items": {"type": "string"}}
        },
        "required": ["subject", "client", "scopes"]
      }
      """;

  static final String DELETED =
      """
      {
        "type": "object",
        "properties": {"deleted": {"type": "integer"}},
        "required": ["deleted"]
      }
      """;

  private Schemas() {}
}
