// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.discovery;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.checker.internal.discovery.Attempt.Outcome;
import org.mcpauth.checker.internal.http.Answer;
import org.mcpauth.checker.internal.http.Fetcher;
import org.mcpauth.checker.internal.http.OversizedAnswerException;
import org.mcpauth.checker.internal.json.JsonReading;
import org.mcpauth.checker.internal.json.Members;
import org.mcpauth.checker.internal.json.UnreadableJsonException;

/** Asks every location that MCP clients try, so that the report can name all. Used once. */
public final class Discovery {

  private final Fetcher fetcher;
  private final String origin;
  private final IssuerIdentifier issuer;
  private final List<Attempt> attempts = new ArrayList<>();
  private Optional<Metadata> metadata = Optional.empty();

  private Discovery(Fetcher fetcher, String origin, IssuerIdentifier issuer) {
    this.fetcher = fetcher;
    this.origin = origin;
    this.issuer = issuer;
  }

  /**
   * Looks for the metadata of an issuer.
   *
   * @param fetcher sends the requests
   * @param origin the {@code Origin} of a client in a browser
   * @param issuer the issuer
   * @return what was found
   */
  public static Discovered of(Fetcher fetcher, String origin, IssuerIdentifier issuer) {
    Discovery discovery = new Discovery(fetcher, origin, issuer);
    issuer.locations().forEach(discovery::attempt);
    return new Discovered(discovery.attempts, discovery.metadata);
  }

  private void attempt(URI location) {
    try {
      Answer answer = fetcher.get(location, Map.of("Origin", origin));
      if (answer.status() == 200) {
        read(location, answer);
      } else {
        add(location, outcome(answer.status()), status(answer));
      }
    } catch (OversizedAnswerException e) {
      add(location, Outcome.UNUSABLE, message(e));
    } catch (IOException e) {
      add(location, Outcome.NO_ANSWER, message(e));
    }
  }

  private void read(URI location, Answer answer) {
    try {
      Members members = new Members(JsonReading.object(answer.body()));
      if (metadata.isEmpty()) {
        metadata = Optional.of(new Metadata(issuer, location, answer, members));
      }
      add(location, Outcome.DOCUMENT, "200");
    } catch (UnreadableJsonException e) {
      add(location, Outcome.UNUSABLE, "200, but " + message(e));
    }
  }

  private void add(URI location, Outcome outcome, String seen) {
    attempts.add(new Attempt(location, outcome, seen));
  }

  private static Outcome outcome(int status) {
    return status >= 400 && status < 500 ? Outcome.ABSENT : Outcome.UNUSABLE;
  }

  private static String status(Answer answer) {
    return answer
        .header("Location")
        .map(target -> answer.status() + " to " + target + " (not followed)")
        .orElse(String.valueOf(answer.status()));
  }

  private static String message(Exception fault) {
    return String.valueOf(fault.getMessage());
  }
}
