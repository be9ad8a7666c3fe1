// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.net.URI;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Who compares an audience carelessly. */
final class SimilarAudienceMutants {

  private SimilarAudienceMutants() {}

  static List<Mutant> all() {
    return similar();
  }

  private static List<Mutant> similar() {
    return Stream.concat(
            similarPaths(),
            Stream.<Mutant>of(
                similar("takes its origin", (own, aud) -> aud.equals(origin(own))),
                similar("takes the root", (own, aud) -> aud.equals(origin(own) + "/")),
                similar("compares the path only", (own, aud) -> aud.equals(own.getRawPath())),
                similar("forgets the scheme", (own, aud) -> own.toString().equals("http://" + aud)),
                similar("takes the other scheme", (own, aud) -> aud.equals(twin(own))),
                similar(
                    "ignores the port",
                    (own, aud) -> noPort(own).equals(noPort(URI.create(space(aud))))),
                similar("ignores the host", (own, aud) -> aud.equals("http://other.example/mcp")),
                similar("compares the end", (own, aud) -> aud.endsWith("/" + own)),
                similar("looks for itself in the text", (own, aud) -> aud.endsWith(" " + own)),
                similar(
                    "splits the text",
                    (own, aud) -> List.of(aud.split(" ", -1)).indexOf(own.toString()) == 0),
                similar(
                    "compares the beginning of the host",
                    (own, aud) -> aud.startsWith(origin(own) + "."))))
        .toList();
  }

  private static Stream<Mutant> similarPaths() {
    return Stream.of(
        similar(
            "compares as much as aud has",
            (own, aud) -> aud.length() > 24 && own.toString().startsWith(aud)),
        similar("compares the beginning", (own, aud) -> aud.startsWith(own + "x")),
        similar("takes what is below it", (own, aud) -> aud.startsWith(own + "/")),
        similar("ignores the query", (own, aud) -> aud.equals(own + "?x=y")),
        similar("ignores the case", (own, aud) -> aud.equalsIgnoreCase(own.toString())),
        similar("takes a tenant's", (own, aud) -> aud.endsWith("/tenant/mcp")),
        similar("takes its host's", (own, aud) -> aud.equals(origin(own) + "/other")));
  }

  private static String origin(URI own) {
    return own.getScheme() + "://" + own.getRawAuthority();
  }

  private static String twin(URI own) {
    return "https" + own.toString().substring(4);
  }

  private static String space(String text) {
    return text.replace(" ", "%20");
  }

  private static String noPort(URI uri) {
    return uri.getScheme() + uri.getHost() + uri.getRawPath() + uri.getRawQuery();
  }

  private static Mutant similar(String fault, BiPredicate<URI, String> own) {
    return AudienceMutants.text("similar-audience-is-refused", fault, own);
  }
}
