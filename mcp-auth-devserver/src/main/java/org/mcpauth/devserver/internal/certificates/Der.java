// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.certificates;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** As much of DER (X.690 §10) as a small certificate needs. */
final class Der {

  private static final DateTimeFormatter UTC_TIME = format("yyMMddHHmmss'Z'");
  private static final DateTimeFormatter GENERALIZED_TIME = format("yyyyMMddHHmmss'Z'");

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return element(0x30, parts);
  }

  static byte[] set(byte[]... parts) {
    return element(0x31, parts);
  }

  /** A context-specific tag around another element. */
  static byte[] explicit(int number, byte[] part) {
    return element(0xA0 | number, part);
  }

  static byte[] integer(BigInteger value) {
    return element(0x02, value.toByteArray());
  }

  /** The first byte of the content says that no bits of the last are unused. */
  static byte[] bitString(byte[] bits) {
    return element(0x03, new byte[] {0}, bits);
  }

  static byte[] octetString(byte[] content) {
    return element(0x04, content);
  }

  /** The content is given as it is encoded: these few identifiers need no arithmetic. */
  static byte[] objectIdentifier(String hex) {
    return element(0x06, HexFormat.of().parseHex(hex));
  }

  static byte[] utf8String(String text) {
    return element(0x0C, text.getBytes(StandardCharsets.UTF_8));
  }

  /** RFC 5280 §4.1.2.5: two digits of the year until 2049, four from then on. */
  static byte[] time(Instant instant) {
    boolean isShort = instant.atZone(ZoneOffset.UTC).getYear() < 2050;
    String text = (isShort ? UTC_TIME : GENERALIZED_TIME).format(instant);
    return element(isShort ? 0x17 : 0x18, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] element(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    element.writeBytes(length(content.size()));
    element.writeBytes(content.toByteArray());
    return element.toByteArray();
  }

  /** X.690 §8.1.3: in one byte up to 127, else after the number of bytes that it takes. */
  private static byte[] length(int length) {
    if (length < 0x80) {
      return new byte[] {(byte) length};
    }
    byte[] two = {(byte) 0x82, (byte) (length >> 8), (byte) length};
    return length < 0x100 ? new byte[] {(byte) 0x81, (byte) length} : two;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
