// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.TokenRules;

/** Who asks the request which server it is. */
final class AudienceSpoofMutants {

  private AudienceSpoofMutants() {}

  static List<Mutant> all() {
    return List.of(
        self("Host", (own, request) -> host(request, "Host")),
        self("X-Forwarded-Host", (own, request) -> host(request, "X-Forwarded-Host")),
        self("X-Original-Host", (own, request) -> host(request, "X-Original-Host")),
        self("Forwarded", (own, request) -> forwarded(request, "http")),
        self("Forwarded and its proto", (own, request) -> forwarded(request, "https")),
        self(
            "X-Forwarded-Host and X-Forwarded-Proto",
            (own, request) ->
                host(request, "X-Forwarded-Host")
                    .flatMap(
                        url ->
                            request
                                .header("X-Forwarded-Proto")
                                .map(p -> p + url.substring(4))
                                .stream())),
        self(
            "X-Forwarded-Proto",
            (own, request) ->
                request
                    .header("X-Forwarded-Proto")
                    .map(p -> p + own.toString().substring(4))
                    .stream()),
        self(
            "X-Forwarded-Prefix",
            (own, request) ->
                request
                    .header("X-Forwarded-Prefix")
                    .map(p -> own.resolve(p + own.getPath()).toString())
                    .stream()),
        self("its query", (own, request) -> Stream.of(own.resolve(request.target()).toString())));
  }

  private static Stream<String> host(Request request, String header) {
    return request.header(header).map(host -> "http://" + host + "/mcp").stream();
  }

  private static Stream<String> forwarded(Request request, String scheme) {
    return request.header("Forwarded").stream()
        .filter(value -> value.contains("proto=https") == scheme.equals("https"))
        .map(value -> scheme + "://" + value.split("[=;]", -1)[1] + "/mcp");
  }

  private static Mutant self(String source, BiFunction<URI, Request, Stream<String>> names) {
    return TokenMutants.of(
        "audience-is-not-taken-from-the-request",
        "knows itself from " + source,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isOwn(Object audience, Request request) {
                return super.isOwn(audience, request)
                    || names.apply(endpoint, request).anyMatch(name -> name.equals(audience));
              }
            });
  }
}
