// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mcpauth.client.TokenPassthrough;
import org.mcpauth.client.TokenPassthroughException;
import org.mcpauth.internal.log.Message;

/** Finds the token of the current caller in what is to be sent. Thread-safe. */
final class CallerTokenPassthrough implements TokenPassthrough {

  private static final Pattern BASIC =
      Pattern.compile("\\s*Basic\\s+(\\S+)\\s*", Pattern.CASE_INSENSITIVE);

  private final CurrentCaller current;

  CallerTokenPassthrough(CurrentCaller current) {
    this.current = current;
  }

  @Override
  public void refuse(URI target, List<String> texts) {
    Optional<String> token = current.callerIfAny().map(caller -> caller.presented().value());
    if (token.isPresent() && texts.stream().anyMatch(text -> carries(text, token.get()))) {
      throw new TokenPassthroughException(
          Message.TOKEN_PASSTHROUGH.with(
              Optional.ofNullable(target.getHost()).orElse("a URL without a host")));
    }
  }

  private static boolean carries(String text, String token) {
    return Stream.of(
            Optional.of(text), Optional.of(text.replace("\\/", "/")), decoded(text), basic(text))
        .flatMap(Optional::stream)
        .anyMatch(reading -> reading.contains(token));
  }

  /** Percent-encoded, in a URL or a form; a plus sign of a token is no space. */
  private static Optional<String> decoded(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** RFC 7617: a token that takes the place of a password. */
  private static Optional<String> basic(String text) {
    Matcher matcher = BASIC.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      byte[] credentials = Base64.getDecoder().decode(matcher.group(1));
      return Optional.of(new String(credentials, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
