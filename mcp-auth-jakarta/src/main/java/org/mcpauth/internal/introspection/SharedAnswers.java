// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.jose.TokenDigest;

/**
 * Asks once what several threads want to know at the same time, and holds only so many threads: the
 * one that comes first asks, the others wait for its answer. Thread-safe.
 *
 * @param <A> what the answer is
 */
public final class SharedAnswers<A> {

  private final ConcurrentMap<TokenDigest, CompletableFuture<A>> underWay =
      new ConcurrentHashMap<>();
  private final Backchannel.Limits limits;
  private final Semaphore requests;
  private final Semaphore waiting;

  /**
   * Makes one without questions.
   *
   * @param limits how many threads it holds
   */
  public SharedAnswers(Backchannel.Limits limits) {
    this.limits = limits;
    this.requests = new Semaphore(limits.requests());
    this.waiting = new Semaphore(limits.waiting());
  }

  /**
   * Asks, or waits for the answer that another thread is asking for.
   *
   * @param token what the question is about
   * @param question asks; called by one thread at a time for the same token
   * @return the answer
   * @throws AuthorizationServerUnavailableException if too many questions are open
   * @throws RuntimeException whatever the question throws, to all who wait for it
   */
  public A ask(TokenDigest token, Supplier<A> question) {
    CompletableFuture<A> mine = new CompletableFuture<>();
    CompletableFuture<A> other = underWay.putIfAbsent(token, mine);
    return other == null ? lead(token, question, mine) : await(other);
  }

  /** How many threads wait for the answer to another thread's question. */
  int waiting() {
    return limits.waiting() - waiting.availablePermits();
  }

  private A lead(TokenDigest token, Supplier<A> question, CompletableFuture<A> result) {
    try {
      A answer = withPermit(requests, question);
      result.complete(answer);
      return answer;
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(token, result);
    }
  }

  private A await(CompletableFuture<A> other) {
    return withPermit(waiting, () -> answerOf(other));
  }

  private static <T> T withPermit(Semaphore semaphore, Supplier<T> action) {
    if (!semaphore.tryAcquire()) {
      throw new AuthorizationServerUnavailableException("too many tokens are being asked about");
    }
    try {
      return action.get();
    } finally {
      semaphore.release();
    }
  }

  private A answerOf(CompletableFuture<A> other) {
    try {
      return other.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("the thread that asked has failed", e.getCause());
    } catch (TimeoutException e) {
      throw new AuthorizationServerUnavailableException("the answer takes long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuthorizationServerUnavailableException("interrupted", e);
    }
  }
}
