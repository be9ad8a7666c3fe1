// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mcpauth.checker.internal.checks.ClientFindings;
import org.mcpauth.checker.internal.checks.DiscoveryFindings;
import org.mcpauth.checker.internal.checks.DocumentFindings;
import org.mcpauth.checker.internal.checks.EndpointFindings;
import org.mcpauth.checker.internal.checks.GrantFindings;
import org.mcpauth.checker.internal.checks.Product;
import org.mcpauth.checker.internal.discovery.Discovered;
import org.mcpauth.checker.internal.discovery.Discovery;
import org.mcpauth.checker.internal.discovery.IssuerIdentifier;
import org.mcpauth.checker.internal.discovery.Metadata;
import org.mcpauth.checker.internal.http.Fetcher;
import org.mcpauth.checker.internal.keys.KeySet;
import org.mcpauth.checker.internal.token.TokenFindings;
import org.mcpauth.checker.options.CheckOptions;
import org.mcpauth.checker.report.CompatibilityReport;
import org.mcpauth.checker.report.Finding;

/**
 * Finds out what an authorization server lacks for MCP (revision 2026-07-28, Authorization), by
 * reading what it publishes and, if it is given client credentials, one token.
 *
 * <pre>{@code
 * AuthorizationServerChecker checker = new AuthorizationServerChecker(CheckOptions.defaults());
 * CompatibilityReport report = checker.check("https://issuer.example.com");
 * if (!report.isCompatible()) { ... }
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads. It keeps nothing between calls.
 */
public final class AuthorizationServerChecker {

  private final CheckOptions options;
  private final Fetcher fetcher;

  /**
   * Makes a checker.
   *
   * @param options limits, and what to ask for
   */
  public AuthorizationServerChecker(CheckOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    this.fetcher = new Fetcher(options.httpClient(), options.timeout(), options.maxResponseSize());
  }

  /**
   * Checks an issuer. Blocks until all answers are there, or too late.
   *
   * @param issuer the issuer identifier, exactly as clients are told
   * @return what it has and lacks
   * @throws IllegalArgumentException if the identifier is not an absolute http or https URL
   * @throws IssuerUnreachableException if nobody answers; the message says why
   */
  public CompatibilityReport check(String issuer) throws IssuerUnreachableException {
    IssuerIdentifier identifier = IssuerIdentifier.parse(issuer);
    Instant now = options.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Discovered discovered = Discovery.of(fetcher, options.origin(), identifier);
    if (!discovered.isAnswered()) {
      throw new IssuerUnreachableException(
          discovered.attempts().stream()
              .map(attempt -> attempt.location() + ": " + attempt.seen())
              .collect(Collectors.joining("; ")));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(DiscoveryFindings.syntax(identifier));
    findings.add(DiscoveryFindings.locations(discovered));
    discovered.metadata().ifPresent(metadata -> findings.addAll(about(metadata)));
    return new CompatibilityReport(
        issuer, now, discovered.metadata().map(Metadata::location), advised(identifier, findings));
  }

  private List<Finding> about(Metadata metadata) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(DocumentFindings.of(metadata, options.origin()));
    findings.addAll(EndpointFindings.of(metadata));
    findings.addAll(GrantFindings.of(metadata));
    findings.addAll(ClientFindings.of(metadata));
    KeySet keys = KeySet.of(fetcher, metadata);
    findings.addAll(keys.findings());
    findings.addAll(
        options
            .tokenRequest()
            .map(request -> new TokenFindings(metadata, request, keys.keyIds(), options.clock()))
            .map(token -> token.with(fetcher))
            .orElseGet(() -> List.of(TokenFindings.unknown())));
    return findings;
  }

  private static List<Finding> advised(IssuerIdentifier issuer, List<Finding> findings) {
    Optional<Product> product = Product.of(issuer);
    return findings.stream()
        .map(finding -> product.map(p -> p.advise(finding)).orElse(finding))
        .sorted(Comparator.comparing(Finding::check))
        .toList();
  }
}
