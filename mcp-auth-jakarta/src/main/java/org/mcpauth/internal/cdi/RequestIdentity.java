// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.engine.Caller;

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

  /**
   * Notes what a binding found out about this request.
   *
   * @param contextPath where that binding says that the application is deployed
   * @param caller who asks; empty for an anonymous caller
   */
  public void seen(String contextPath, Optional<Caller> caller) {
    this.contextPath = contextPath;
    this.caller = caller.orElse(null);
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
}
