// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A protected and an unprotected server that are put under load by turns. */
final class Contest {

  private static final int PARTS = 3;

  private final PayaraMicro guarded;
  private final PayaraMicro open;
  private final Calls calls;
  private final Load load;
  private final PrintStream out;
  private final byte[] withoutToken;

  /**
   * Prepares a contest.
   *
   * @param guarded the protected server
   * @param open the other one
   * @param calls what is asked of the protected server
   * @param withoutToken what is asked of the other one
   * @param load asks
   * @param out for who waits
   */
  Contest(
      PayaraMicro guarded,
      PayaraMicro open,
      Calls calls,
      byte[] withoutToken,
      Load load,
      PrintStream out) {
    this.guarded = guarded;
    this.open = open;
    this.calls = calls;
    this.load = load;
    this.out = out;
    this.withoutToken = withoutToken;
  }

  /** Makes sure that one server is protected, that the other is not, and that both do the work. */
  void check() throws IOException {
    Map<String, Boolean> facts =
        Map.of(
            "the unprotected server answers", status(open, withoutToken) == 200,
            "no token is refused", status(guarded, calls.anonymous()) == 401,
            "a token without the scope is refused", status(guarded, calls.insufficient()) == 403,
            "RS256 is let in", status(guarded, calls.known(Mode.RS256_KNOWN)) == 200,
            "ES256 is let in", status(guarded, calls.known(Mode.ES256_KNOWN)) == 200);
    List<String> wrong =
        facts.entrySet().stream().filter(fact -> !fact.getValue()).map(Map.Entry::getKey).toList();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("not as it should be: " + wrong);
    }
  }

  private static int status(PayaraMicro server, byte[] request) throws IOException {
    try (Connection connection = new Connection(server.port())) {
      return connection.exchange(request).status();
    }
  }

  /** By turns too: compilers need time, which they may get while another server is busy. */
  void warmUp(int seconds) throws IOException, InterruptedException {
    for (int part = 0; part < PARTS; part++) {
      for (Mode mode : List.of(Mode.UNPROTECTED, Mode.RS256_KNOWN, Mode.ES256_KNOWN)) {
        run(mode, 0, Math.max(1, seconds / PARTS));
      }
    }
  }

  /** Every round has another order, so that no mode is always behind the same other. */
  void round(int round, int seconds, EndToEndReport report)
      throws IOException, InterruptedException {
    List<Mode> modes = new ArrayList<>(List.of(Mode.values()));
    Collections.rotate(modes, round);
    for (Mode mode : modes) {
      Load.Outcome outcome = run(mode, round, seconds);
      report.add(mode, outcome);
      out.printf(
          "%-28s %6.0f requests/s, %4.0f µs%n",
          mode.title(), outcome.perSecond(), outcome.serverMicros());
    }
  }

  private Load.Outcome run(Mode mode, int round, int seconds)
      throws IOException, InterruptedException {
    Duration time = Duration.ofSeconds(seconds);
    return switch (mode) {
      case UNPROTECTED ->
          load.run(open.port(), open.process(), Requests.repeated(withoutToken, time));
      case RS256_KNOWN, ES256_KNOWN ->
          load.run(guarded.port(), guarded.process(), Requests.repeated(calls.known(mode), time));
      case RS256_UNIQUE, ES256_UNIQUE ->
          load.run(guarded.port(), guarded.process(), Requests.each(calls.ofRound(mode, round)));
    };
  }
}
