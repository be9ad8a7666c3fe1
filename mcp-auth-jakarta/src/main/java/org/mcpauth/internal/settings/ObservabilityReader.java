// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.util.Map;
import org.mcpauth.internal.settings.Observability.Audit;
import org.mcpauth.internal.settings.Observability.AuditSubject;

/** Reads what operators are told. */
final class ObservabilityReader {

  private ObservabilityReader() {}

  static Observability read(SettingValues values) {
    return new Observability(
        values.choice(
            ConfigurationKey.AUDIT,
            Map.of("off", Audit.OFF, "denied", Audit.DENIED, "all", Audit.ALL)),
        values.choice(
            ConfigurationKey.AUDIT_SUBJECT,
            Map.of(
                "plain", AuditSubject.PLAIN,
                "hashed", AuditSubject.HASHED,
                "none", AuditSubject.NONE)),
        values.flag(ConfigurationKey.HEALTH));
  }
}
