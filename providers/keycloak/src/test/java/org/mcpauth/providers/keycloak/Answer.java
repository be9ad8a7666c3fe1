// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/** What came over the wire. */
record Answer(int status, HttpHeaders headers, String body) {

  private static final String EVENT_DATA = "data:";

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /** Every line of that header. */
  List<String> header(String name) {
    return headers.allValues(name);
  }

  /** The body, which is a JSON object, plain or as the only event of a stream. */
  JsonObject json() {
    String text =
        body.lines()
            .filter(line -> line.startsWith(EVENT_DATA))
            .map(line -> line.substring(EVENT_DATA.length()))
            .findFirst()
            .orElse(body);
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** What the tool has returned. */
  JsonObject structuredContent() {
    return requireStatus(200).json().getJsonObject("result").getJsonObject("structuredContent");
  }

  /** Says nothing of the body, which may hold tokens. */
  Answer requireStatus(int expected) {
    assertThat(status).as("%s", headers.map()).isEqualTo(expected);
    return this;
  }
}
