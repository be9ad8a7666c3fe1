// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.engine.Caller;
import org.mcpauth.internal.engine.Decision;

/**
 * Who the caller of the current request is. Filled by the binding that decided about the request,
 * and read by {@link CurrentCaller}. It belongs to one request, so no other request can see it.
 *
 * <p>Not a managed bean itself: for one of those a server looks, with every request, for things to
 * inject. On Payara that took longer than to verify the token.
 */
@Vetoed
public class RequestIdentity {

  private @Nullable String contextPath;
  private @Nullable Caller caller;
  private @Nullable String correlationId;
  private boolean granted;

  /**
   * Notes what a binding found out about this request.
   *
   * @param contextPath where that binding says that the application is deployed
   * @param decided the decision to let it through; empty if it is none of ours or refused
   */
  public void seen(String contextPath, Optional<Decision.Proceed> decided) {
    this.contextPath = contextPath;
    this.caller = decided.flatMap(Decision.Proceed::caller).orElse(null);
    this.correlationId = decided.map(Decision.Proceed::correlationId).orElse(null);
    this.granted = decided.filter(Decision.Proceed::granted).isPresent();
  }

  /**
   * Where the application is deployed, if a binding saw this request.
   *
   * @return the path; empty if no binding saw the request yet
   */
  public Optional<String> contextPath() {
    return Optional.ofNullable(contextPath);
  }

  /**
   * Who the caller is.
   *
   * @return the caller; empty if it is anonymous or nobody decided about this request
   */
  public Optional<Caller> caller() {
    return Optional.ofNullable(caller);
  }

  /**
   * What all events of this request have in common.
   *
   * @return {@link Decision.Proceed#correlationId}; empty if nobody decided about this request
   */
  public Optional<String> correlationId() {
    return Optional.ofNullable(correlationId);
  }

  /**
   * Whether the caller may do what this request asks for.
   *
   * @return {@link Decision.Proceed#granted}; false if nobody decided about this request
   */
  public boolean granted() {
    return granted;
  }
}
