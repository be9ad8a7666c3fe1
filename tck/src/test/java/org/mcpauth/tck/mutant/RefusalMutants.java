// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.server.Operation;

/** Refusals that come too late, or in the wrong order. */
final class RefusalMutants {

  private static final String EXPIRED = "expired-token-is-401-whatever-its-scope";
  private static final String STREAM = "refusal-comes-before-the-stream";
  private static final String RUN = "refused-tool-does-not-run";

  private RefusalMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(EXPIRED, "looks at the scopes first", HastyAboutScopes::new),
        new Mutant(EXPIRED, "tells an expired token the scopes", Talkative::new),
        streaming("in a stream if one is preferred", "text/event-stream,"),
        streaming("in a stream if the other type is worth less", "q=0.5"),
        ScopeChallengeMutants.answering(
            STREAM,
            "refuses in a stream if progress is wanted",
            (rules, refused) ->
                refused.operation().params().toString().contains("progressToken")
                    ? stream()
                    : refused.usual()),
        ScopeChallengeMutants.answering(
            STREAM,
            "calls the refusal a stream",
            (rules, refused) -> refused.usual().with("Content-Type", "text/event-stream")),
        ScopeChallengeMutants.answering(
            RUN,
            "runs the tool before it refuses",
            (rules, refused) -> {
              rules.tools.result(refused.operation(), refused.caller());
              return refused.usual();
            }),
        ScopeChallengeMutants.answering(
            RUN,
            "runs the tool for a notification",
            (rules, refused) -> {
              if (new Text(refused.request()).lacks("\"id\":")) {
                rules.tools.result(refused.operation(), refused.caller());
                return Answer.of(202);
              }
              return refused.usual();
            }),
        new Mutant(RUN, "runs the tool before it looks at the token", HastyAboutTokens::new));
  }

  private static Mutant streaming(String fault, String accept) {
    return ScopeChallengeMutants.answering(
        STREAM,
        "refuses " + fault,
        (rules, refused) ->
            refused.request().header("Accept").orElse("").contains(accept)
                ? stream()
                : refused.usual());
  }

  private static Answer stream() {
    String event =
        "event: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-1}}\n\n";
    return new Answer(200, Map.of("Content-Type", "text/event-stream"), event);
  }

  /** The body of a request as a text. */
  private record Text(Request request) {
    boolean lacks(String text) {
      return !new String(request.body().bytes(), java.nio.charset.StandardCharsets.UTF_8)
          .contains(text);
    }
  }

  /** Reads the scopes of tokens that it does not believe. */
  private static class HastyAboutScopes extends Rules {
    HastyAboutScopes(URI endpoint, URI issuer) {
      super(endpoint, issuer);
      Rules rules = this;
      challenges =
          new ChallengeRules(metadata) {
            @Override
            public Answer invalidToken(Request request) {
              return decision(rules, request, super.invalidToken(request));
            }
          };
    }

    Answer decision(Rules rules, Request request, Answer usual) {
      String credential = request.header("Authorization").orElse("");
      try {
        Operation operation = rules.messages.read(request).operation();
        Map<String, Object> claims =
            com.nimbusds.jose.JWSObject.parse(credential.substring("Bearer ".length()))
                .getPayload()
                .toJSONObject();
        Caller caller = new Caller("", rules.tokens.scopes(claims));
        // One that would be good otherwise: garbage has its own assertion.
        boolean good = caller.scopes().contains(Operation.BASELINE) && claims.containsKey("exp");
        return good
                && rules.tokens.isExpired(claims.get("exp"))
                && !rules.scopes.isEnough(operation, caller)
            ? told(rules, request, operation, caller)
            : usual;
      } catch (Refusal | java.text.ParseException | RuntimeException e) {
        return usual;
      }
    }

    Answer told(Rules rules, Request request, Operation operation, Caller caller) {
      return rules.challenges.insufficientScope(request, operation, caller, rules.scopes);
    }
  }

  /** Says 401, and yet what would have been needed. */
  private static final class Talkative extends HastyAboutScopes {
    Talkative(URI endpoint, URI issuer) {
      super(endpoint, issuer);
    }

    @Override
    Answer told(Rules rules, Request request, Operation operation, Caller caller) {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("error", "invalid_token");
      parameters.put("scope", String.join(" ", operation.scopes()));
      return rules.challenges.challenge(401, request, parameters);
    }
  }

  /** Runs first and asks later. */
  private static final class HastyAboutTokens extends Rules {
    HastyAboutTokens(URI endpoint, URI issuer) {
      super(endpoint, issuer);
    }

    @Override
    public Answer answer(Request request) {
      if (request.header("Authorization").orElse("").equals("Bearer unknown")) {
        try {
          Message message = messages.read(request);
          tools.result(message.operation(), new Caller("", java.util.Set.of()));
        } catch (Refusal e) {
          return e.answer();
        }
      }
      return super.answer(request);
    }
  }
}
