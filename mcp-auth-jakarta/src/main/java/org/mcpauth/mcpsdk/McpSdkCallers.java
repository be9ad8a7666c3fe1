// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.mcpsdk;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.BiFunction;
import org.mcpauth.AccessTokens;
import org.mcpauth.CapturedCaller;

/**
 * Brings the caller to the handlers of the MCP Java SDK: as the context extractor of its servlet it
 * puts the caller of a request into the transport context, and a handler that was wrapped here runs
 * as the caller of its own request, on whatever thread the SDK runs it.
 *
 * <pre>{@code
 * @Inject AccessTokens tokens;
 *
 * McpSdkCallers callers = new McpSdkCallers(tokens);
 * var transport =
 *     HttpServletStreamableServerTransportProvider.builder().contextExtractor(callers).build();
 * McpServer.sync(transport)
 *     .toolCall(addNote, callers.handler((exchange, request) -> notes.add(request)))
 *     .build();
 * }</pre>
 *
 * <p>What a wrapped handler sees is described at {@link CapturedCaller#run}. A handler that is not
 * wrapped sees no caller, so that annotated methods refuse it. Thread-safe.
 */
public final class McpSdkCallers implements McpTransportContextExtractor<HttpServletRequest> {

  private static final String KEY = "org.mcpauth.caller";

  private final AccessTokens tokens;

  /**
   * Prepares wrapping.
   *
   * @param tokens knows the caller of a request
   */
  public McpSdkCallers(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Makes the context of a request: with its caller, and nothing else.
   *
   * @param request the request that the SDK's servlet is serving on this thread
   * @return a context that {@link #callerOf} understands
   */
  @Override
  public McpTransportContext extract(HttpServletRequest request) {
    return McpTransportContext.create(Map.of(KEY, tokens.capture()));
  }

  /**
   * The caller of the request that a transport context belongs to, for handlers that are not
   * wrapped, such as asynchronous ones.
   *
   * @param context {@code exchange.transportContext()}
   * @return the caller, or that there is none
   * @throws IllegalStateException if the context was not made by {@link #extract}
   */
  public CapturedCaller callerOf(McpTransportContext context) {
    if (context.get(KEY) instanceof CapturedCaller caller) {
      return caller;
    }
    throw new IllegalStateException(
        "the transport context has no caller: build the SDK's transport with"
            + " contextExtractor(callers), where callers is a McpSdkCallers");
  }

  /**
   * Makes a handler run as the caller of its request.
   *
   * @param <P> what it is asked
   * @param <R> what it answers
   * @param handler a handler of a tool, a prompt, a resource or a completion
   * @return the handler to give to the SDK
   */
  public <P, R> BiFunction<McpSyncServerExchange, P, R> handler(
      BiFunction<McpSyncServerExchange, P, R> handler) {
    return (exchange, request) ->
        callerOf(exchange.transportContext()).supply(() -> handler.apply(exchange, request));
  }

  /**
   * As {@link #handler}, for stateless servers.
   *
   * @param <P> what it is asked
   * @param <R> what it answers
   * @param handler a handler of a tool, a prompt, a resource or a completion
   * @return the handler to give to the SDK
   */
  public <P, R> BiFunction<McpTransportContext, P, R> statelessHandler(
      BiFunction<McpTransportContext, P, R> handler) {
    return (context, request) -> callerOf(context).supply(() -> handler.apply(context, request));
  }
}
