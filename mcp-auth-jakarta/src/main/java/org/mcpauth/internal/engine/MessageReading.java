// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.McpOperation;
import org.mcpauth.internal.rpc.BufferedBody;
import org.mcpauth.internal.rpc.MalformedMessageException;
import org.mcpauth.internal.rpc.McpHeaders;
import org.mcpauth.internal.rpc.Parameters;
import org.mcpauth.internal.rpc.Revision;
import org.mcpauth.internal.rpc.RpcError;
import org.mcpauth.internal.rpc.RpcMessage;
import org.mcpauth.internal.rpc.RpcMessageReader;
import org.mcpauth.internal.settings.McpAuthSettings;

/** Finds out what a request asks for. */
final class MessageReading {

  private static final McpOperation LISTEN = McpOperation.method("subscriptions/listen");

  private final RpcMessageReader reader;
  private final int maxSize;
  private final JsonProvider provider;

  MessageReading(McpAuthSettings.Limits limits, JsonProvider provider) {
    this.reader = new RpcMessageReader(provider, limits.messageDepth());
    this.maxSize = limits.messageSize();
    this.provider = provider;
  }

  /** What a request asks for, and the message that says so. */
  record Asked(
      McpOperation operation,
      Optional<RpcMessage> message,
      Optional<Revision> revision,
      Optional<BufferedBody> body,
      Parameters parameters) {

    /** What it is about: to listen to resources needs what to use them needs. */
    List<McpOperation> operations() throws MalformedMessageException {
      return operation.equals(LISTEN)
          ? Stream.concat(Stream.of(LISTEN), parameters.subscribedResources().stream()).toList()
          : List.of(operation);
    }
  }

  Asked asked(HttpRequestView request) throws MalformedMessageException {
    // In any case: some servers dispatch "post" like "POST" (RFC 9110 §9.1 says it is another).
    if (!request.method().equalsIgnoreCase("POST")) {
      return new Asked(
          McpOperation.method(request.method()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Parameters.NONE);
    }
    BufferedBody.requireJson(request);
    BufferedBody body = body(request);
    RpcMessage message = reader.read(body);
    McpHeaders.requireSame(message, request);
    return new Asked(
        message.operation(),
        Optional.of(message),
        McpHeaders.revision(message, request),
        Optional.of(body),
        new Parameters(provider, body));
  }

  private BufferedBody body(HttpRequestView request) throws MalformedMessageException {
    try {
      return BufferedBody.read(request.body(), request.contentLength(), maxSize);
    } catch (IOException e) {
      throw new MalformedMessageException(
          RpcError.withoutId(RpcError.PARSE_ERROR, "The message could not be read"));
    }
  }
}
