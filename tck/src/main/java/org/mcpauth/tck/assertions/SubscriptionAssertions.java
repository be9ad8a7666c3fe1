// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Scopes;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.NotOfferedException;
import org.mcpauth.tck.server.Operation;

/** Who is told that a resource has changed. */
public interface SubscriptionAssertions extends ServerTest {

  /** Checks subscriptions to a resource that not everybody may read. */
  @Scopes
  @Assertion(
      id = "subscribing-needs-what-reading-needs",
      strategy =
          "To be told of changes of a resource, by subscriptions/listen or in revisions with"
              + " sessions by resources/subscribe, also among others, needs the scopes of the"
              + " resource: without them the answer is 403 with a Bearer challenge of the error"
              + " insufficient_scope")
  default void subscribingNeedsWhatReadingNeeds(McpServer server) {
    Reply allowed = server.send(Operation.STATIC_TEXT, server.tokens().full());
    BlockedError.unless(allowed.isSuccess(), "a token with every scope must be accepted", allowed);
    String low = server.tokens().low();
    Reply reading = server.send(Operation.STATIC_TEXT, low);
    BlockedError.unless(
        ScopeRefusal.isRefused(reading), "reading must be refused without its scopes", reading);
    for (Operation operation : subscriptions(server)) {
      requireOffered(operation, server.send(operation, low));
      ScopeRefusal.requireOf(server, operation);
    }
  }

  /** A server without subscriptions does not know them, or agrees to tell of no resource. */
  private static void requireOffered(Operation operation, Reply reply) {
    boolean acknowledged =
        reply.status() / 100 == 2
            && reply.body().contains("\"notifications/subscriptions/acknowledged\"");
    if (reply.errorCode().equals(Optional.of(-32601))
        || (acknowledged && !reply.body().contains("static-text"))) {
      throw new NotOfferedException(operation.method() + " of resources");
    }
  }

  private static List<Operation> subscriptions(McpServer server) {
    String uri = Operation.STATIC_TEXT.name().orElseThrow();
    return server.revision().isStateless()
        ? List.of(listening(uri), listening("test://no-such-resource", uri))
        : List.of(
            subscription(
                "resources/subscribe", Json.createObjectBuilder().add("uri", uri).build()));
  }

  private static Operation listening(String... uris) {
    JsonObject wanted =
        Json.createObjectBuilder()
            .add("resourceSubscriptions", Json.createArrayBuilder(List.of(uris)))
            .build();
    return subscription(
        "subscriptions/listen", Json.createObjectBuilder().add("notifications", wanted).build());
  }

  private static Operation subscription(String method, JsonObject params) {
    return new Operation(method, params, Optional.empty(), Operation.STATIC_TEXT.scopes());
  }
}
