// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer, as a binding writes it.
 *
 * @param status the HTTP status
 * @param headers the headers, in order; a {@code Content-Type} is among them if there is a body
 * @param body the body, JSON; empty if there is none
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {

  /** Copies the headers. */
  public HttpAnswer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
