// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUriTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com/mcp, https://api.example.com/mcp",
    "HTTPS://API.Example.COM/mcp, https://api.example.com/mcp",
    "https://api.example.com:443/mcp, https://api.example.com/mcp",
    "https://api.example.com:/mcp, https://api.example.com/mcp",
    "http://localhost:80/mcp, http://localhost/mcp",
    "http://localhost:443/mcp, http://localhost:443/mcp",
    "https://localhost:80/mcp, https://localhost:80/mcp",
    "http://LOCALHOST:8080, http://localhost:8080/",
    "https://api.example.com?a=b, https://api.example.com/",
    "https://api.example.com/mcp?a=b, https://api.example.com/mcp",
    "https://api.example.com/mcp#c, https://api.example.com/mcp",
    "https://api.example.com/mcp?a=%2F#c, https://api.example.com/mcp",
    "https://[2001:DB8::1]:8443/mcp, https://[2001:db8::1]:8443/mcp",
    "https://a/%6dcp/%7Ejoe%2d, https://a/mcp/~joe-",
    "https://a/b%2fc%c3%a9, https://a/b%2Fc%C3%A9",
    "https://a/b%2Fc, https://a/b%2Fc",
    "https://a/b/c/./../../g, https://a/g",
    "https://a/b/%2E%2e/g, https://a/g",
    "https://a/../../g, https://a/g",
    "https://a/b/.., https://a/",
    "https://a/b/., https://a/b/",
    "https://a/b/..c, https://a/b/..c",
    "https://a/b/, https://a/b/",
    "https://a//b, https://a//b",
    "https://a/B, https://a/B",
    "https://a/b;c=d, https://a/b;c=d",
  })
  void normalizedWhenHttpThenNormalFormOfRfc3986(String text, String expected) {
    assertThat(TargetUri.normalized(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/mcp",
        "mcp",
        "//api.example.com/mcp",
        "https:",
        "https:///mcp",
        "https:mcp",
        "ftp://api.example.com/mcp",
        "wss://api.example.com/mcp",
        "urn:example:mcp",
        "https://joe@api.example.com/mcp",
        "https://api.example.com/%zz",
        "https://api.example.com/%2",
        "https://api.example.com/m cp",
        "https://api.example.com/caf\u00e9",
        "https://b\u00fccher.example/mcp",
        "https://api.example.com:99999999999/mcp",
        "https://api.example.com\\mcp",
        "https://api.example.com/mcp\n"
      })
  void normalizedWhenNoHttpUriThenNothing(String text) {
    assertThat(TargetUri.normalized(text)).isEmpty();
  }
}
