// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.token;

import java.util.List;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

/**
 * Whether the resource that was asked for became {@code aud}.
 *
 * @param resource that was asked for
 */
record AudienceFinding(String resource) {

  Finding of(CompactJwt jwt) {
    List<String> audiences = jwt.audiences();
    String seen =
        "aud is "
            + (audiences.isEmpty() ? "absent" : String.join(", ", audiences))
            + "; asked for "
            + resource;
    if (audiences.equals(List.of(resource))) {
      return Finding.ok(Check.RESOURCE_INDICATORS, "aud is " + resource);
    }
    if (audiences.contains(resource)) {
      return Finding.warning(
          Check.RESOURCE_INDICATORS,
          seen,
          "The token is good for other resources too: whoever gets it there can use it here.");
    }
    if (audiences.stream().anyMatch(this::isSameButSlash)) {
      return Finding.warning(
          Check.RESOURCE_INDICATORS,
          seen,
          "Only a trailing slash differs, which some servers and clients refuse.");
    }
    return Finding.error(
        Check.RESOURCE_INDICATORS,
        seen,
        "An MCP server must refuse this token. Let the authorization server put the resource into"
            + " aud; if it cannot, name the audience that it uses in mcp.auth.audiences.");
  }

  private boolean isSameButSlash(String audience) {
    return audience.equals(resource + "/") || resource.equals(audience + "/");
  }
}
