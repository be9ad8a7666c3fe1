// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {

  @Test
  void applyWhenThereIsJwtThenTakesItOut() {
    assertThat(Redaction.OF_JWTS.apply("X-Seen: " + Results.TOKEN + ", and more"))
        .isEqualTo("X-Seen: [token], and more");
  }

  @Test
  void applyWhenThereIsPayloadOfJwtThenTakesItOut() {
    assertThat(Redaction.OF_JWTS.apply("{\"payload\":\"eyJzdWIiOiJ0Y2stdXNlciJ9\"}"))
        .isEqualTo("{\"payload\":\"[token]\"}");
  }

  @Test
  void applyWhenThereIsNoTokenThenChangesNothing() {
    String text = "Bearer error=\"invalid_token\", scope=\"mcp:conformance:baseline\", eyes";
    assertThat(Redaction.OF_JWTS.apply(text)).isEqualTo(text);
  }

  @Test
  void applyWhenSecretIsKnownThenTakesItOutInHtmlToo() {
    Redaction redaction = new Redaction(List.of("opaque+token=="));
    assertThat(redaction.apply("opaque+token== and opaque+token&#x3D;&#x3D;"))
        .doesNotContain("opaque");
  }

  @Test
  void applyWhenSecretIsTooShortThenChangesNothing() {
    assertThat(new Redaction(List.of("", "a")).apply("a word")).isEqualTo("a word");
  }
}
