// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.checks;

import java.util.List;
import java.util.Optional;
import org.mcpauth.checker.internal.discovery.Metadata;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

/** About the document as a whole. */
public final class DocumentFindings {

  private DocumentFindings() {}

  /**
   * About content type, readers in browsers, types of members, and whose document it is.
   *
   * @param metadata the document
   * @param origin that was sent
   * @return a finding for each
   */
  public static List<Finding> of(Metadata metadata, String origin) {
    return List.of(
        contentType(metadata),
        cors(metadata, origin),
        MemberTypes.of(metadata.members()),
        issuer(metadata));
  }

  private static Finding contentType(Metadata metadata) {
    String seen = metadata.answer().header("Content-Type").orElse("no Content-Type");
    return metadata.answer().isJson()
        ? Finding.ok(Check.METADATA_CONTENT_TYPE, seen)
        : Finding.warning(
            Check.METADATA_CONTENT_TYPE, seen, "Send metadata with Content-Type application/json.");
  }

  private static Finding cors(Metadata metadata, String origin) {
    Optional<String> allowed = metadata.answer().header("Access-Control-Allow-Origin");
    boolean open = allowed.filter(a -> a.equals("*") || a.equals(origin)).isPresent();
    String seen = "Access-Control-Allow-Origin for " + origin + ": " + allowed.orElse("none");
    return open
        ? Finding.ok(Check.METADATA_CORS, seen)
        : Finding.warning(
            Check.METADATA_CORS,
            seen,
            "Clients in browsers cannot read this: allow their origins, or any, at the metadata, the"
                + " token endpoint and registration. Other clients do not need it.");
  }

  private static Finding issuer(Metadata metadata) {
    String asked = metadata.issuer().text();
    Optional<String> named = metadata.text("issuer");
    if (metadata.isOfIssuer()) {
      return Finding.ok(Check.ISSUER_MATCH, asked);
    }
    if (named.isEmpty()) {
      return Finding.error(
          Check.ISSUER_MATCH, "no issuer in the metadata", "Publish issuer: " + asked);
    }
    return Finding.error(
        Check.ISSUER_MATCH,
        "the metadata names "
            + named.get()
            + ", asked was "
            + asked
            + difference(asked, named.get()),
        "Both must be the same, character by character, or clients refuse. Name the issuer that the"
            + " metadata names wherever you name it: in authorization_servers of the protected"
            + " resource metadata, and here.");
  }

  private static String difference(String asked, String named) {
    if (named.equals(asked + "/") || asked.equals(named + "/")) {
      return " (only a trailing slash differs)";
    }
    return named.equalsIgnoreCase(asked) ? " (only upper and lower case differ)" : "";
  }
}
