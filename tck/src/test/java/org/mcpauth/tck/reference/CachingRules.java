// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a document is good, and what is told to who has it already (RFC 9110 §13.1.2). */
public class CachingRules {

  public final Answer applyTo(Request request, Answer answer, JsonObject content) {
    Answer cached =
        lifetime().map(lifetime -> answer.with("Cache-Control", lifetime)).orElse(answer);
    Optional<String> tag = tag(content);
    if (tag.isEmpty()) {
      return cached;
    }
    return request.headers("If-None-Match").stream().anyMatch(line -> isKnown(line, tag.get()))
        ? unchanged(tag.get())
        : cached.with("ETag", tag.get());
  }

  public Optional<String> lifetime() {
    return Optional.of("public, max-age=3600");
  }

  /** A weak one, as the signature is made anew each time. */
  public Optional<String> tag(JsonObject content) {
    return Optional.of("W/\"" + Integer.toHexString(content.hashCode()) + "\"");
  }

  public boolean isKnown(String line, String tag) {
    return Stream.of(line.split(",", -1))
        .map(String::strip)
        .anyMatch(known -> known.equals("*") || isSame(known, tag));
  }

  /** The weak comparison of RFC 9110 §8.8.3.2. */
  public boolean isSame(String known, String tag) {
    return opaque(known).equals(opaque(tag));
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  public Answer unchanged(String tag) {
    return Answer.of(304).with("ETag", tag).with("Access-Control-Allow-Origin", "*");
  }
}
