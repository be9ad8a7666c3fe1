// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/** What came over the wire. */
record Answer(int status, HttpHeaders headers, String body) {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final String EVENT_DATA = "data:";

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /** Every line of that header. */
  List<String> header(String name) {
    return headers.allValues(name);
  }

  /** The JSON-RPC message, which comes plain or as the only event of a stream. */
  JsonNode message() {
    String text =
        body.lines()
            .filter(line -> line.startsWith(EVENT_DATA))
            .map(line -> line.substring(EVENT_DATA.length()))
            .findFirst()
            .orElse(body);
    return json(text);
  }

  JsonNode result() {
    assertThat(status).as(body).isEqualTo(200);
    JsonNode result = message().path("result");
    assertThat(result.isObject()).as(body).isTrue();
    return result;
  }

  Answer requireStatus(int expected) {
    assertThat(status).as("%s", this).isEqualTo(expected);
    return this;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }
}
