// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

@ExtendWith(DevAuthorizationServerExtension.class)
class FaultsTest {

  private final DevAuthorizationServer server;
  private final TestClient client;
  private final String token;

  FaultsTest(DevAuthorizationServer server) {
    this.server = server;
    this.client = new TestClient(server);
    this.token = server.tokens().forResource(RESOURCE).mint();
  }

  @AfterEach
  void repair() {
    server.faults().repairAll();
  }

  @Test
  void answerWhenServerErrorOrNoJsonThenThatIsAnswered() {
    server.faults().answer(Faults.Endpoint.INTROSPECTION, 500, "text/plain", "broken");
    assertThat(client.introspect(token).status()).isEqualTo(500);

    server.faults().answer(Faults.Endpoint.INTROSPECTION, 200, "application/json", "<html>");
    assertThat(client.introspect(token).body()).isEqualTo("<html>");

    server.faults().repair(Faults.Endpoint.INTROSPECTION);
    assertThat(client.introspect(token).json()).containsEntry("active", true);
  }

  @Test
  void contentTypeWhenSetThenAnswerIsGenuineOtherwise() {
    server.faults().contentType(Faults.Endpoint.INTROSPECTION, "text/html");

    Answer answer = client.introspect(token);

    assertThat(answer.header("Content-Type")).isEqualTo("text/html");
    assertThat(answer.json()).containsEntry("active", true);
    assertThat(client.post("/introspect", "token", token).status()).isEqualTo(401);
  }

  @Test
  void oversizedWhenSetThenAnswerIsGenuineButHuge() {
    server.faults().oversized(Faults.Endpoint.INTROSPECTION, 3_000_000);

    Answer answer = client.introspect(token);

    assertThat(answer.body()).hasSizeGreaterThan(3_000_000);
    assertThat(answer.json()).containsEntry("active", true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.faults().oversized(Faults.Endpoint.JWKS, -1));
  }

  @Test
  void hangingWhenRepairedThenThoseWhoWaitGetTheirAnswer() throws Exception {
    server.faults().hanging(Faults.Endpoint.INTROSPECTION);
    server.clearRequests();

    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(() -> client.introspect(token));
    awaitRequests(1);
    // Other endpoints answer while that one hangs.
    assertThat(client.get("/jwks").status()).isEqualTo(200);
    assertThat(waiting).isNotDone();

    server.faults().repair(Faults.Endpoint.INTROSPECTION);

    assertThat(waiting.get(20, TimeUnit.SECONDS).json()).containsEntry("active", true);
  }

  @Test
  void hangingWhenManyWaitThenOthersAreSentAwayAndTheServerLives() throws Exception {
    server.faults().hanging(Faults.Endpoint.INTROSPECTION);
    server.clearRequests();
    List<CompletableFuture<Answer>> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      all.add(
          CompletableFuture.supplyAsync(
              () -> client.introspect(token), command -> new Thread(command).start()));
    }

    Answer sentAway =
        (Answer)
            CompletableFuture.anyOf(all.toArray(CompletableFuture[]::new))
                .get(20, TimeUnit.SECONDS);

    assertThat(sentAway.status()).isEqualTo(503);
    assertThat(client.get("/jwks").status()).isEqualTo(200);
    server.faults().repairAll();
    for (CompletableFuture<Answer> one : all) {
      assertThat(one.get(20, TimeUnit.SECONDS).status()).isIn(200, 503);
    }
    assertThat(all).filteredOn(one -> one.join().status() == 200).hasSize(8);
  }

  @Test
  void hangingWhenServerStopsThenStopsToo() throws Exception {
    DevAuthorizationServer other = DevAuthorizationServer.builder().port(0).start();
    TestClient otherClient = new TestClient(other);
    other.faults().hanging(Faults.Endpoint.JWKS);
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(() -> otherClient.get("/jwks"));
    while (other.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    other.close();

    assertThat(waiting).failsWithin(20, TimeUnit.SECONDS);
  }

  private void awaitRequests(int number) {
    while (server.requests().size() < number) {
      Thread.onSpinWait();
    }
  }
}
