// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Filters the answer to a list request. What cannot be understood as such an answer is refused,
 * never passed on as it is.
 */
public final class ListFilter implements AnswerTransform {

  private static final int ACCEPTED = 202;

  private final JsonProvider json;
  private final Optional<ListKind> asked;
  private final ListResult result;
  private final AnswerRefusal refusal;
  private final int limit;

  /**
   * Makes a filter for one answer.
   *
   * @param json reads and writes JSON
   * @param asked which list was asked for; empty for a stream in which answers to earlier requests
   *     may come again
   * @param view how the caller sees lists
   * @param refusal answers where the filter cannot
   * @param limit the largest answer that is read, in bytes
   */
  public ListFilter(
      JsonProvider json,
      Optional<ListKind> asked,
      ListView view,
      AnswerRefusal refusal,
      int limit) {
    this.json = json;
    this.asked = asked;
    this.result = new ListResult(json, view);
    this.refusal = refusal;
    this.limit = limit;
  }

  /** Whatever the answer to a list request calls itself; of other streams only their events. */
  @Override
  public boolean concerns(String contentType) {
    return asked.isPresent() || WholeAnswer.isEvents(contentType);
  }

  @Override
  public WholeAnswer whole(WholeAnswer answer) {
    if (answer.status() == ACCEPTED) {
      // The answer comes in another way; some servers say so in words.
      return new WholeAnswer(ACCEPTED, answer.contentType(), new byte[0]);
    }
    try {
      JsonObject message = message(text(answer.body()));
      if (!message.containsKey("result")) {
        if (!message.containsKey("error")) {
          throw new UnreadableAnswerException("neither a result nor an error");
        }
        return answer;
      }
      return new WholeAnswer(
          answer.status(), answer.contentType(), utf8(filtered(message).toString()));
    } catch (UnreadableAnswerException | RuntimeException e) {
      return refusal.whole(answer.status(), reason(e));
    }
  }

  @Override
  public byte[] event(byte[] event) {
    try {
      ServerSentEvent read = ServerSentEvent.of(text(event));
      if (read.data().isEmpty() || (asked.isEmpty() && !holdsMessage(read.data()))) {
        return event;
      }
      JsonObject message = message(read.data());
      if (message.containsKey("result")) {
        return utf8(read.withData(filtered(message).toString()));
      }
      if (message.containsKey("error") || message.containsKey("method")) {
        return event;
      }
      throw new UnreadableAnswerException("an event that is no message");
    } catch (UnreadableAnswerException | RuntimeException e) {
      return refusal.event(reason(e));
    }
  }

  @Override
  public String header(String value) {
    return value;
  }

  @Override
  public String text(String text) {
    return text;
  }

  @Override
  public AnswerRefusal refusal() {
    return refusal;
  }

  @Override
  public int limit() {
    return limit;
  }

  private JsonObject filtered(JsonObject message) throws UnreadableAnswerException {
    if (!(message.get("result") instanceof JsonObject list)) {
      throw new UnreadableAnswerException("a result that is no object");
    }
    if (asked.isPresent() && !list.containsKey(asked.get().member())) {
      throw new UnreadableAnswerException("a result without " + asked.get().member());
    }
    return ListResult.isList(list)
        ? json.createObjectBuilder(message).add("result", result.filtered(list)).build()
        : message;
  }

  private JsonObject message(String text) throws UnreadableAnswerException {
    if (value(text) instanceof JsonObject message) {
      return message;
    }
    throw new UnreadableAnswerException("no JSON object");
  }

  /**
   * A stream that nobody asked for a list in may have events of all sorts; a batch may hold a list.
   */
  private boolean holdsMessage(String text) {
    try {
      JsonValue value = value(text);
      return value instanceof JsonArray
          || (value instanceof JsonObject object && object.containsKey("result"));
    } catch (UnreadableAnswerException e) {
      return false;
    }
  }

  private JsonValue value(String text) throws UnreadableAnswerException {
    try (JsonReader reader = json.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (JsonException e) {
      throw new UnreadableAnswerException("no JSON");
    }
  }

  private static String text(byte[] bytes) throws UnreadableAnswerException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableAnswerException("not UTF-8");
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What another class threw may quote the answer or the token, so its text is not used. */
  private static String reason(Exception e) {
    return e instanceof UnreadableAnswerException
        ? String.valueOf(e.getMessage())
        : "deciding about an entry failed with " + e.getClass().getName();
  }
}
