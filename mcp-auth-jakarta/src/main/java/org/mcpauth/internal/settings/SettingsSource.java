// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.Optional;

/** Where settings come from: MicroProfile Config, or a map in a test. */
public interface SettingsSource {

  /**
   * The value of a key.
   *
   * @param name the key
   * @return the value; empty if none is set
   */
  Optional<String> value(String name);

  /**
   * The keys that have a value.
   *
   * @return every known key; others may have a value too (environment variables cannot be listed)
   */
  Iterable<String> names();
}
