// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import java.util.List;
import org.mcpauth.internal.jose.JoseHeader;
import org.mcpauth.internal.jose.VerificationKey;

/**
 * Keys that are configured. Immutable and thread-safe.
 *
 * @param keys the keys
 */
record StaticKeySource(List<VerificationKey> keys) implements KeySource {

  StaticKeySource {
    keys = List.copyOf(keys);
  }

  @Override
  public List<VerificationKey> keysFor(JoseHeader header) {
    return keys.stream().filter(key -> key.fits(header)).toList();
  }

  @Override
  public void prepare() {
    // They are here.
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void keepFresh() {
    // They do not change.
  }
}
