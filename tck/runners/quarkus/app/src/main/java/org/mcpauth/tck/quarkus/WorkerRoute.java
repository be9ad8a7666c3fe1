// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.quarkus;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes requests off the event loop before JAX-RS sees them: Quarkus runs filters before matching
 * on the event loop always (quarkusio/quarkus#32700), where nothing may be read.
 */
@ApplicationScoped
public class WorkerRoute {

  void install(@Observes Router router) {
    router.route().order(-20).handler(BodyHandler.create(false));
    router.route().order(-10).handler(WorkerRoute::move);
  }

  private static void move(RoutingContext context) {
    context
        .vertx()
        .executeBlocking(
            () -> {
              context.next();
              return null;
            },
            false);
  }
}
