// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.internal.engine.Caller;

/**
 * Who the caller is on this thread: the one whose work was brought here from another thread, or
 * else that of the current request. Everybody who wants to know asks here. Thread-safe.
 */
@Vetoed
public class CurrentCaller {

  /** Undoes what {@link #begin} did, on the same thread. */
  @FunctionalInterface
  public interface Restore {

    /** Makes everything as it was. */
    void restore();
  }

  /** Of one application: a thread may go from one to another. It is empty between tasks. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Carried> carried = new ThreadLocal<>();

  private final RequestIdentity identity;
  private final Instance<RequestContextController> requests;

  /** Who was brought to a thread; a thread that has one asks no request. */
  private record Carried(Optional<Caller> caller) {}

  /**
   * Made by the producer.
   *
   * @param identity a proxy for that of the current request
   * @param requests starts request contexts, each one of its own
   */
  CurrentCaller(RequestIdentity identity, Instance<RequestContextController> requests) {
    this.identity = identity;
    this.requests = requests;
  }

  /**
   * Who the caller is.
   *
   * @return the caller; empty if it is anonymous or nobody decided about the request
   * @throws ContextNotActiveException if there is no request, and nobody was brought here
   */
  public Optional<Caller> caller() {
    Carried brought = carried.get();
    return brought == null ? identity.caller() : brought.caller();
  }

  /**
   * Who the caller is, if there is any.
   *
   * @return the caller; empty outside of any request too
   */
  public Optional<Caller> callerIfAny() {
    try {
      return caller();
    } catch (ContextNotActiveException e) {
      return Optional.empty();
    }
  }

  /**
   * The same as {@link #correlationId}, of a request that was granted.
   *
   * @return empty otherwise
   */
  public Optional<String> grantedId() {
    return correlationId().filter(id -> identity.granted());
  }

  /**
   * What all events of the current request have in common.
   *
   * @return 32 hexadecimal digits; empty outside of any request, and if nobody decided about it
   */
  public Optional<String> correlationId() {
    try {
      return identity.correlationId();
    } catch (ContextNotActiveException e) {
      return Optional.empty();
    }
  }

  /**
   * The caller, who has to be there.
   *
   * @return the caller
   * @throws InvalidTokenException if there is none
   */
  public Caller required() {
    return caller()
        .orElseThrow(() -> new InvalidTokenException("There is no verified access token"));
  }

  /**
   * The token of the caller, who has to be there.
   *
   * @return the verified token
   * @throws InvalidTokenException if there is no caller
   */
  public AccessToken token() {
    return required().token();
  }

  /**
   * Makes somebody the caller on this thread, and leaves request contexts as they are.
   *
   * @param who the caller, or that there is none
   * @return undoes it, on the same thread; what was begun later has to be undone before
   */
  public Restore begin(Optional<Caller> who) {
    Carried before = carried.get();
    carried.set(new Carried(who));
    return () -> {
      if (before == null) {
        carried.remove();
      } else {
        carried.set(before);
      }
    };
  }

  /**
   * Does something as somebody, in a request context that no other caller shares.
   *
   * @param who the caller, or that there is none
   * @param task what to do
   * @return what the task returns
   * @throws Exception what the task throws
   */
  <T> T callAs(Optional<Caller> who, Callable<T> task) throws Exception {
    if (isRequestActive()) {
      // Not the same context for two callers: its beans would show one the other's data. CDI has no
      // way to put a context aside, so the task gets a thread on which there is none.
      return caller().equals(who) ? task.call() : OwnThread.call(() -> callAs(who, task));
    }
    Restore before = begin(who);
    try {
      return inNewRequest(task);
    } finally {
      before.restore();
    }
  }

  private <T> T inNewRequest(Callable<T> task) throws Exception {
    RequestContextController request = requests.get();
    try {
      request.activate();
      try {
        return task.call();
      } finally {
        request.deactivate();
      }
    } finally {
      requests.destroy(request);
    }
  }

  private boolean isRequestActive() {
    try {
      // Any method of the proxy will do; which one does not matter.
      identity.contextPath();
      return true;
    } catch (ContextNotActiveException e) {
      return false;
    }
  }
}
