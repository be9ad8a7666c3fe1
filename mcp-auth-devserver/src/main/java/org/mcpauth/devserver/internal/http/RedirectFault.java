// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Supplier;

/** Redirects to the genuine answer, which is at the same path, with a query. */
public final class RedirectFault implements Fault {

  private static final String GENUINE = "redirected";

  /** A fault that begins now. */
  public RedirectFault() {}

  @Override
  public Response answer(Request request, Supplier<Response> genuine) {
    return request.query().equals(GENUINE)
        ? genuine.get()
        : Response.redirect(302, genuineBehind(request.path()));
  }

  private static URI genuineBehind(String path) {
    try {
      // With its path: many clients resolve a query alone against the wrong one.
      return new URI(null, null, path, GENUINE, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path that was routed is not one", e);
    }
  }
}
