// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AUD-1, AUD-2, AUD-3: which audience means this resource. */
class ResourceIdentifierTest {

  private static final ResourceIdentifier RESOURCE =
      new ResourceIdentifier(Set.of("https://api.example.com/mcp"));

  @ParameterizedTest
  @ValueSource(strings = {"https://api.example.com/mcp", "https://api.example.com/mcp/"})
  void isInWhenSameButForOneTrailingSlashThenTrue(String audience) {
    assertThat(RESOURCE.isIn(List.of(audience))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "https://api.example.com",
        "https://api.example.com/",
        "https://api.example.com/mc",
        "https://api.example.com/mcp2",
        "https://api.example.com/mcp/x",
        "https://api.example.com/mcp//",
        "https://api.example.com/MCP",
        "HTTPS://api.example.com/mcp",
        "https://API.example.com/mcp",
        "https://api.example.com:443/mcp",
        "http://api.example.com/mcp",
        "https://api.example.com/mcp?a=b",
        "https://api.example.com/mcp#x",
        "https://api.example.com/%6Dcp",
        "https://api.example.com/a/../mcp",
        "https://api.example.com.evil.com/mcp",
        " https://api.example.com/mcp",
        "https://api.example.com/mcp https://evil.com"
      })
  void isInWhenAnythingElseDiffersThenFalse(String audience) {
    assertThat(RESOURCE.isIn(List.of(audience))).isFalse();
  }

  @Test
  void isInWhenIdentifierEndsWithSlashThenTokenNeedNot() {
    ResourceIdentifier resource = new ResourceIdentifier(Set.of("https://api.example.com/"));

    assertThat(resource.isIn(List.of("https://api.example.com"))).isTrue();
    assertThat(resource.isIn(List.of("https://api.example.com/"))).isTrue();
  }

  @Test
  void isInWhenOneOfSeveralMatchesThenTrue() {
    ResourceIdentifier resource = new ResourceIdentifier(Set.of("api://notes", "f3a1"));

    assertThat(resource.isIn(List.of("https://other.example.com", "f3a1"))).isTrue();
    assertThat(resource.isIn(List.of("api://other", "F3A1"))).isFalse();
  }

  @Test
  void isInWhenTokenHasNoAudienceThenFalse() {
    assertThat(RESOURCE.isIn(List.of())).isFalse();
  }
}
