// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mcpauth.internal.lists.AnswerTransform;

/**
 * What a binding changes of a request on its way to the server, and of the answer on its way back.
 *
 * @param requestHeaders the headers that the server sees otherwise, by their names in any case: one
 *     value per field line, or none if it does not see the header at all
 * @param answer what becomes of the answer; empty if it stays as it is
 */
public record Passage(Map<String, List<String>> requestHeaders, Optional<AnswerTransform> answer) {

  /** Nothing is changed. */
  static final Passage UNCHANGED = new Passage(Map.of(), Optional.empty());

  /** Copies the map. */
  public Passage {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(requestHeaders);
    requestHeaders = Collections.unmodifiableMap(headers);
  }
}
