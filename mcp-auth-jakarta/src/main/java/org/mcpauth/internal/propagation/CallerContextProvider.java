// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.propagation;

import jakarta.enterprise.inject.InjectionException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.mcpauth.internal.cdi.CurrentCaller;
import org.mcpauth.internal.cdi.CurrentRequest;
import org.mcpauth.internal.engine.Caller;

/**
 * Brings the caller to the threads of MicroProfile Context Propagation: of a {@code
 * ManagedExecutor} or a {@code ThreadContext}. Request contexts are another context type, which the
 * server has a provider for. Found by {@link java.util.ServiceLoader}; nobody loads this class
 * where that API is absent. Thread-safe.
 */
public final class CallerContextProvider implements ThreadContextProvider {

  /** The name by which it is listed in {@code propagated} and {@code cleared}. */
  static final String TYPE = "McpAuthCaller";

  /** Made by the service loader. */
  public CallerContextProvider() {}

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> properties) {
    return snapshot(CurrentCaller::callerIfAny);
  }

  /** Nobody, whoever the thread is serving. */
  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
    return snapshot(current -> Optional.empty());
  }

  @Override
  public String getThreadContextType() {
    return TYPE;
  }

  private static ThreadContextSnapshot snapshot(Function<CurrentCaller, Optional<Caller>> who) {
    CurrentCaller current;
    try {
      current = CurrentRequest.caller();
    } catch (IllegalStateException | InjectionException e) {
      // No CDI here, or not yet: nobody can be a caller, and other contexts must not suffer.
      return () -> () -> {};
    }
    Optional<Caller> caller = who.apply(current);
    return () -> current.begin(caller)::restore;
  }
}
