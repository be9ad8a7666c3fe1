// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.internal.settings.ResourceSettings.SenderConstraint;

/**
 * Takes the token out of a request (RFC 6750 §2.1, RFC 9449 §7.1). MCP allows the {@code
 * Authorization} header and nothing else (TOK-5).
 */
public final class BearerTokenExtractor {

  private BearerTokenExtractor() {}

  /**
   * Takes the credentials out of a request.
   *
   * @param authorization the values of the {@code Authorization} header
   * @param query the query as it came; empty if there is none
   * @param dpop if off, {@code DPoP} is a scheme like any other that is not known. {@code Bearer}
   *     is known also where DPoP is required: whoever sends it shall learn what is wrong
   * @return the credentials
   */
  public static Credentials extract(
      List<String> authorization, Optional<String> query, SenderConstraint dpop) {
    if (query.filter(BearerTokenExtractor::hasToken).isPresent()) {
      return new Credentials.MalformedRequest(
          "An access token in the query is not accepted, send it in the Authorization header",
          false);
    }
    if (authorization.size() > 1) {
      return new Credentials.MalformedRequest(
          "The Authorization header occurs more than once", false);
    }
    return authorization.isEmpty()
        ? new Credentials.None()
        : parse(authorization.get(0).trim(), dpop != SenderConstraint.OFF);
  }

  /** In any encoding: %61ccess_token is the same parameter. */
  private static boolean hasToken(String query) {
    return Stream.of(query.split("&", -1))
        .map(parameter -> decoded(parameter.split("=", 2)[0]))
        .anyMatch("access_token"::equals);
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name; // cannot be that parameter in any reading
    }
  }

  private static Credentials parse(String value, boolean dpopIsKnown) {
    int end = value.indexOf(' ');
    String scheme = end < 0 ? value : value.substring(0, end);
    String credentials = withoutLeadingSpaces(value.substring(scheme.length()));
    if (scheme.equalsIgnoreCase("Bearer")) {
      return token(credentials, false);
    }
    return dpopIsKnown && scheme.equalsIgnoreCase("DPoP")
        ? token(credentials, true)
        : new Credentials.None();
  }

  private static Credentials token(String token, boolean dpopScheme) {
    if (token.isEmpty() || token.indexOf(' ') >= 0) {
      return new Credentials.MalformedRequest(
          dpopScheme
              ? "The Authorization header is not the word DPoP and one access token"
              : "The Authorization header is not the word Bearer and one access token",
          dpopScheme);
    }
    if (!isB64Token(token)) {
      return new Credentials.MalformedToken(
          "The access token has a character that no token has", dpopScheme);
    }
    return dpopScheme ? new Credentials.Dpop(token) : new Credentials.Bearer(token);
  }

  private static String withoutLeadingSpaces(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    return text.substring(start);
  }

  /**
   * RFC 6750 §2.1: b64token; RFC 9449 §7.1: token68, the same. A loop: matching a pattern would
   * take longer than looking it up.
   */
  private static boolean isB64Token(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (!isB64(text.charAt(i))) {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean isB64(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~+/".indexOf(c) >= 0;
  }
}
