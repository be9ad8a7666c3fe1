// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.Tools;
import org.mcpauth.tck.server.Feature;

/** What must be caught of servers that tell their tools something wrong of their callers. */
final class CallerDetailMutants {

  private static final String CLAIM = "claim-is-of-the-caller";
  private static final String USER = "user-info-is-of-the-caller";
  private static final String THREADS = "callers-on-other-threads-are-not-mixed-up";

  private CallerDetailMutants() {}

  static List<Mutant> all() {
    AtomicReference<Object> last = new AtomicReference<>("");
    Map<String, Object> first = new ConcurrentHashMap<>();
    return List.of(
        claim("has no claims", email -> ""),
        claim(
            "tells the claim of the first caller", email -> first.computeIfAbsent("", a -> email)),
        claim(
            "tells the claim of an earlier caller where there is none",
            email -> email.equals("") ? last.get() : remembered(last, email)),
        claim(
            "tells what is no text as text",
            email -> email instanceof List<?> list ? String.valueOf(list.get(0)) : email),
        user("does not ask the issuer", Caller::subject),
        user(
            "believes the token",
            caller ->
                caller.claims().get("email") instanceof String email ? email : address(caller)),
        user(
            "tells what the issuer said of the first caller",
            caller -> String.valueOf(first.computeIfAbsent("user", any -> address(caller)))),
        Mutant.of(
            THREADS,
            "leaves its caller on the thread",
            rules -> rules.at(Feature.CALLER_DETAILS).tools = new Elsewhere()));
  }

  private static Object remembered(AtomicReference<Object> last, Object email) {
    last.set(email);
    return email;
  }

  private static String address(Caller caller) {
    return caller.subject() + "@users.example";
  }

  private static Mutant claim(String fault, UnaryOperator<Object> change) {
    return Mutant.of(
        CLAIM,
        fault,
        rules ->
            rules.at(Feature.CALLER_DETAILS).tools =
                new Tools() {
                  @Override
                  public Answer call(Message message, Caller caller) {
                    Map<String, Object> claims = new ConcurrentHashMap<>(caller.claims());
                    claims.put("email", change.apply(claims.getOrDefault("email", "")));
                    return super.call(
                        message,
                        new Caller(
                            caller.subject(),
                            caller.scopes(),
                            caller.key(),
                            caller.certificate(),
                            claims));
                  }
                });
  }

  private static Mutant user(String fault, Function<Caller, String> address) {
    return Mutant.of(
        USER,
        fault,
        rules ->
            rules.at(Feature.CALLER_DETAILS).tools =
                new Tools() {
                  @Override
                  public String userEmail(Caller caller) {
                    return address.apply(caller);
                  }
                });
  }

  /** One thread's memory for all: whoever comes in between is taken for the caller. */
  private static final class Elsewhere extends Tools {

    private volatile String known = "";

    @Override
    public String elsewhere(Caller caller) {
      known = caller.subject();
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      return known;
    }
  }
}
