// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainUsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "there is one command: check <issuer>|",
        "Unmatched argument|chekc;http://localhost:1",
        "Missing required parameter: 'issuer'|check",
        "Unknown option: '--verbose'|check;http://localhost:1;--verbose",
        "the issuer must be an absolute http or https URL|check;issuer.example.com",
        "the issuer is not a URL|check;https://a b",
        "the timeout must be between 1 ms and 5 minutes|check;http://localhost:1;--timeout=0",
        "the timeout must be between|check;http://localhost:1;--timeout=301",
        "'--timeout'|check;http://localhost:1;--timeout=soon",
        "the largest answer must be between|check;http://localhost:1;--max-size=0",
        "the origin must be that of a browser|check;http://localhost:1;--origin=a b",
        "a token needs --client-id|check;http://localhost:1;--client-id=a",
        "a token needs --client-id|check;http://localhost:1;--client-secret=geheim",
        "a token needs --client-id|check;http://localhost:1;--client-id=a"
            + ";--resource=https://a;--client-secret=geheim;--client-secret-env=B",
        "--client-secret-env: there is no such variable|check;http://localhost:1;--client-id=a"
            + ";--resource=https://a;--client-secret-env=NOT_THERE",
        "--client-secret-file: the file cannot be read|check;http://localhost:1;--client-id=a"
            + ";--resource=https://a;--client-secret-file=no-such-file",
        "the resource must be an absolute URI|check;http://localhost:1;--client-id=a"
            + ";--resource=mcp;--client-secret=geheim"
      })
  void executeWhenUsageIsWrongThenTwoAndOneLine(String fault, @Nullable String args) {
    CommandLineRun run = CommandLineRun.of(args == null ? new String[0] : args.split(";", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("mcp-auth-checker: ")
        .contains(fault)
        .doesNotContain("geheim")
        .endsWith("(see --help)" + System.lineSeparator())
        .hasLineCount(1);
  }
}
