// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps requests waiting until the fault is repaired, a minute at most. Few wait at a time, so that
 * the other endpoints still have threads; those who come then are sent away at once.
 */
public final class HangingFault implements Fault {

  static final int MOST_WAITING = 8;
  private static final long LONGEST_SECONDS = 60;

  private final CountDownLatch repaired = new CountDownLatch(1);
  private final Semaphore places = new Semaphore(MOST_WAITING);

  /** A fault that begins now. */
  public HangingFault() {}

  @Override
  public Response answer(Request request, Supplier<Response> genuine) {
    if (!places.tryAcquire()) {
      return unavailable();
    }
    try {
      return repaired.await(LONGEST_SECONDS, TimeUnit.SECONDS) ? genuine.get() : unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unavailable();
    } finally {
      places.release();
    }
  }

  @Override
  public void repair() {
    repaired.countDown();
  }

  private static Response unavailable() {
    return Response.empty(503);
  }
}
