// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Does something on a thread of its own while the current one waits. */
final class OwnThread {

  private OwnThread() {}

  /**
   * Calls a task. An interrupt of this thread is passed on to that of the task, which is waited for
   * in any case: when this returns or throws, the task has ended.
   *
   * @param <T> the type of its result
   * @param task what to do
   * @return what the task returns
   * @throws Exception what the task throws
   */
  static <T> T call(Callable<T> task) throws Exception {
    FutureTask<T> work = new FutureTask<>(task);
    // Nothing of this thread is inherited but its class loader, which finds the application's CDI.
    Thread thread = new Thread(null, work, "mcp-auth-caller", 0, false);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.setDaemon(true);
    thread.start();
    return resultOf(work, thread);
  }

  private static <T> T resultOf(FutureTask<T> work, Thread thread) throws Exception {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return work.get();
        } catch (InterruptedException e) {
          interrupted = true;
          thread.interrupt();
        }
      }
    } catch (ExecutionException e) {
      throw thrown(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Exception thrown(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof Exception cause ? cause : e;
  }
}
