// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import org.mcpauth.internal.rpc.McpHeaders;

/**
 * Puts the caller's name back into an answer about an unguessable one, so that it reads as if the
 * server had been asked for the caller's.
 */
public final class NameRestoration implements AnswerTransform {

  private final JsonProvider json;
  private final String unguessable;
  private final String name;
  private final AnswerRefusal refusal;
  private final int limit;

  /**
   * Makes a transformation for one answer.
   *
   * @param json writes JSON
   * @param unguessable the name that the server was asked for
   * @param name the caller's
   * @param refusal answers where this cannot
   * @param limit the largest answer that is read, in bytes
   */
  public NameRestoration(
      JsonProvider json, String unguessable, String name, AnswerRefusal refusal, int limit) {
    this.json = json;
    this.unguessable = unguessable;
    this.name = name;
    this.refusal = refusal;
    this.limit = limit;
  }

  @Override
  public boolean concerns(String contentType) {
    return true;
  }

  @Override
  public WholeAnswer whole(WholeAnswer answer) {
    String type = WholeAnswer.essence(answer.contentType());
    String written = name;
    if (type.endsWith("json")) {
      written = inJson();
    } else if (type.endsWith("html") || type.endsWith("xml")) {
      written = inMarkup();
    }
    return new WholeAnswer(answer.status(), answer.contentType(), restored(answer.body(), written));
  }

  @Override
  public byte[] event(byte[] event) {
    return restored(event, inJson());
  }

  @Override
  public String header(String value) {
    return value.contains(unguessable) ? McpHeaders.encoded(text(value)) : value;
  }

  @Override
  public String text(String text) {
    return text.replace(unguessable, name);
  }

  @Override
  public AnswerRefusal refusal() {
    return refusal;
  }

  @Override
  public int limit() {
    return limit;
  }

  /** Byte by byte, so that what is around the name stays as it is, whatever its encoding. */
  private byte[] restored(byte[] bytes, String written) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.contains(unguessable)) {
      return bytes;
    }
    String utf8 = new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return text.replace(unguessable, utf8).getBytes(StandardCharsets.ISO_8859_1);
  }

  private String inJson() {
    String quoted = json.createValue(name).toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  private String inMarkup() {
    return name.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
