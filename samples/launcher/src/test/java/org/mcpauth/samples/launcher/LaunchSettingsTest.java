// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchSettingsTest {

  @Test
  void ofWhenNothingSaidThenHasDefaults() {
    LaunchSettings settings = settings(Map.of());
    assertThat(settings.endpoint()).hasToString("http://localhost:8080/mcp");
    assertThat(settings.issuer()).hasToString("http://localhost:9090");
    assertThat(settings.companion()).hasToString("http://localhost:9191");
    assertThat(settings.runningIssuer()).isEmpty();
  }

  @Test
  void ofWhenPortsGivenThenUsesThem() {
    LaunchSettings settings =
        settings(Map.of("http.port", "1234", "issuer.port", "5678", "companion.port", "91"));
    assertThat(settings.endpoint()).hasToString("http://localhost:1234/mcp");
    assertThat(settings.issuer()).hasToString("http://localhost:5678");
    assertThat(settings.companion()).hasToString("http://localhost:91");
  }

  @Test
  void ofWhenIssuerGivenThenNoneIsStarted() {
    LaunchSettings settings = settings(Map.of("issuer", "https://issuer.example/realms/dev"));
    assertThat(settings.runningIssuer()).contains(settings.issuer());
    assertThat(settings.issuer()).hasToString("https://issuer.example/realms/dev");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "65536", "-1", "abc"})
  void ofWhenPortIsNoneThenNamesProperty(String port) {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> settings(Map.of("issuer.port", port)))
        .withMessage("-Dissuer.port must be a port between 1 and 65535, not " + port + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "issuer", "a b"})
  void ofWhenIssuerIsNoUrlThenNamesProperty(String issuer) {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> settings(Map.of("issuer", issuer)))
        .withMessage("-Dissuer must be an absolute URL, not " + issuer + ".");
  }

  private static LaunchSettings settings(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.put("launcher.payara.jar", "payara.jar");
    all.put("launcher.war", "app.war");
    all.put("launcher.payara.log", "payara.log");
    all.put("launcher.walkthrough", "walkthrough.sh");
    return LaunchSettings.of(all);
  }
}
