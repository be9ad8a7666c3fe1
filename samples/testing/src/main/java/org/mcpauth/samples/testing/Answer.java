// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * What came over the wire.
 *
 * @param status the status code
 * @param headers all headers
 * @param body the body as text; empty if there was none
 */
public record Answer(int status, HttpHeaders headers, String body) {

  /** Reads and writes JSON. */
  public static final ObjectMapper JSON = new ObjectMapper();

  private static final String EVENT_DATA = "data:";

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /**
   * Every line of a header.
   *
   * @param name its name
   * @return the lines; empty if there is none
   */
  public List<String> header(String name) {
    return headers.allValues(name);
  }

  /**
   * The JSON-RPC message, which comes plain or as the only event of a stream.
   *
   * @return the message
   */
  public JsonNode message() {
    String text =
        body.lines()
            .filter(line -> line.startsWith(EVENT_DATA))
            .map(line -> line.substring(EVENT_DATA.length()))
            .findFirst()
            .orElse(body);
    return json(text);
  }

  /**
   * The result in that message, of an answer that has to be a success.
   *
   * @return the result
   */
  public JsonNode result() {
    assertThat(status).as(body).isEqualTo(200);
    JsonNode result = message().path("result");
    assertThat(result.isObject()).as(body).isTrue();
    return result;
  }

  /**
   * Fails unless the status is the expected one.
   *
   * @param expected the expected one
   * @return this
   */
  public Answer requireStatus(int expected) {
    assertThat(status).as("%s", this).isEqualTo(expected);
    return this;
  }

  /**
   * Reads JSON.
   *
   * @param text the text
   * @return what it says
   */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }
}
