// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

  @Test
  void requireFreeWhenSomebodyListensThenNamesPortAndProperty() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertThatExceptionOfType(LaunchException.class)
          .isThrownBy(() -> LoopbackPort.requireFree(port, "http.port"))
          .withMessage("Port " + port + " is in use. Choose another one with -Dhttp.port=<port>.");
    }
  }

  @Test
  void requireFreeWhenSomebodyListensOnAllInterfacesThenFails() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      assertThatExceptionOfType(LaunchException.class)
          .isThrownBy(() -> LoopbackPort.requireFree(other.getLocalPort(), "http.port"));
    }
  }

  @Test
  void requireFreeWhenNobodyListensThenPasses() {
    int port = LoopbackPort.free();
    assertThatCode(() -> LoopbackPort.requireFree(port, "http.port")).doesNotThrowAnyException();
    assertThat(LoopbackPort.isFree(port)).isTrue();
  }
}
