// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.mcpauth.AccessToken;
import org.mcpauth.CapturedCaller;
import org.mcpauth.internal.engine.Caller;

/**
 * A caller, or that there was none, to be brought to other threads.
 *
 * @param current where the caller is brought to
 * @param caller who it is
 */
record CapturedIdentity(CurrentCaller current, Optional<Caller> caller) implements CapturedCaller {

  @Override
  public Optional<AccessToken> token() {
    return caller.map(Caller::token);
  }

  @Override
  public void run(Runnable task) {
    supply(
        () -> {
          task.run();
          return true;
        });
  }

  @Override
  public <T> T supply(Supplier<T> task) {
    try {
      return call(task::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a task without checked exceptions has thrown one", e);
    }
  }

  @Override
  public <T> T call(Callable<T> task) throws Exception {
    return current.callAs(caller, task);
  }

  /**
   * Hides who the caller is.
   *
   * @return a fixed text
   */
  @Override
  public String toString() {
    return "CapturedCaller[hidden]";
  }
}
