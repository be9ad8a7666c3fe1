// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes the token out of a request (RFC 6750 §2.1). MCP allows the {@code Authorization} header and
 * nothing else (TOK-5).
 */
public final class BearerTokenExtractor {

  /** RFC 6750 §2.1: b64token. */
  private static final Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private static final Pattern SPACES = Pattern.compile(" +");

  /** In any encoding: %61ccess_token is the same parameter. */
  private static final Pattern TOKEN_PARAMETER = Pattern.compile("(^|&)access_token(=|&|$)");

  private BearerTokenExtractor() {}

  /**
   * Takes the credentials out of a request.
   *
   * @param authorization the values of the {@code Authorization} header
   * @param query the query, percent-decoded; empty if there is none
   * @return the credentials
   */
  public static Credentials extract(List<String> authorization, Optional<String> query) {
    if (query.filter(q -> TOKEN_PARAMETER.matcher(q).find()).isPresent()) {
      return new Credentials.MalformedRequest(
          "An access token in the query is not accepted, send it in the Authorization header");
    }
    if (authorization.size() > 1) {
      return new Credentials.MalformedRequest("The Authorization header occurs more than once");
    }
    return authorization.isEmpty() ? new Credentials.None() : parse(authorization.get(0).trim());
  }

  private static Credentials parse(String value) {
    String[] parts = SPACES.split(value, -1);
    if (!parts[0].equalsIgnoreCase("Bearer")) {
      return new Credentials.None();
    }
    if (parts.length != 2 || parts[1].isEmpty()) {
      return new Credentials.MalformedRequest(
          "The Authorization header is not the word Bearer and one access token");
    }
    return B64TOKEN.matcher(parts[1]).matches()
        ? new Credentials.Bearer(parts[1])
        : new Credentials.MalformedToken("The access token has a character that no token has");
  }
}
