// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is no credential, or no token, whoever made it. */
final class BadCredentials {

  private BadCredentials() {}

  /** All fit the grammar of RFC 6750 §2.1, so that 400 is not the answer. */
  static List<String> garbage() {
    List<String> garbage =
        new ArrayList<>(List.of("garbage", "null", "0", "dG9rZW4=", "..", "...."));
    garbage.addAll(List.of("AAAA.BBBB.CCCC", "AAAA.BBBB.CCCC.DDDD", "AA.BB.CC.DD.EE"));
    Stream.of(
            "{}",
            "null",
            "[]",
            "{\"alg\":1}",
            "{\"alg\":\"RS256\"}",
            "{\"alg\":\"RS256\",\"kid\":{}}")
        .map(header -> CompactToken.encoded(header) + ".e30.AAAA")
        .forEach(garbage::add);
    garbage.add(
        CompactToken.encoded("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\"}") + ".AA.AA.AA.AA");
    return garbage;
  }

  /** Values of Authorization that do not fit the grammar, though most have a valid token within. */
  static Map<String, String> malformed(String full) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("no token", "Bearer");
    headers.put("a space for a token", "Bearer  ");
    headers.put("nothing", "");
    headers.put("two words", "Bearer a b");
    headers.put("characters that no token has", "Bearer a%b?c{d}");
    headers.put("padding alone", "Bearer ====");
    headers.put("a token without a scheme", full);
    headers.put("a token and a word", "Bearer " + full + " more");
    headers.put("a word and a token", "Bearer more " + full);
    headers.put("a token twice", "Bearer " + full + " " + full);
    headers.put("two credentials in one line", "Bearer " + full + ", Bearer " + full);
    headers.put("two credentials in one line, the first good", "Bearer " + full + ", Bearer a");
    headers.put("a token in quotes", "Bearer \"" + full + "\"");
    headers.put("a token as a parameter", "Bearer token=\"" + full + "\"");
    headers.put("no space", "Bearer" + full);
    headers.put("a colon for the space", "Bearer:" + full);
    return headers;
  }
}
