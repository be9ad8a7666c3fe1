// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import java.net.URI;

/** Where the keys of an issuer are. An implementation is thread-safe. */
interface KeysLocation {

  /** Looks it up when the application starts; whatever goes wrong is thrown. */
  default void prepare() {}

  /** The URL, looked up if need be. */
  URI current();

  /** Looks up again, because the keys are not there any more. */
  URI after(URI failed);

  /** A location that is configured. */
  static KeysLocation configured(URI uri) {
    return new KeysLocation() {
      @Override
      public URI current() {
        return uri;
      }

      @Override
      public URI after(URI failed) {
        return uri;
      }
    };
  }
}
