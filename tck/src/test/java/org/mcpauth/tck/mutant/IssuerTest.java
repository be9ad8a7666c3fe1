// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.mcpauth.tck.server.Issuer;

/** Tests that have an issuer while their class runs. */
abstract class IssuerTest {

  static Issuer issuer;

  @BeforeAll
  static void startIssuer() {
    issuer = Issuer.start(0);
  }

  @AfterAll
  static void stopIssuer() {
    issuer.server().close();
  }
}
