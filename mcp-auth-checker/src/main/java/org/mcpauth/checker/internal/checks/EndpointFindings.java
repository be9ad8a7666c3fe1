// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.checks;

import java.util.List;
import java.util.Optional;
import org.mcpauth.checker.internal.discovery.Metadata;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

/** About the endpoints that every client needs, and those that some like to have. */
public final class EndpointFindings {

  private EndpointFindings() {}

  /**
   * About the authorization, token, introspection and revocation endpoints.
   *
   * @param metadata the document
   * @return a finding for each
   */
  public static List<Finding> of(Metadata metadata) {
    return List.of(
        required(metadata, Check.AUTHORIZATION_ENDPOINT, "authorization_endpoint"),
        required(metadata, Check.TOKEN_ENDPOINT, "token_endpoint"),
        optional(
            metadata,
            Check.INTROSPECTION,
            "introspection_endpoint",
            "resource servers have to verify JWTs by themselves"),
        optional(
            metadata,
            Check.REVOCATION,
            "revocation_endpoint",
            "clients cannot give tokens back; keep their lifetime short"));
  }

  private static Finding required(Metadata metadata, Check check, String name) {
    return metadata
        .text(name)
        .map(url -> published(metadata, check, name, url))
        .orElseGet(() -> Finding.error(check, "no " + name, "Publish " + name + ", an https URL."));
  }

  private static Finding published(Metadata metadata, Check check, String name, String url) {
    return metadata
        .issuer()
        .faultOf(url)
        .map(
            fault ->
                Finding.error(
                    check, name + " " + fault + ": " + url, "Publish an absolute https URL."))
        .orElseGet(() -> Finding.ok(check, url));
  }

  /** An optional endpoint: fine if it is absent, not fine if it is there and cannot be used. */
  static Finding optional(Metadata metadata, Check check, String name, String absence) {
    Optional<String> url = metadata.text(name);
    if (url.isEmpty()) {
      return Finding.info(check, "no " + name + ": " + absence);
    }
    return metadata
        .issuer()
        .faultOf(url.get())
        .map(
            fault ->
                Finding.warning(
                    check,
                    name + " " + fault + ": " + url.get(),
                    "Publish an absolute https URL, or nothing."))
        .orElseGet(() -> Finding.ok(check, url.get()));
  }
}
