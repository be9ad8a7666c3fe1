// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.checks;

import java.util.List;
import java.util.Optional;
import org.mcpauth.checker.internal.discovery.Metadata;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

/** About how clients become known, how they authenticate, and what tokens are bound to. */
public final class ClientFindings {

  private static final String DOCUMENTS = "client_id_metadata_document_supported";
  private static final String REGISTRATION = "registration_endpoint";
  private static final String METHODS = "token_endpoint_auth_methods_supported";

  private ClientFindings() {}

  /**
   * About registration, authentication and sender constraint.
   *
   * @param metadata the document
   * @return a finding for each
   */
  public static List<Finding> of(Metadata metadata) {
    return List.of(
        publicClients(metadata),
        documents(metadata),
        registration(metadata),
        dpop(metadata),
        mtls(metadata));
  }

  private static Finding publicClients(Metadata metadata) {
    Optional<List<String>> methods = metadata.texts(METHODS);
    if (methods.orElse(List.of()).contains("none")) {
      return Finding.ok(Check.PUBLIC_CLIENTS, Listing.of(methods.get()));
    }
    return Finding.warning(
        Check.PUBLIC_CLIENTS,
        methods
            .map(m -> METHODS + ": " + Listing.of(m))
            .orElse("no " + METHODS + ", which means client_secret_basic only"),
        "Publish none if clients without a secret, such as those on desktops, are welcome. Some"
            + " clients choose their method from this list.");
  }

  private static Finding documents(Metadata metadata) {
    if (metadata.members().flag(DOCUMENTS)) {
      return Finding.ok(Check.CLIENT_ID_METADATA_DOCUMENT, DOCUMENTS + ": true");
    }
    boolean registers = metadata.text(REGISTRATION).isPresent();
    return Finding.warning(
        Check.CLIENT_ID_METADATA_DOCUMENT,
        DOCUMENTS
            + " is not true"
            + (registers ? "" : ", and there is no " + REGISTRATION + " either"),
        registers
            ? "MCP prefers client ID metadata documents to dynamic registration, which is deprecated"
                + " there."
            : "Clients that nobody registered by hand cannot work with this server: support client"
                + " ID metadata documents, or register every client and configure its client_id.");
  }

  private static Finding registration(Metadata metadata) {
    return EndpointFindings.optional(
        metadata,
        Check.DYNAMIC_REGISTRATION,
        REGISTRATION,
        "clients cannot register themselves (MCP deprecates that, but older clients know nothing"
            + " else)");
  }

  private static Finding dpop(Metadata metadata) {
    return metadata
        .texts("dpop_signing_alg_values_supported")
        .map(algorithms -> Finding.ok(Check.DPOP, Listing.of(algorithms)))
        .orElseGet(
            () -> Finding.info(Check.DPOP, "no dpop_signing_alg_values_supported: not advertised"));
  }

  private static Finding mtls(Metadata metadata) {
    String name = "tls_client_certificate_bound_access_tokens";
    String aliases =
        metadata.members().object().containsKey("mtls_endpoint_aliases")
            ? ", with mtls_endpoint_aliases"
            : ", no mtls_endpoint_aliases";
    return metadata.members().flag(name)
        ? Finding.ok(Check.MTLS, name + ": true" + aliases)
        : Finding.info(Check.MTLS, name + " is not true" + aliases);
  }
}
