// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.mcpauth.internal.settings.SettingsSource;

/** Settings from MicroProfile Config, with all of its sources. */
final class MicroProfileSettingsSource implements SettingsSource {

  private final Config config;

  MicroProfileSettingsSource(Config config) {
    this.config = config;
  }

  @Override
  public Optional<String> value(String name) {
    return config.getOptionalValue(name, String.class);
  }

  @Override
  public Iterable<String> names() {
    return config.getPropertyNames();
  }
}
