// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpauth.tck.server.Issuer;

class TokensMutantsTest {

  private static Issuer issuer;

  @BeforeAll
  static void startIssuer() {
    issuer = Issuer.start(0);
  }

  @AfterAll
  static void stopIssuer() {
    issuer.server().close();
  }

  static Stream<Mutant> mutants() {
    return Mutants.ofTokens();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void runWhenServerIsWrongThenOnlyItsAssertionFails(Mutant mutant) {
    Mutants.assertCaught(mutant, issuer);
  }
}
