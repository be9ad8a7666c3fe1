// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds who answers; keeps preflights, wrong methods and faults away from the endpoints. */
public final class Router implements Endpoint {

  private static final System.Logger LOG = System.getLogger(Router.class.getName());

  private final Map<String, Route> routes;
  private final FaultSwitch faults;

  /**
   * A router.
   *
   * @param routes what there is
   * @param faults what is broken on purpose
   */
  public Router(List<Route> routes, FaultSwitch faults) {
    this.routes = routes.stream().collect(Collectors.toMap(Route::path, Function.identity()));
    this.faults = faults;
  }

  @Override
  public Response handle(Request request) {
    @Nullable Route route = routes.get(request.path());
    if (route == null) {
      // Readable for scripts: clients in a browser probe several well-known paths.
      return Cors.allow(
          Response.error(404, "invalid_request", "there is no endpoint at this path"));
    }
    if (request.method().equals("OPTIONS")) {
      return route.crossOrigin() ? Cors.preflight(request, route) : notAllowed(route);
    }
    Response response = answer(request, route);
    return route.crossOrigin() ? Cors.allow(response) : response;
  }

  private Response answer(Request request, Route route) {
    return faults
        .at(request.path())
        .map(fault -> fault.answer(request, () -> genuine(request, route)))
        .orElseGet(() -> genuine(request, route));
  }

  private static Response genuine(Request request, Route route) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    if (!route.methods().contains(method)) {
      return notAllowed(route);
    }
    try {
      return route.endpoint().handle(request);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "cannot answer " + request, e);
      return Response.error(500, "server_error", "see the log of the authorization server");
    }
  }

  private static Response notAllowed(Route route) {
    return Response.error(405, "invalid_request", "this endpoint does not know this method")
        .with("Allow", String.join(", ", route.methods()));
  }
}
