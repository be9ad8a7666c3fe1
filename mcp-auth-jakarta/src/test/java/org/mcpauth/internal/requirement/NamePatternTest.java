// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "notes://{id},true",
    "notes://{+path},true",
    "'notes://x{?q,r}',true",
    "notes://{},true",
    "notes://1,false",
    "admin_*,true",
    "*,true",
    "notes://{id,false",
    "notes://id},false",
    "notes://}{,false"
  })
  void isPatternWhenThereIsAnExpressionThenTrue(String uri, boolean template) {
    assertThat(NamePattern.isPattern(uri)).isEqualTo(template);
  }

  /** An expression matches any text: that may be more than the server lets through, never less. */
  @ParameterizedTest
  @CsvSource({
    "notes://{id},notes://1",
    "notes://{id},notes://",
    "notes://{id},notes://a/b?c#d",
    "notes://{id},'notes://a\nb'",
    "notes://{id}/x,notes://1/x",
    "notes://{id}/x,notes://1/x/x",
    "{scheme}://notes,x://notes",
    "{a}{b},anything",
    "{a}/{b}/{c},//",
    "notes://{id}.{ext},notes://a.b.c",
    "notes://{a}b{c}b,notes://bb",
    "notes://(.*){id},notes://(.*)1"
  })
  void matchesWhenLiteralsAreThereInOrderThenTrue(String template, String uri) {
    assertThat(new NamePattern(template).matches(uri)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "notes://{id},Notes://1",
    "notes://{id},xnotes://1",
    "notes://{id},notes:/1",
    "notes://{id},''",
    "notes://{id}/x,notes://1/y",
    "notes://{id}/x,notes://1/x/",
    "notes://{id}/x,notes:///",
    "notes://{a}b{c}b,notes://b",
    "x{a}x,x",
    "xy{a}yz,xyz",
    "{a}/{b}/{c},/",
    "notes://(.*){id},notes://x1"
  })
  void matchesWhenLiteralIsMissingThenFalse(String template, String uri) {
    assertThat(new NamePattern(template).matches(uri)).isFalse();
  }

  /** A caller chooses the URI, and it may be as long as a message. */
  @Test
  void matchesWhenUriIsMadeToBacktrackThenDecidesInTime() {
    NamePattern template = new NamePattern("notes://{a}/{b}/{c}/{d}/end");
    String uri = "notes://" + "/".repeat(1_000_000);

    boolean matches =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> template.matches(uri));

    assertThat(matches).isFalse();
  }
}
