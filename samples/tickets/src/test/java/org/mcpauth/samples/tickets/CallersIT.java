// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.samples.testing.Answer;
import org.mcpauth.samples.testing.ApplicationExtension;
import org.mcpauth.samples.testing.RunningApplication;

/** Who is calling, on the threads of the MCP Java SDK, and who was refused. */
@ExtendWith(ApplicationExtension.class)
class CallersIT {

  private static final String MAY_REPLY = "?scope=tickets:write";

  private final Desk desk;

  CallersIT(RunningApplication application) {
    this.desk = Desk.of(application);
  }

  /** The name is asked of the authorization server, the address is a claim. */
  @Test
  void replyWhenTokenHasAnAddressThenIsSignedWithNameAndAddress() {
    assertThat(reply(desk.as("mia" + MAY_REPLY), "Hello"))
        .isEqualTo("Hello\n-- \nMia Jensen <mia@desk.example>");
  }

  @Test
  void replyWhenTokenHasNoAddressThenIsSignedWithTheName() {
    assertThat(reply(desk.as("noah" + MAY_REPLY), "Hello")).isEqualTo("Hello\n-- \nNoah Okafor");
  }

  @Test
  void replyWhenTwoCallAtTheSameTimeThenEachSignsForItself() throws Exception {
    Desk mia = desk.as("mia" + MAY_REPLY);
    Desk noah = desk.as("noah" + MAY_REPLY);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> replies = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        String text = "Reply " + i;
        replies.add(pool.submit(() -> reply(mia, text)));
        expected.add(text + "\n-- \nMia Jensen <mia@desk.example>");
        replies.add(pool.submit(() -> reply(noah, text)));
        expected.add(text + "\n-- \nNoah Okafor");
      }
      List<String> signed = new ArrayList<>();
      for (Future<String> reply : replies) {
        signed.add(reply.get());
      }
      assertThat(signed).isEqualTo(expected);
    } finally {
      pool.shutdownNow();
    }
  }

  /** The observer of {@code AccessDenied}. */
  @Test
  void refusedCallsWhenSomebodyWasRefusedThenTellsTheSupervisorWhy() {
    String tool = "tool-" + UUID.randomUUID();
    desk.as("mia").call(tool, Map.of()).requireStatus(403);
    desk.call("anonymous-" + tool, Map.of()).requireStatus(401);
    assertThat(desk.as("noah").text("refused_calls", Map.of()))
        .contains("\"" + tool + ": FORBIDDEN\"")
        .doesNotContain("anonymous");
  }

  /** Others may reply at the same time, so the reply is found by what it says. */
  private static String reply(Desk as, String text) {
    String ticket = as.text("reply", Map.of("project", "globex", "number", 1, "text", text));
    List<String> replies = new ArrayList<>();
    Answer.json(ticket).path("replies").forEach(one -> replies.add(one.asText()));
    return replies.get(replies.size() - 1);
  }
}
