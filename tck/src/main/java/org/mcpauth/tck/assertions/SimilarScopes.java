// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mcpauth.tck.server.Operation;

/** Scopes that are none of an operation's, whatever they look like. */
final class SimilarScopes {

  private SimilarScopes() {}

  static Map<String, List<String>> of(Operation operation) {
    Map<String, List<String>> similar = new LinkedHashMap<>();
    put(similar, "all but the last letter", operation, s -> s.substring(0, s.length() - 1));
    put(similar, "the part before the last colon", operation, SimilarScopes::parent);
    put(similar, "the part after the last colon", operation, SimilarScopes::leaf);
    put(similar, "a colon at the end", operation, scope -> parent(scope) + ":");
    put(similar, "a wildcard at the end", operation, scope -> parent(scope) + ":*");
    put(similar, "two wildcards at the end", operation, scope -> parent(scope) + ":**");
    put(similar, "upper case", operation, scope -> scope.toUpperCase(Locale.ROOT));
    put(similar, "one letter in upper case", operation, s -> "M" + s.substring(1));
    put(similar, "a letter more at the end", operation, scope -> scope + "s");
    put(similar, "a part more at the end", operation, scope -> scope + ":read");
    put(similar, "a part more at the start", operation, scope -> "other:" + scope);
    put(similar, "another separator", operation, scope -> scope.replace(':', '.'));
    for (String separator : List.of(",", ";", "|", "+", "/")) {
      similar.put("joined by " + separator, List.of(String.join(separator, operation.scopes())));
    }
    for (String all : List.of("*", "mcp:*", "mcp:conformance:*", "all", ".*", "admin")) {
      put(similar, "a word for all, " + all, all);
    }
    String admin = Operation.ADMIN;
    put(similar, "nearly the broader scope", admin.substring(0, admin.length() - 1));
    put(similar, "more than the broader scope", admin + "istrator");
    put(similar, "the broader scope in upper case", admin.toUpperCase(Locale.ROOT));
    return similar;
  }

  private static void put(
      Map<String, List<String>> similar,
      String likeness,
      Operation operation,
      UnaryOperator<String> change) {
    List<String> scopes = new ArrayList<>(List.of(Operation.BASELINE));
    operation.scopes().stream().map(change).forEach(scopes::add);
    similar.put(likeness, List.copyOf(scopes));
  }

  private static void put(Map<String, List<String>> similar, String likeness, String scope) {
    similar.put(likeness, List.of(Operation.BASELINE, scope));
  }

  private static String parent(String scope) {
    return scope.substring(0, scope.lastIndexOf(':'));
  }

  private static String leaf(String scope) {
    return scope.substring(scope.lastIndexOf(':') + 1);
  }
}
