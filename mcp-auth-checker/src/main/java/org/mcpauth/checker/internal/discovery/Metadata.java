// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.discovery;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.mcpauth.checker.internal.http.Answer;
import org.mcpauth.checker.internal.json.Members;

/**
 * The metadata of an issuer.
 *
 * @param issuer whom was asked
 * @param location where it was found
 * @param answer the answer that it is from
 * @param members its members
 */
public record Metadata(IssuerIdentifier issuer, URI location, Answer answer, Members members) {

  /**
   * A string.
   *
   * @param name the name of the member
   * @return its value
   */
  public Optional<String> text(String name) {
    return members.text(name);
  }

  /**
   * An array of strings.
   *
   * @param name the name of the member
   * @return its values, maybe none
   */
  public Optional<List<String>> texts(String name) {
    return members.texts(name);
  }

  /**
   * Whether it names the issuer that was asked (RFC 8414 §3.3). If not, it must not be used.
   *
   * @return true if both are the same, code point by code point
   */
  public boolean isOfIssuer() {
    return text("issuer").filter(issuer.text()::equals).isPresent();
  }

  /**
   * An endpoint that may be asked.
   *
   * @param name the name of the member
   * @return its URL; empty if it is absent, or not to be trusted
   */
  public Optional<URI> endpoint(String name) {
    return text(name).filter(value -> issuer.faultOf(value).isEmpty()).map(URI::create);
  }
}
