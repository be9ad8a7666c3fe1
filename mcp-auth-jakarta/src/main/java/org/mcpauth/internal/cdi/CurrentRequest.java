// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.telemetry.LateSpan;

/**
 * Gives the bindings what they need from CDI. They look it up, because not every runtime injects
 * into filters, and an application may have listed its classes without ours.
 */
public final class CurrentRequest {

  /**
   * The property of a request that a binding saw, so that a second one does not decide again: the
   * context path. It belongs to the request and not to its CDI context, which is not always active.
   */
  public static final String CONTEXT_PATH = "org.mcpauth.context-path";

  private CurrentRequest() {}

  /**
   * The engine of the current application.
   *
   * @return the engine, not a proxy: it may be kept
   */
  public static AuthorizationEngine engine() {
    return CDI.current().select(AuthorizationEngine.class).get();
  }

  /**
   * The classes of the beans of the current application.
   *
   * @return the classes
   */
  public static ScannedBeans beans() {
    return CDI.current().select(ScannedBeans.class).get();
  }

  /**
   * The identity of the current request.
   *
   * @return a proxy for that of whatever request is current: it may be kept
   */
  public static RequestIdentity identity() {
    return CDI.current().select(RequestIdentity.class).get();
  }

  /**
   * Knows who the caller is on any thread of the current application.
   *
   * @return not a proxy: it may be kept
   */
  public static CurrentCaller caller() {
    return CDI.current().select(CurrentCaller.class).get();
  }

  /**
   * Notes on the current span that the current request was let through, if it was, for servers
   * whose spans begin after that was decided.
   *
   * @return does it, or nothing where there is no OpenTelemetry; it may be kept
   */
  public static Runnable spanNote() {
    return PresentType.isThere(OpenTelemetryConnection.NEEDED)
        ? new LateSpan(() -> caller().grantedId())
        : () -> {};
  }

  /**
   * Notes what a binding found out, for the interceptor and the exception mapper. Where no request
   * context is active, as in an async dispatch on Payara, there is nobody to note it: the
   * interceptor sees no caller there and refuses.
   *
   * @param identity that of the current request
   * @param contextPath where the application is deployed
   * @param decided the decision to let it through, if that is what was decided
   */
  public static void note(
      RequestIdentity identity, String contextPath, Optional<Decision.Proceed> decided) {
    try {
      identity.seen(contextPath, decided);
    } catch (ContextNotActiveException e) {
      // Not even a warning: whether anybody asks for the identity is not known.
    }
  }

  /**
   * Where the application is deployed, if a binding noted it for the current request.
   *
   * @return the path; empty if none did
   */
  public static Optional<String> contextPath() {
    try {
      return identity().contextPath();
    } catch (ContextNotActiveException e) {
      return Optional.empty();
    }
  }
}
