// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Answers that replace those of an endpoint, for tests of what happens then. */
public final class FaultSwitch {

  private final Map<String, Response> byPath = new ConcurrentHashMap<>();

  /**
   * Replaces what is answered at a path.
   *
   * @param path the path
   * @param response the answer from now on
   */
  public void set(String path, Response response) {
    byPath.put(path, response);
  }

  /**
   * Restores a path.
   *
   * @param path the path
   */
  public void clear(String path) {
    byPath.remove(path);
  }

  /** Restores all. */
  public void clearAll() {
    byPath.clear();
  }

  Optional<Response> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }
}
