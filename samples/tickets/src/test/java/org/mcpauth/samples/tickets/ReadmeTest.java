// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mcpauth.samples.testing.Readme;

class ReadmeTest {

  @Test
  void readmeWhenReadThenHasTheCommandsThatTheLauncherPrints() {
    assertThat(Readme.text()).contains(Readme.commands());
  }
}
