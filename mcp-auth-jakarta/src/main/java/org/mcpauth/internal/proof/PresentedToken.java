// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A request with a token that was verified, and what its sender may prove himself with. URL,
 * headers and certificate are asked for when they count, and not before.
 *
 * @param token the text of the token, as the client sent it
 * @param dpopScheme whether it came with the scheme {@code DPoP} instead of {@code Bearer}
 * @param method the HTTP method
 * @param target the public URL of the resource, as it is configured
 * @param headers the values of a header by its name, empty if it is absent
 * @param certificate the client certificate that the container knows
 */
public record PresentedToken(
    String token,
    boolean dpopScheme,
    String method,
    Supplier<URI> target,
    Function<String, List<String>> headers,
    Supplier<Optional<X509Certificate>> certificate) {

  /** The values of the {@code DPoP} header. */
  List<String> proofs() {
    return headers.apply("DPoP");
  }

  /**
   * Hides the token.
   *
   * @return the method and the URL
   */
  @Override
  public String toString() {
    return "PresentedToken[" + method + " " + target.get() + ", token hidden]";
  }
}
