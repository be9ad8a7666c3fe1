// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import java.time.Instant;

/**
 * A note.
 *
 * @param id its number
 * @param text what it says
 * @param author the subject of the access token with which it was added
 * @param createdAt when it was added
 */
public record Note(long id, String text, String author, Instant createdAt) {}
