// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import java.io.IOException;

/** Nobody answers for the issuer, so there is nothing to report about. */
public final class IssuerUnreachableException extends IOException {

  private static final long serialVersionUID = 1L;

  IssuerUnreachableException(String message) {
    super(message);
  }
}
