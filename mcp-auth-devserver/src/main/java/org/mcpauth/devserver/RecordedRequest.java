// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that reached the server, for assertions about what a client sends over the wire.
 *
 * <p>Values of parameters and headers that may be secret are replaced by {@value #HIDDEN}; their
 * names are kept. Forms larger than 8 KiB are recorded without parameters.
 *
 * @param method the HTTP method
 * @param path the path, with the query if there was one
 * @param parameters parameters of the query and of a form body, by name
 * @param headers header fields, by lower-case name
 */
public record RecordedRequest(
    String method,
    String path,
    Map<String, List<String>> parameters,
    Map<String, List<String>> headers) {

  /** What stands for a value that is not recorded. */
  public static final String HIDDEN = "[hidden]";

  /**
   * Copies the maps.
   *
   * @param method the HTTP method
   * @param path the path, with the query if there was one
   * @param parameters parameters by name
   * @param headers header fields by lower-case name
   */
  public RecordedRequest {
    parameters = Map.copyOf(parameters);
    headers = Map.copyOf(headers);
  }

  /**
   * The first value of a parameter.
   *
   * @param name its name
   * @return the value, unless absent
   */
  public Optional<String> parameter(String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  /**
   * The first value of a header field.
   *
   * @param name its name, in any case
   * @return the value, unless absent
   */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }
}
