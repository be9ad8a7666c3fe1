// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParserFactory;
import java.io.CharArrayReader;
import java.nio.CharBuffer;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The one reader of messages. It reads a single JSON-RPC 2.0 message as a stream, keeps only what a
 * decision needs, and refuses what other readers might understand differently: duplicate or
 * look-alike member names, batches, other encodings, anything after the message. Thread-safe.
 */
public final class RpcMessageReader {

  private final JsonParserFactory parsers;
  private final JsonProvider provider;
  private final int maxDepth;

  /**
   * Makes a reader.
   *
   * @param provider parses JSON
   * @param maxDepth how deep objects and arrays may be nested
   */
  public RpcMessageReader(JsonProvider provider, int maxDepth) {
    this.provider = provider;
    this.parsers = provider.createParserFactory(Map.of());
    this.maxDepth = maxDepth;
  }

  /**
   * Reads a message.
   *
   * @param body the body of the request
   * @return what of the message a decision needs
   * @throws MalformedMessageException if the body is not exactly one message in one reading
   */
  public RpcMessage read(BufferedBody body) throws MalformedMessageException {
    CharBuffer text = body.text();
    var reader = new CharArrayReader(text.array(), text.arrayOffset(), text.remaining());
    try (var parser = parsers.createParser(reader)) {
      return new RpcMessageParser(new BoundedParser(parser, maxDepth), provider).parse();
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      throw new MalformedMessageException(
          RpcError.withoutId(RpcError.PARSE_ERROR, "The message is not JSON"));
    }
  }
}
