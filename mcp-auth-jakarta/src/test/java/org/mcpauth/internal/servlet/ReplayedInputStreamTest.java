// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayedInputStreamTest {

  private final List<String> calls = new ArrayList<>();

  @Test
  void readWhenReadToTheEndThenFinished() throws IOException {
    ReplayedInputStream in = stream("ab");

    assertThat(in.isReady()).isTrue();
    assertThat(in.isFinished()).isFalse();
    assertThat(in.available()).isEqualTo(2);
    assertThat(in.read()).isEqualTo('a');
    assertThat(in.read(new byte[5], 1, 4)).isEqualTo(1);
    assertThat(in.isFinished()).isTrue();
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void setReadListenerWhenBodyIsThereThenCalledAtOnce() {
    ReplayedInputStream in = stream("abc");
    in.setReadListener(
        listener(() -> calls.add(new String(in.readAllBytes(), StandardCharsets.UTF_8))));

    assertThat(calls).containsExactly("abc", "all");
  }

  @Test
  void setReadListenerWhenBodyIsEmptyThenAllWasRead() {
    ReplayedInputStream in = stream("");
    in.setReadListener(listener(() -> calls.add("data")));

    assertThat(calls).endsWith("all");
  }

  @Test
  void setReadListenerWhenListenerFailsThenItIsTold() {
    ReplayedInputStream in = stream("abc");
    in.setReadListener(
        listener(
            () -> {
              throw new IOException("broken");
            }));

    assertThat(calls).containsExactly("broken");
  }

  private interface Work {
    void run() throws IOException;
  }

  private ReadListener listener(Work work) {
    return new ReadListener() {
      @Override
      public void onDataAvailable() throws IOException {
        work.run();
      }

      @Override
      public void onAllDataRead() {
        calls.add("all");
      }

      @Override
      public void onError(Throwable failure) {
        calls.add(String.valueOf(failure.getMessage()));
      }
    };
  }

  private static ReplayedInputStream stream(String text) {
    return new ReplayedInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
