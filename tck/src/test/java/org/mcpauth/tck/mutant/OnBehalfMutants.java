// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.OnBehalfRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.server.Feature;

/** What must be caught of servers that call others with a token that is not for them. */
final class OnBehalfMutants {

  private static final String OWN = "other-service-gets-a-token-of-its-own";
  private static final String STAYS = "callers-token-stays-here";
  private static final String NOTHING = "without-exchange-nothing-is-sent";

  private OnBehalfMutants() {}

  static List<Mutant> all() {
    return List.of(
        of(OWN, "has a token for another service", ForAnother::new),
        of(OWN, "sends no token", WithoutToken::new),
        of(OWN, "sends the token of the first caller", OfTheFirst::new),
        of(OWN, "does not ask the service", Silent::new),
        adding(
            "forwards the caller's token too",
            (request, token) -> request.header("X-Forwarded-Access-Token", token)),
        adding(
            "has the caller's token in the query",
            (request, token) ->
                request.uri(URI.create(request.build().uri() + "?access_token=" + token))),
        adding(
            "has the caller's token in the body",
            (request, token) ->
                request.method("GET", HttpRequest.BodyPublishers.ofString("token=" + token))),
        adding(
            "says of which token it has another",
            (request, token) ->
                request.header("X-Signature", token.substring(token.lastIndexOf('.') + 1))),
        of(STAYS, "tells the caller the token of the service", Telling::new),
        of(NOTHING, "sends the caller's token where there is no other", Falling::new),
        of(NOTHING, "sends no token where there is none", Unauthenticated::new));
  }

  private static Mutant of(String assertion, String fault, Function<URI, OnBehalfRules> rules) {
    return Mutant.of(
        assertion, fault, all -> all.at(Feature.ON_BEHALF).onBehalf = rules.apply(all.issuer));
  }

  private interface Addition {
    HttpRequest.Builder to(HttpRequest.Builder request, String token);
  }

  private static Mutant adding(String fault, Addition addition) {
    return of(
        STAYS,
        fault,
        issuer ->
            new OnBehalfRules(issuer) {
              @Override
              public HttpRequest call(URI service, String token) throws IOException {
                HttpRequest right = super.call(service, token);
                return addition
                    .to(HttpRequest.newBuilder(right, (name, value) -> true), token)
                    .build();
              }
            });
  }

  private static final class WithoutToken extends OnBehalfRules {
    WithoutToken(URI issuer) {
      super(issuer);
    }

    @Override
    public HttpRequest call(URI service, String token) {
      return HttpRequest.newBuilder(service).build();
    }
  }

  private static final class ForAnother extends OnBehalfRules {
    ForAnother(URI issuer) {
      super(issuer);
    }

    @Override
    public String exchanged(URI service, String token) throws IOException {
      return super.exchanged(URI.create("https://elsewhere.example"), token);
    }
  }

  private static final class OfTheFirst extends OnBehalfRules {
    private final Map<URI, String> first = new ConcurrentHashMap<>();

    OfTheFirst(URI issuer) {
      super(issuer);
    }

    @Override
    public String exchanged(URI service, String token) throws IOException {
      String exchanged = super.exchanged(service, token);
      return Optional.ofNullable(first.putIfAbsent(service, exchanged)).orElse(exchanged);
    }
  }

  private static final class Silent extends OnBehalfRules {
    Silent(URI issuer) {
      super(issuer);
    }

    @Override
    public Optional<Answer> answer(Request request, Message message) {
      return Optional.empty();
    }
  }

  /** Keeps what it got, and says so. */
  private static final class Telling extends OnBehalfRules {
    private volatile String last = "";

    Telling(URI issuer) {
      super(issuer);
    }

    @Override
    public String exchanged(URI service, String token) throws IOException {
      last = super.exchanged(service, token);
      return last;
    }

    @Override
    public Optional<Answer> answer(Request request, Message message) {
      return super.answer(request, message)
          .map(
              answer ->
                  new Answer(
                      answer.status(),
                      answer.headers(),
                      answer.body().replaceFirst("\\{", "{\"_token\":\"" + last + "\",")));
    }
  }

  private static final class Falling extends OnBehalfRules {
    Falling(URI issuer) {
      super(issuer);
    }

    @Override
    public String exchanged(URI service, String token) {
      try {
        return super.exchanged(service, token);
      } catch (IOException e) {
        return token;
      }
    }
  }

  private static final class Unauthenticated extends OnBehalfRules {
    Unauthenticated(URI issuer) {
      super(issuer);
    }

    @Override
    public HttpRequest call(URI service, String token) {
      try {
        return super.call(service, token);
      } catch (IOException e) {
        return HttpRequest.newBuilder(service).build();
      }
    }
  }
}
