// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofResultTest {

  private static final ProofResult.Cases<String> NAMES =
      new ProofResult.Cases<>() {
        @Override
        public String proven(ProofResult.Proven proven) {
          return "proven";
        }

        @Override
        public String refused(ProofResult.Refused refused) {
          return refused.description();
        }

        @Override
        public String unavailable(ProofResult.Unavailable unavailable) {
          return "unavailable";
        }
      };

  @Test
  void acceptWhenCalledThenEveryCaseFindsItsMethod() {
    assertThat(new ProofResult.Proven(Optional.empty()).accept(NAMES)).isEqualTo("proven");
    assertThat(ProofResult.Refused.proof("no").accept(NAMES)).isEqualTo("no");
    assertThat(new ProofResult.Unavailable().accept(NAMES)).isEqualTo("unavailable");
  }
}
