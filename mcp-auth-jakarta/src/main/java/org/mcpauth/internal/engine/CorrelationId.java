// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpauth.internal.rpc.HeaderLookup;

/** What the events of one request have in common: 32 hexadecimal digits. */
final class CorrelationId {

  /** W3C Trace Context §3.2.2; versions after 00 may have more fields at the end. */
  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  private CorrelationId() {}

  /** That of a request: its trace-id, or a new one where it has none that is valid. */
  static String of(HeaderLookup request) {
    List<String> values = request.headers("traceparent");
    if (values.size() == 1) {
      Matcher parts = TRACEPARENT.matcher(values.get(0));
      if (parts.matches() && (parts.group(3) == null || !parts.group(1).equals("00"))) {
        return parts.group(2);
      }
    }
    return random();
  }

  /** It finds events and guards nothing, so it need not be hard to guess. */
  static String random() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
