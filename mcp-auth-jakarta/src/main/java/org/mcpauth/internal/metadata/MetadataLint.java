// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.metadata;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mcpauth.Scopes;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.Loopback;
import org.mcpauth.internal.settings.ResourceSettings;

/** Finds what is allowed, and most likely not meant. */
public final class MetadataLint {

  private static final String OFFLINE_ACCESS = "offline_access";

  /** What a login should not ask for before anybody wants to change something. */
  private static final Pattern WRITE_LIKE =
      Pattern.compile(
          "(?i)(.*[^a-z])?(write|admin|delete|update|create|manage|full|all|\\*)([^a-z].*)?");

  private final ResourceSettings settings;
  private final List<String> warnings = new ArrayList<>();

  private MetadataLint(ResourceSettings settings) {
    this.settings = settings;
  }

  /**
   * Looks at one resource.
   *
   * @param settings its settings
   * @param operationScopes the scopes that operations require
   * @param effective applies the scope hierarchy: what some scopes are worth
   * @return numbered warnings; empty if there is nothing to say
   */
  public static List<String> warnings(
      ResourceSettings settings, Scopes operationScopes, UnaryOperator<Scopes> effective) {
    MetadataLint lint = new MetadataLint(settings);
    lint.scopes(operationScopes, effective);
    lint.resource();
    lint.issuers();
    return List.copyOf(lint.warnings);
  }

  private void scopes(Scopes operationScopes, UnaryOperator<Scopes> effective) {
    for (String scope : settings.scopes()) {
      if (scope.equals(OFFLINE_ACCESS)) {
        warnings.add(Message.LINT_OFFLINE_ACCESS.with(settings.resource()));
      } else if (WRITE_LIKE.matcher(scope).matches()) {
        warnings.add(Message.LINT_WRITE_SCOPE.with(scope, settings.resource()));
      }
      Scopes worth = effective.apply(Scopes.of(scope));
      if (!operationScopes.isEmpty()
          && !scope.equals(OFFLINE_ACCESS)
          && operationScopes.asSet().stream().noneMatch(worth::contains)) {
        warnings.add(Message.LINT_UNUSED_SCOPE.with(scope, settings.resource()));
      }
    }
  }

  private void resource() {
    String path = settings.resource().getPath();
    if (path.endsWith("/")) {
      warnings.add(Message.LINT_TRAILING_SLASH.with(settings.resource()));
    }
    if (isPlainHttp(settings.resource())) {
      warnings.add(Message.LINT_HTTP.with(settings.resource()));
    }
  }

  private void issuers() {
    Set<Object> sources = new HashSet<>();
    for (IssuerSettings issuer : settings.issuers()) {
      if (isPlainHttp(URI.create(issuer.issuer()))) {
        warnings.add(Message.LINT_HTTP.with(issuer.issuer()));
      }
      IssuerSettings.Keys keys = issuer.keys();
      boolean shared =
          Stream.of(keys.jwksUri(), keys.staticKeys(), keys.secret())
              .filter(Objects::nonNull)
              .anyMatch(source -> !sources.add(source));
      if (shared) {
        warnings.add(Message.LINT_SHARED_KEYS.with(issuer.issuer()));
      }
    }
  }

  private static boolean isPlainHttp(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme()) && !Loopback.isLoopback(uri);
  }
}
