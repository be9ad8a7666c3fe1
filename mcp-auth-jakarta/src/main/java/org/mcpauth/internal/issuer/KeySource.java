// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import java.util.List;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.jose.JoseHeader;
import org.mcpauth.internal.jose.VerificationKey;
import org.mcpauth.internal.settings.ConfigurationException;

/** The keys of one issuer, and of no other. An implementation is thread-safe. */
public interface KeySource {

  /**
   * The keys with which a token may have been signed.
   *
   * @param header the header of the token
   * @return the keys that fit; empty if the issuer has none
   * @throws AuthorizationServerUnavailableException if the keys are not known and the issuer does
   *     not answer
   */
  List<VerificationKey> keysFor(JoseHeader header);

  /**
   * Finds the keys now, when the application starts.
   *
   * @throws AuthorizationServerUnavailableException if the issuer does not answer
   * @throws ConfigurationException if what it answers cannot be right
   */
  void prepare();

  /**
   * Tells whether keys are known, without asking anybody.
   *
   * @return false if a token that came now would have to wait for them
   */
  boolean isReady();

  /** Has keys that are not known, or will not be for long, fetched by somebody else. */
  void keepFresh();
}
