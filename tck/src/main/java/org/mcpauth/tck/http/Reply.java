// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.http;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a server replied.
 *
 * @param call what it was asked
 * @param status the status code, or {@link #CLOSED}
 * @param headers all of them
 * @param body in UTF-8, cut off at a megabyte; of an event stream as much as came before the first
 *     response
 */
public record Reply(HttpCall call, int status, List<HttpCall.Header> headers, String body) {

  /** In place of a status code: the server closed the connection without a reply. */
  public static final int CLOSED = 0;

  /** Copies the list. */
  public Reply {
    headers = List.copyOf(headers);
  }

  /**
   * The headers of a name.
   *
   * @param name in any case
   * @return their values
   */
  public List<String> headers(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(HttpCall.Header::value)
        .toList();
  }

  /**
   * The first header of a name.
   *
   * @param name in any case
   * @return its value; empty if there is none
   */
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  /**
   * The type of the body.
   *
   * @return in lower case and without parameters; empty text if there is none
   */
  public String contentType() {
    return header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The Bearer challenges that can be read. Whether all is well-formed is another question.
   *
   * @return in the order in which they were sent
   */
  public List<Challenge> bearerChallenges() {
    return challenges().stream().filter(Challenge::isBearer).toList();
  }

  /**
   * All challenges that can be read, of whatever scheme.
   *
   * @return in the order in which they were sent
   */
  public List<Challenge> challenges() {
    return Challenge.readable(headers("WWW-Authenticate"));
  }

  /**
   * The JSON-RPC message in the body: the body itself, or the first response in an event stream.
   *
   * @return empty if there is none
   */
  public Optional<JsonObject> message() {
    if (contentType().equals("text/event-stream")) {
      return EventStream.messages(body).stream()
          .map(Reply::object)
          .flatMap(Optional::stream)
          .filter(message -> message.containsKey("result") || message.containsKey("error"))
          .findFirst();
    }
    return object(body);
  }

  /**
   * The body as JSON.
   *
   * @return empty if it is no JSON object
   */
  public Optional<JsonObject> json() {
    return object(body);
  }

  /**
   * The member {@code result} of the JSON-RPC response.
   *
   * @return empty if the server did not do what it was asked
   */
  public Optional<JsonObject> result() {
    return message()
        .map(message -> message.get("result"))
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject);
  }

  /**
   * Whether the server did what it was asked: a status of 2xx and a result that is no tool error.
   *
   * @return true if it did
   */
  public boolean isSuccess() {
    return status / 100 == 2
        && result().filter(result -> !result.getBoolean("isError", false)).isPresent();
  }

  /**
   * The first text in the result of a tool.
   *
   * @return empty if there is none
   */
  public Optional<String> toolText() {
    return result()
        .filter(result -> result.get("content") instanceof jakarta.json.JsonArray)
        .map(result -> result.getJsonArray("content"))
        .filter(content -> !content.isEmpty() && content.get(0) instanceof JsonObject)
        .map(content -> content.getJsonObject(0).getString("text", ""));
  }

  /**
   * The code of the JSON-RPC error.
   *
   * @return empty if there is none
   */
  public Optional<Integer> errorCode() {
    return message()
        .map(message -> message.get("error"))
        .filter(JsonObject.class::isInstance)
        .map(error -> error.asJsonObject().getInt("code", 0));
  }

  private static Optional<JsonObject> object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonValue value = reader.readValue();
      return Optional.of(value).filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject);
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    String start = body.length() > 400 ? body.substring(0, 400) + "..." : body;
    return "%s%n-> %s%n%s%n  %s"
        .formatted(
            call,
            status == CLOSED ? "connection closed" : status,
            headers.stream()
                .map(header -> "  " + header.name() + ": " + header.value())
                .collect(Collectors.joining("\n")),
            start.replace("\n", "\n  "));
  }
}
