// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.MetadataRules;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.Rules;

/** What the assertions about the resource in the metadata must catch. */
final class MetadataResourceMutants {

  private static final String RESOURCE = "metadata-names-the-resource";
  private static final String HOST = "metadata-does-not-follow-the-host";

  private MetadataResourceMutants() {}

  static List<Mutant> all() {
    return Stream.concat(resources(), hosts()).toList();
  }

  private static Stream<Mutant> resources() {
    return Stream.of(
        resource("with a slash at the end", endpoint -> endpoint + "/"),
        resource("without its path", endpoint -> endpoint.replace("/mcp", "")),
        resource("in capitals", endpoint -> endpoint.replace("http://", "HTTP://")),
        resource("with another host", endpoint -> endpoint.replace("127.0.0.1", "localhost")),
        resource("with a query", endpoint -> endpoint + "?mcp"),
        Mutant.of(
            RESOURCE,
            "serves another document at the well-known URL",
            MetadataResourceMutants::serveAtTwoPlaces));
  }

  private static Mutant resource(String fault, Function<String, String> change) {
    return Mutant.of(
        RESOURCE,
        "names it " + fault,
        rules ->
            rules.metadata =
                new MetadataRules(rules.endpoint, rules.issuer) {
                  @Override
                  public String resource(Request request) {
                    return change.apply(super.resource(request));
                  }
                });
  }

  private static void serveAtTwoPlaces(Rules rules) {
    rules.metadata =
        new MetadataRules(rules.endpoint, rules.issuer) {
          @Override
          public URI url(Request request) {
            return endpoint.resolve("/metadata");
          }

          @Override
          public boolean isAt(Request request) {
            return "/metadata".equals(request.path()) || super.isAt(request);
          }

          @Override
          public String resource(Request request) {
            return request.path().equals("/metadata")
                ? super.resource(request)
                : endpoint.resolve("/").toString();
          }
        };
    rules.challenges = new ChallengeRules(rules.metadata);
  }

  private static Stream<Mutant> hosts() {
    return Stream.of(
            "Host", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "Forwarded")
        .map(
            header ->
                Mutant.of(
                    HOST,
                    "derives the resource from " + header,
                    rules ->
                        rules.metadata =
                            new MetadataRules(rules.endpoint, rules.issuer) {
                              @Override
                              public String resource(Request request) {
                                return derived(endpoint, header, request);
                              }
                            }));
  }

  private static String derived(URI endpoint, String header, Request request) {
    Optional<String> value = request.header(header);
    return switch (header) {
      case "Host", "X-Forwarded-Host" ->
          "http://" + value.orElse(endpoint.getAuthority()) + endpoint.getPath();
      case "X-Forwarded-Proto" ->
          value.orElse("http") + "://" + endpoint.getAuthority() + endpoint.getPath();
      case "X-Forwarded-Prefix" ->
          endpoint.resolve(value.orElse("") + endpoint.getPath()).toString();
      default ->
          value.map(v -> "https://" + v.replaceAll("host=|;.*", "")).orElse(endpoint.toString());
    };
  }
}
