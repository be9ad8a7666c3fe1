// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The faults of each path, for tests of what happens then. */
public final class FaultSwitch {

  private final Map<String, Fault> byPath = new ConcurrentHashMap<>();

  /** No faults. */
  public FaultSwitch() {}

  /**
   * Breaks a path; a fault that was there before is over.
   *
   * @param path the path
   * @param fault what is wrong from now on
   */
  public void set(String path, Fault fault) {
    Optional.ofNullable(byPath.put(path, fault)).ifPresent(Fault::repair);
  }

  /**
   * Restores a path.
   *
   * @param path the path
   */
  public void clear(String path) {
    Optional.ofNullable(byPath.remove(path)).ifPresent(Fault::repair);
  }

  Optional<Fault> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }
}
