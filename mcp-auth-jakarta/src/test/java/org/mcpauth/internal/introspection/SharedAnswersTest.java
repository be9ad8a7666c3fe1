// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.jose.TokenDigest;

/** Who asks, who waits, and who is sent away. */
@Timeout(60)
class SharedAnswersTest {

  private static final Duration LONG = Duration.ofSeconds(50);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);
  private final AtomicInteger questions = new AtomicInteger();

  @AfterEach
  void letAllGo() {
    answered.countDown();
  }

  @Test
  void askWhenHundredThreadsWantTheSameThenOneAsks() throws Exception {
    SharedAnswers<String> answers = answers(1, 99, LONG);
    FutureTask<String> first = start(() -> answers.ask(key("a"), this::slowAnswer));
    asked.await();
    List<FutureTask<String>> others = new ArrayList<>();
    for (int i = 0; i < 99; i++) {
      others.add(start(() -> answers.ask(key("a"), this::slowAnswer)));
    }
    awaitWaiting(answers, 99);
    answered.countDown();

    assertThat(first.get()).isEqualTo("answer");
    for (FutureTask<String> other : others) {
      assertThat(other.get()).isEqualTo("answer");
    }
    assertThat(questions).hasValue(1);
    assertThat(answers.waiting()).isZero();
  }

  @Test
  void askWhenAnswerIsThereThenNextAsksAnew() {
    SharedAnswers<String> answers = answers(1, 1, LONG);
    answered.countDown();

    assertThat(answers.ask(key("a"), this::slowAnswer)).isEqualTo("answer");
    assertThat(answers.ask(key("a"), this::slowAnswer)).isEqualTo("answer");
    assertThat(questions).hasValue(2);
  }

  @Test
  void askWhenTooManyRequestsThenUnavailable() throws Exception {
    SharedAnswers<String> answers = answers(1, 1, LONG);
    FutureTask<String> first = start(() -> answers.ask(key("a"), this::slowAnswer));
    asked.await();

    assertUnavailable(() -> answers.ask(key("b"), this::slowAnswer), "too many tokens");
    answered.countDown();
    assertThat(first.get()).isEqualTo("answer");
    assertThat(answers.ask(key("b"), this::slowAnswer)).isEqualTo("answer");
  }

  @Test
  void askWhenTooManyWaitThenUnavailable() throws Exception {
    SharedAnswers<String> answers = answers(1, 1, LONG);
    FutureTask<String> first = start(() -> answers.ask(key("a"), this::slowAnswer));
    asked.await();
    FutureTask<String> second = start(() -> answers.ask(key("a"), this::slowAnswer));
    awaitWaiting(answers, 1);

    assertUnavailable(() -> answers.ask(key("a"), this::slowAnswer), "too many tokens");
    answered.countDown();
    assertThat(first.get()).isEqualTo("answer");
    assertThat(second.get()).isEqualTo("answer");
  }

  @Test
  void askWhenPatienceIsOverThenUnavailable() throws Exception {
    SharedAnswers<String> answers = answers(1, 1, Duration.ofMillis(1));
    FutureTask<String> first = start(() -> answers.ask(key("a"), this::slowAnswer));
    asked.await();

    assertUnavailable(() -> answers.ask(key("a"), this::slowAnswer), "the answer takes long");
    answered.countDown();
    assertThat(first.get()).isEqualTo("answer");
  }

  @Test
  void askWhenQuestionFailsThenAllWhoWaitGetTheFailure() throws Exception {
    SharedAnswers<String> answers = answers(1, 1, LONG);
    var failure = new AuthorizationServerUnavailableException("down");
    Supplier<String> failing =
        () -> {
          slowAnswer();
          throw failure;
        };
    FutureTask<String> first = start(() -> answers.ask(key("a"), failing));
    asked.await();
    FutureTask<String> second = start(() -> answers.ask(key("a"), failing));
    awaitWaiting(answers, 1);
    answered.countDown();

    assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class).hasCause(failure);
    assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class).hasCause(failure);
    assertThat(answers.ask(key("a"), () -> "better")).isEqualTo("better");
  }

  @Test
  void askWhenInterruptedThenUnavailableAndStillInterrupted() throws Exception {
    SharedAnswers<String> answers = answers(1, 1, LONG);
    FutureTask<String> first = start(() -> answers.ask(key("a"), this::slowAnswer));
    asked.await();
    Thread.currentThread().interrupt();

    assertUnavailable(() -> answers.ask(key("a"), this::slowAnswer), "interrupted");
    assertThat(Thread.interrupted()).isTrue();
    answered.countDown();
    assertThat(first.get()).isEqualTo("answer");
  }

  private String slowAnswer() {
    questions.incrementAndGet();
    asked.countDown();
    try {
      answered.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "answer";
  }

  private static void assertUnavailable(Supplier<String> action, String message) {
    assertThatExceptionOfType(AuthorizationServerUnavailableException.class)
        .isThrownBy(action::get)
        .withMessageContaining(message);
  }

  private static SharedAnswers<String> answers(int requests, int waiting, Duration patience) {
    return new SharedAnswers<>(new Backchannel.Limits(requests, waiting, patience));
  }

  private static void awaitWaiting(SharedAnswers<String> answers, int count) {
    while (answers.waiting() < count) {
      Thread.onSpinWait();
    }
  }

  private static TokenDigest key(String token) {
    return TokenDigest.of(token);
  }

  private static FutureTask<String> start(Supplier<String> action) {
    FutureTask<String> task = new FutureTask<>(action::get);
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return task;
  }
}
