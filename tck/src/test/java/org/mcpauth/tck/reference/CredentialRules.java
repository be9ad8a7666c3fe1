// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a token comes from: one Authorization header and nothing else. */
public class CredentialRules {

  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");

  private static final int LONGEST = 16_384;

  /** The token, or a challenge. */
  public String token(Request request, ChallengeRules challenges) throws Refusal {
    List<String> values = request.headers("Authorization");
    if (isTwice(values, request)) {
      throw new Refusal(challenges.invalidRequest(request));
    }
    Optional<String> credentials = chosen(values).filter(this::isBearer);
    if (credentials.isEmpty()) {
      return elsewhere(request)
          .orElseThrow(() -> new Refusal(challenges.credentialsMissing(request)));
    }
    String token =
        parsed(credentials.get())
            .orElseThrow(() -> new Refusal(challenges.invalidRequest(request)));
    if (token.length() > LONGEST) {
      throw tooLong(request, challenges);
    }
    return token;
  }

  public boolean isTwice(List<String> values, Request request) {
    return values.size() > 1 || (!values.isEmpty() && inQuery(request).isPresent());
  }

  /** Of several, which are refused before. */
  public Optional<String> chosen(List<String> values) {
    return values.stream().findFirst();
  }

  public boolean isBearer(String value) {
    return value.split(" ", 2)[0].equalsIgnoreCase("Bearer");
  }

  /** What follows the scheme, if it fits the grammar. */
  public Optional<String> parsed(String value) {
    return Optional.of(BEARER.matcher(value)).filter(Matcher::matches).map(found -> found.group(1));
  }

  public Refusal tooLong(Request request, ChallengeRules challenges) {
    return new Refusal(challenges.invalidToken(request));
  }

  /** A token from somewhere else than the header: never. */
  public Optional<String> elsewhere(Request request) {
    return Optional.empty();
  }

  public Optional<String> inQuery(Request request) {
    return Optional.ofNullable(request.target().getRawQuery())
        .filter(query -> query.contains("access_token="));
  }
}
