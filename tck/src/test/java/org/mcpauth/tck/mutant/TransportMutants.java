// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.reference.TransportRules;

/** What the transport assertions must catch. */
final class TransportMutants {

  private static final String ORIGIN = "foreign-origin-is-refused";
  private static final String PREFLIGHT = "preflight-is-answered-without-token";
  private static final String EXPOSED = "challenge-is-exposed-to-browsers";
  private static final String ALLOWED = "Access-Control-Allow-Headers";

  private TransportMutants() {}

  static List<Mutant> all() {
    return Stream.of(origins(), preflights(), exposed()).flatMap(mutants -> mutants).toList();
  }

  private static Stream<Mutant> origins() {
    return Stream.of(
        origin("takes any", (request, own) -> true),
        origin("takes null", (request, own) -> origin(request).equals("null")),
        origin("compares the beginning", (request, own) -> origin(request).startsWith(own)),
        origin(
            "compares the end",
            (request, own) -> origin(request).endsWith(own.substring("http://".length()))),
        origin(
            "looks for its host anywhere",
            (request, own) -> origin(request).contains(own.split("[:/]+", 3)[1])),
        origin(
            "takes any with a token, also for a GET",
            (request, own) -> request.header("Authorization").isPresent()),
        refusing("answers 200 and an error", Answer.error(200, -32600, "foreign origin")),
        refusing("answers 500", Answer.of(500)));
  }

  private static String origin(Request request) {
    return request.header("Origin").orElse("");
  }

  private static Mutant origin(String fault, BiFunction<Request, String, Boolean> allowed) {
    return transport(
        ORIGIN,
        fault,
        rules ->
            new TransportRules(rules.endpoint) {
              @Override
              public void requireOrigin(Request request) throws Refusal {
                if (!allowed.apply(request, "http://" + endpoint.getAuthority())) {
                  super.requireOrigin(request);
                }
              }
            });
  }

  private static Mutant refusing(String fault, Answer answer) {
    return transport(
        ORIGIN,
        fault,
        rules ->
            new TransportRules(rules.endpoint) {
              @Override
              public void requireOrigin(Request request) throws Refusal {
                try {
                  super.requireOrigin(request);
                } catch (Refusal refusal) {
                  throw new Refusal(answer);
                }
              }
            });
  }

  private static Stream<Mutant> preflights() {
    return Stream.of(
        preflight("wants a token", answer -> new Answer(401, answer.headers(), "")),
        preflight("does not know OPTIONS", answer -> Answer.of(405)),
        preflight("names no origin", answer -> without(answer, "Access-Control-Allow-Origin")),
        preflight(
            "names another origin",
            answer -> answer.with("Access-Control-Allow-Origin", "https://evil.example")),
        preflight("allows no headers", answer -> without(answer, ALLOWED)),
        preflight(
            "forgets Authorization",
            answer -> changed(answer, allowed -> allowed.replace("Authorization, ", ""))),
        preflight("allows Authorization by a star", answer -> answer.with(ALLOWED, "*")),
        preflight(
            "forgets the version",
            answer -> changed(answer, allowed -> allowed.replace("MCP-Protocol-Version, ", ""))));
  }

  private static Mutant preflight(String fault, UnaryOperator<Answer> change) {
    return transport(
        PREFLIGHT,
        fault,
        rules ->
            new TransportRules(rules.endpoint) {
              @Override
              public Answer preflight(Request request) {
                return change.apply(super.preflight(request));
              }
            });
  }

  private static Answer changed(Answer answer, UnaryOperator<String> change) {
    return answer.with(ALLOWED, change.apply(requireNonNull(answer.headers().get(ALLOWED))));
  }

  private static Stream<Mutant> exposed() {
    String exposed = "Access-Control-Expose-Headers";
    return Stream.of(
        finish("exposes nothing", answer -> true, answer -> without(answer, exposed)),
        finish(
            "exposes something else",
            answer -> true,
            answer -> answer.with(exposed, "Mcp-Session-Id")),
        finish(
            "allows no origin",
            answer -> true,
            answer -> without(answer, "Access-Control-Allow-Origin")),
        finish(
            "exposes nothing when a scope is missing",
            answer -> answer.status() == 403,
            answer -> without(answer, exposed)),
        finish(
            "exposes nothing when a token is invalid",
            answer -> answer.headers().getOrDefault("WWW-Authenticate", "").contains("invalid"),
            answer -> without(answer, exposed)));
  }

  private static Mutant finish(
      String fault, Predicate<Answer> which, UnaryOperator<Answer> change) {
    return transport(
        EXPOSED,
        fault,
        rules ->
            new TransportRules(rules.endpoint) {
              @Override
              public Answer finish(Request request, Answer answer) {
                Answer finished = super.finish(request, answer);
                return isEndpoint(request) && which.test(answer)
                    ? change.apply(finished)
                    : finished;
              }
            });
  }

  private static Mutant transport(
      String assertion, String fault, Function<Rules, TransportRules> transport) {
    return Mutant.of(assertion, fault, rules -> rules.transport = transport.apply(rules));
  }

  static Answer without(Answer answer, String header) {
    Map<String, String> fewer = new LinkedHashMap<>(answer.headers());
    fewer.remove(header);
    return new Answer(answer.status(), fewer, answer.body());
  }
}
