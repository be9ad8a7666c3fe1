// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpauth.tck.http.Reply;

/**
 * Reads a challenge the way widely used clients do: all lines as one, the scheme up to the first
 * space, and parameters by regular expression, wherever they may stand.
 */
final class SimpleClient {

  private final String header;

  SimpleClient(Reply reply) {
    this.header = String.join(", ", reply.headers("WWW-Authenticate"));
  }

  /** Whether it takes the header for a Bearer challenge. */
  boolean seesBearer() {
    String[] words = header.split(" ", -1);
    return words[0].equalsIgnoreCase("Bearer") && words.length > 1 && !words[1].isEmpty();
  }

  /** What it takes for the value of a parameter. */
  Optional<String> parameter(String name) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(name) + "=(?:\"([^\"]+)\"|([^\\s,]+))").matcher(header);
    return matcher.find()
        ? Optional.ofNullable(matcher.group(1)).or(() -> Optional.ofNullable(matcher.group(2)))
        : Optional.empty();
  }
}
