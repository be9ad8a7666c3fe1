// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.MetadataRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.TransportRules;

/** What the assertions about the serving of metadata must catch. */
final class MetadataMutants {

  private static final String SERVED = "metadata-is-served";
  private static final String NO_TOKEN = "metadata-needs-no-token";
  private static final String BROWSERS = "metadata-is-readable-by-browsers";

  private MetadataMutants() {}

  static List<Mutant> all() {
    return Stream.of(
            served(),
            tokens(),
            browsers(),
            MetadataCachingMutants.all().stream(),
            MetadataResourceMutants.all().stream(),
            MetadataContentMutants.all().stream())
        .flatMap(mutants -> mutants)
        .toList();
  }

  private static Stream<Mutant> served() {
    return Stream.of(
        answering(SERVED, "has none", (request, answer) -> Answer.of(404)),
        answering(
            SERVED,
            "redirects",
            (request, answer) -> Answer.of(302).with("Location", "/metadata.json")),
        answering(
            SERVED,
            "says that it is text",
            (request, answer) -> answer.with("Content-Type", "text/plain")),
        answering(
            SERVED,
            "says that it is of a type of its own",
            (request, answer) -> answer.with("Content-Type", "application/resource+json")),
        answering(
            SERVED,
            "serves an array",
            (request, answer) -> new Answer(200, answer.headers(), "[" + answer.body() + "]")),
        answering(
            SERVED,
            "answers 203",
            (request, answer) -> new Answer(203, answer.headers(), answer.body())),
        Mutant.of(
            SERVED,
            "has it elsewhere than the challenge says",
            rules ->
                rules.challenges =
                    new ChallengeRules(
                        new MetadataRules(rules.endpoint, rules.issuer) {
                          @Override
                          public URI url(Request request) {
                            return endpoint.resolve("/oauth-protected-resource");
                          }
                        })));
  }

  private static Stream<Mutant> tokens() {
    return Stream.of(
        refusing("without a token", request -> Shortcut.isAnonymous(request)),
        refusing("with an invalid token", request -> credentials(request).startsWith("Bearer no")),
        refusing("with a forged token", request -> credentials(request).contains(".AAAAAAAAAA")),
        refusing("with Basic", request -> credentials(request).startsWith("Basic")),
        answering(
            NO_TOKEN,
            "sends who has no token to a login",
            (request, answer) ->
                Shortcut.isAnonymous(request)
                    ? Answer.of(302).with("Location", "/login")
                    : answer));
  }

  private static String credentials(Request request) {
    return request.header("Authorization").orElse("");
  }

  private static Mutant refusing(String when, Predicate<Request> whom) {
    return answering(
        NO_TOKEN,
        "refuses metadata " + when,
        (request, answer) ->
            whom.test(request) && !request.method().equals("OPTIONS") ? Answer.of(401) : answer);
  }

  private static Stream<Mutant> browsers() {
    String origin = "Access-Control-Allow-Origin";
    return Stream.of(
        finishing(
            "allows no origin",
            (request, answer) ->
                request.method().equals("GET") ? TransportMutants.without(answer, origin) : answer),
        finishing(
            "allows another origin",
            (request, answer) -> answer.with(origin, "https://client.example")),
        finishing(
            "allows no origin in a preflight",
            (request, answer) ->
                request.method().equals("OPTIONS")
                    ? TransportMutants.without(answer, origin)
                    : answer),
        answering(
            BROWSERS,
            "has no preflight",
            (request, answer) -> request.method().equals("OPTIONS") ? Answer.of(405) : answer),
        answering(
            BROWSERS,
            "allows no header",
            (request, answer) -> TransportMutants.without(answer, "Access-Control-Allow-Headers")));
  }

  private static Mutant finishing(String fault, BiFunction<Request, Answer, Answer> change) {
    return Mutant.of(
        BROWSERS,
        fault,
        rules ->
            rules.transport =
                new TransportRules(rules.endpoint) {
                  @Override
                  public Answer finish(Request request, Answer answer) {
                    Answer finished = super.finish(request, answer);
                    return isEndpoint(request) ? finished : change.apply(request, finished);
                  }
                });
  }

  static Mutant answering(
      String assertion, String fault, BiFunction<Request, Answer, Answer> change) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.metadata =
                new MetadataRules(rules.endpoint, rules.issuer) {
                  @Override
                  public Answer answer(Request request) {
                    return change.apply(request, super.answer(request));
                  }
                });
  }
}
