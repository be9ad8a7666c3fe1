// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.SessionRules;
import org.mcpauth.tck.server.Feature;

/** What must be caught of servers whose sessions are anybody's, or can be guessed. */
final class BoundSessionMutants {

  private static final String ANOTHER = "session-of-another-is-refused";
  private static final String OUTLIVES = "session-outlives-its-token";
  private static final String GUESSED = "session-id-cannot-be-guessed";

  private BoundSessionMutants() {}

  static List<Mutant> all() {
    AtomicLong count = new AtomicLong();
    return List.of(
        of(ANOTHER, "lets everybody into a session", new ForOthers("GET, POST, DELETE")),
        of(ANOTHER, "lets everybody call in a session", new ForOthers("POST")),
        of(ANOTHER, "lets everybody read in a session", new ForOthers("GET")),
        of(ANOTHER, "lets everybody end a session", new ForOthers("DELETE")),
        of(ANOTHER, "ends a session that somebody else shows up in", new Ending()),
        of(
            ANOTHER,
            "binds sessions to the client, although there is a user",
            new SessionRules() {
              @Override
              public String principal(Caller caller) {
                return String.valueOf(caller.claims().get("client_id"));
              }
            }),
        of(
            OUTLIVES,
            "binds sessions to the token",
            new SessionRules() {
              @Override
              public String principal(Caller caller) {
                return String.valueOf(caller.claims().get("jti"));
              }
            }),
        of(
            OUTLIVES,
            "binds sessions to the scopes",
            new SessionRules() {
              @Override
              public String principal(Caller caller) {
                return caller.subject() + caller.scopes();
              }
            }),
        named("counts sessions", () -> "session-" + count.incrementAndGet()),
        named("counts sessions in many digits", () -> "%032x".formatted(count.incrementAndGet())),
        named(
            "begins alike and counts in the middle",
            () -> "5b1f0c9e%08x4c2aa1f07d3e9b65".formatted(count.incrementAndGet())),
        named("names sessions by the time", () -> "%040d".formatted(System.nanoTime())),
        named(
            "draws few bits", () -> "%08x".formatted(ThreadLocalRandom.current().nextInt(1 << 30))),
        named(
            "draws few bits and makes them look like many",
            () -> "%064x".formatted(ThreadLocalRandom.current().nextLong(1L << 48))));
  }

  private static Mutant of(String assertion, String fault, SessionRules sessions) {
    return Mutant.of(assertion, fault, rules -> rules.at(Feature.SESSIONS).sessions = sessions);
  }

  private static Mutant named(String fault, Supplier<String> id) {
    return of(
        GUESSED,
        fault,
        new SessionRules() {
          @Override
          public String id(Caller caller) {
            return id.get();
          }
        });
  }

  private static final class ForOthers extends SessionRules {

    private final String methods;

    ForOthers(String methods) {
      this.methods = methods;
    }

    @Override
    public boolean isOwn(String id, Request request, Caller caller) {
      return super.isOwn(id, request, caller)
          || (owners.containsKey(id) && methods.contains(request.method()));
    }
  }

  private static final class Ending extends SessionRules {

    @Override
    public boolean isOwn(String id, Request request, Caller caller) {
      boolean own = super.isOwn(id, request, caller);
      if (!own) {
        owners.remove(id);
      }
      return own;
    }
  }
}
