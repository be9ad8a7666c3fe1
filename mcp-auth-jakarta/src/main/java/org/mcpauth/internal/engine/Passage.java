// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mcpauth.internal.lists.AnswerTransform;
import org.mcpauth.internal.session.CallerSession;

/**
 * What a binding changes of a request on its way to the server, and of the answer on its way back.
 *
 * @param requestHeaders the headers that the server sees otherwise, by their names in any case: one
 *     value per field line, or none if it does not see the header at all
 * @param answer what becomes of the answer; empty if it stays as it is
 * @param session the session ids of the caller; empty if they stay as they are
 */
public record Passage(
    Map<String, List<String>> requestHeaders,
    Optional<AnswerTransform> answer,
    Optional<CallerSession> session) {

  /** Nothing is changed. */
  static final Passage UNCHANGED = new Passage(Map.of(), Optional.empty());

  /** Nothing is changed about sessions. */
  Passage(Map<String, List<String>> requestHeaders, Optional<AnswerTransform> answer) {
    this(requestHeaders, answer, Optional.empty());
  }

  /** The same for a caller in a session. */
  Passage in(CallerSession of) {
    if (of.seen().isEmpty()) {
      return new Passage(requestHeaders, answer, Optional.of(of));
    }
    Map<String, List<String>> headers = new HashMap<>(requestHeaders);
    headers.put(CallerSession.HEADER, of.seen().get());
    return new Passage(headers, answer, Optional.of(of));
  }

  /** Copies the map. */
  public Passage {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(requestHeaders);
    requestHeaders = Collections.unmodifiableMap(headers);
  }
}
