// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.CredentialRules;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.TokenRules;
import org.mcpauth.tck.server.Operation;

/** What the credential assertions must catch. */
final class CredentialMutants {

  private CredentialMutants() {}

  static List<Mutant> all() {
    return Stream.of(
            accepting(),
            GarbageMutants.all(),
            MalformedMutants.all(),
            huge(),
            TokenPlaceMutants.all())
        .flatMap(List::stream)
        .toList();
  }

  /** A server with other credential rules. */
  static Mutant of(String assertion, String fault, CredentialRules credentials) {
    return Mutant.of(assertion, fault, rules -> rules.credentials = credentials);
  }

  private static List<Mutant> accepting() {
    return List.of(
        TokenMutants.of(
            "valid-token-is-accepted",
            "takes no token at all",
            (endpoint, issuer) ->
                new TokenRules(endpoint, issuer) {
                  @Override
                  public Caller verify(String token, Request request) throws InvalidTokenException {
                    throw new InvalidTokenException("any");
                  }
                }),
        Mutant.of(
            "valid-token-is-accepted",
            "lists tools only for those who may call them",
            rules ->
                rules.tokens =
                    new TokenRules(rules.endpoint, rules.issuer) {
                      @Override
                      public Caller verify(String token, Request request)
                          throws InvalidTokenException {
                        Caller caller = super.verify(token, request);
                        boolean lists =
                            new String(
                                    request.body().bytes(), java.nio.charset.StandardCharsets.UTF_8)
                                .contains("tools/list");
                        if (lists && caller.scopes().equals(Set.of(Operation.BASELINE))) {
                          throw new InvalidTokenException("too few scopes");
                        }
                        return caller;
                      }
                    }),
        bearer("knows Bearer by one spelling", value -> value.startsWith("Bearer")),
        bearer("does not know upper case", value -> !value.startsWith("BEARER")),
        bearer("does not know lower case", value -> !value.startsWith("bearer")),
        bearer("does not know mixed case", value -> !value.startsWith("bEaReR")));
  }

  private static Mutant bearer(String fault, Predicate<String> spelling) {
    return of(
        "scheme-is-case-insensitive",
        fault,
        new CredentialRules() {
          @Override
          public boolean isBearer(String value) {
            return super.isBearer(value) && spelling.test(value);
          }
        });
  }

  static Mutant fails(String assertion, String fault, Predicate<String> value) {
    return of(
        assertion,
        fault,
        new CredentialRules() {
          @Override
          public String token(Request request, ChallengeRules challenges) throws Refusal {
            List<String> headers = request.headers("Authorization");
            if (headers.size() == 1 && value.test(headers.get(0))) {
              throw new Refusal(Answer.of(500));
            }
            return super.token(request, challenges);
          }
        });
  }

  private static List<Mutant> huge() {
    String id = "huge-token-is-refused";
    return List.of(
        fails(id, "fails over 10 kB", value -> value.length() > 9_000 && value.length() < 50_000),
        fails(id, "fails over 100 kB", value -> value.length() > 90_000),
        fails(id, "fails over many dots", value -> value.contains("...........")),
        fails(id, "fails over many words", value -> value.contains("a a a a a a a a ")),
        fails(id, "fails over much padding", value -> value.contains("===========")),
        new Mutant(
            id,
            "is worn out for a call by 100 kB",
            (endpoint, issuer) ->
                new Rules(endpoint, issuer) {
                  private final AtomicBoolean worn = new AtomicBoolean();

                  @Override
                  public Answer answer(Request request) {
                    boolean huge =
                        request
                            .header("Authorization")
                            .filter(v -> v.length() > 90_000)
                            .isPresent();
                    boolean tired = worn.getAndSet(huge);
                    return tired && !huge ? Answer.of(503) : super.answer(request);
                  }
                }));
  }
}
