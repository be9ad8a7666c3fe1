// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells which addresses lead into a network of somebody's own, or nowhere (RFC 6890): loopback,
 * link-local, private, shared (RFC 6598), unique-local (RFC 4193), multicast, reserved, and IPv6
 * addresses that stand for such an IPv4 address.
 */
final class PrivateAddresses {

  /** An address range: its first bytes, and how many bits of them count. */
  private static final class Range {

    private final int bits;
    private final int[] prefix;

    Range(int bits, int... prefix) {
      this.bits = bits;
      this.prefix = prefix;
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Range> IPV4 =
      List.of(
          new Range(8, 0),
          new Range(8, 10),
          new Range(10, 100, 64),
          new Range(8, 127),
          new Range(16, 169, 254),
          new Range(12, 172, 16),
          new Range(24, 192, 0, 0),
          new Range(16, 192, 168),
          new Range(15, 198, 18),
          new Range(3, 224));

  private static final List<Range> IPV6 =
      List.of(
          new Range(7, 0xfc),
          new Range(10, 0xfe, 0x80),
          new Range(10, 0xfe, 0xc0),
          new Range(8, 0xff));

  /** IPv4-mapped, IPv4-compatible with unspecified and loopback, translated (RFC 6052). */
  private static final List<Range> IPV4_IN_LAST_BYTES =
      List.of(
          new Range(96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff),
          new Range(96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
          new Range(96, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0));

  /** RFC 3056. */
  private static final Range SIX_TO_FOUR = new Range(16, 0x20, 0x02);

  private PrivateAddresses() {}

  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return isIn(IPV4, bytes);
    }
    if (isIn(IPV4_IN_LAST_BYTES, bytes)) {
      return isIn(IPV4, Arrays.copyOfRange(bytes, 12, 16));
    }
    if (SIX_TO_FOUR.contains(bytes)) {
      return isIn(IPV4, Arrays.copyOfRange(bytes, 2, 6));
    }
    return isIn(IPV6, bytes);
  }

  private static boolean isIn(List<Range> ranges, byte[] address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
