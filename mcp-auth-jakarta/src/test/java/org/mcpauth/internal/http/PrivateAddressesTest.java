// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.internal.settings.McpAuthSettings;

/** Who may be asked. */
class PrivateAddressesTest {

  private static final String PRIVATE =
      "the host has a private address and is not in mcp.auth.http.private-hosts";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::"
      })
  void containsWhenInsideThenTrue(String literal) throws UnknownHostException {
    assertThat(PrivateAddresses.contains(InetAddress.getByName(literal))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.1.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "192.167.1.1",
        "192.169.0.0",
        "198.17.0.0",
        "198.20.0.0",
        "223.255.255.255",
        "2001:db8::1",
        "2606:4700::1111",
        "fbff::1",
        "64:ff9b::101:101",
        "2002:101:101::",
        "::ffff:1.1.1.1"
      })
  void containsWhenOutsideThenFalse(String literal) throws UnknownHostException {
    assertThat(PrivateAddresses.contains(InetAddress.getByName(literal))).isFalse();
  }

  /** Java makes IPv4 of it, but a resolver need not. */
  @Test
  void containsWhenMappedAddressStaysIpv6ThenTrue() throws UnknownHostException {
    byte[] bytes = new byte[16];
    bytes[10] = -1;
    bytes[11] = -1;
    bytes[12] = 10;

    assertThat(PrivateAddresses.contains(Inet6Address.getByAddress("x", bytes, -1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://public.example/x",
    "https://named.example/x",
    "https://NAMED.example/x",
    "https://10.1.1.1/x",
    "https://[fd00::1]/x",
    "http://localhost:8080/x"
  })
  void checkWhenPublicOrNamedThenAllowed(URI uri) {
    assertThatCode(() -> reach(false).check(uri)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://inside.example/x | " + PRIVATE,
        "https://mixed.example/x | " + PRIVATE,
        "https://10.2.2.2/x | " + PRIVATE,
        "https://[::1]/x | " + PRIVATE,
        "http://127.0.0.1/x | " + PRIVATE,
        "https://nobody.example/x | the host is not known",
        "http://public.example/x | the URL is not https",
        "ftp://public.example/x | the URL is not https",
        "https:///x | the URL has no host, or has credentials",
        "https://user:secret@public.example/x | the URL has no host, or has credentials"
      })
  void checkWhenInsideOrNotHttpsThenRefused(URI uri, String reason) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> reach(false).check(uri))
        .withMessage(reason);
  }

  @Test
  void checkWhenHttpIsAllowedThenStillNothingInside() {
    assertThatCode(() -> reach(true).check(URI.create("http://public.example/x")))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> reach(true).check(URI.create("http://inside.example/x")))
        .withMessage(PRIVATE);
  }

  @Test
  void checkRedirectWhenToHttpThenOnlyFromLoopbackToLoopback() {
    URI local = URI.create("http://localhost:1/x");
    assertThatCode(() -> reach(false).checkRedirect(local, URI.create("http://localhost:2/y")))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> reach(false).checkRedirect(URI.create("https://public.example"), local))
        .withMessage("the redirect is not https");
  }

  private static Reach reach(boolean allowHttp) {
    Duration day = Duration.ofDays(1);
    Set<String> named = Set.of("named.example", "10.1.1.1", "fd00::1", "localhost");
    Map<String, List<String>> names =
        Map.of(
            "public.example", List.of("1.1.1.1", "2606:4700::1111"),
            "inside.example", List.of("192.168.1.1"),
            "mixed.example", List.of("1.1.1.1", "10.0.0.1"));
    return new Reach(
        new McpAuthSettings.Fetch(day, day, day, day, day, day, day, 1000, true, named, allowHttp),
        host -> {
          if (host.matches("[0-9.]+|.*:.*")) {
            return List.of(InetAddress.getByName(host));
          }
          if (!names.containsKey(host)) {
            throw new UnknownHostException(host);
          }
          List<InetAddress> addresses = new ArrayList<>();
          for (String literal : names.get(host)) {
            addresses.add(InetAddress.getByName(literal));
          }
          return addresses;
        });
  }
}
