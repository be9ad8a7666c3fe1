// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpauth.checker.report.Severity.ERROR;
import static org.mcpauth.checker.report.Severity.INFO;
import static org.mcpauth.checker.report.Severity.WARNING;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.checker.options.TokenRequest;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.CompatibilityReport;
import org.mcpauth.checker.report.Finding;
import org.mcpauth.checker.report.Severity;

class TokenFindingsTest {

  private static final String RESOURCE = "https://mcp.example.com/mcp";
  private static final String SECRET = "s3cr&t %";
  private static final String HEADER = "{'typ':'at+jwt','alg':'RS256','kid':'rsa-1'}";

  /** Ends 300 s after the clock of the test. */
  private static final String CLAIMS =
      "{'iss':'https://issuer.example.com','aud':'https://mcp.example.com/mcp','sub':'alice',"
          + "'exp':1795262700,'client_id':'c','scope':'notes:read'}";

  private final ExampleIssuer issuer =
      new ExampleIssuer()
          .asking(new TokenRequest("my client", SECRET, RESOURCE, List.of("a", "b")));

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void checkWhenTokenIsGoodThenAllOkAndNothingOfItIsShown() throws IOException {
    String token = issuer.issue(HEADER, CLAIMS);
    CompatibilityReport report = issuer.check();
    assertThat(report.findings())
        .filteredOn(finding -> finding.check().compareTo(Check.RESOURCE_INDICATORS) >= 0)
        .containsExactly(
            Finding.ok(Check.RESOURCE_INDICATORS, "aud is " + RESOURCE),
            Finding.ok(Check.TOKEN_REQUEST, "a token was issued"),
            Finding.ok(Check.TOKEN_FORMAT, "a signed JWT"),
            Finding.ok(Check.TOKEN_TYPE, "typ is at+jwt"),
            Finding.ok(Check.TOKEN_SIGNATURE, "alg is RS256"),
            Finding.ok(Check.TOKEN_ISSUER, "iss is https://issuer.example.com"),
            Finding.ok(Check.TOKEN_EXPIRY, "the token lives for 300 s"),
            Finding.ok(Check.TOKEN_SCOPE, "scope, a string with spaces"),
            Finding.ok(Check.TOKEN_CLIENT_ID, "client_id is there"));
    assertThat(report.toString()).doesNotContain(token, SECRET, "alice");
    for (String part : token.split("\\.", -1)) {
      assertThat(report.toString()).doesNotContain(part);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'https://mcp.example.com/mcp'|OK|aud is https://mcp.example.com/mcp",
        "['https://mcp.example.com/mcp']|OK|aud is https://mcp.example.com/mcp",
        "['https://mcp.example.com/mcp','x']|WARNING|aud is https://mcp.example.com/mcp, x;",
        "'https://mcp.example.com/mcp/'|WARNING|aud is https://mcp.example.com/mcp/;",
        "'api://1'|ERROR|aud is api://1; asked for https://mcp.example.com/mcp",
        "[]|ERROR|aud is absent",
        "7|ERROR|aud is absent"
      })
  void checkWhenAudienceIsGivenThenComparesWithTheResource(
      String aud, Severity severity, String seen) throws IOException {
    issuer.issue(HEADER, CLAIMS.replace("'https://mcp.example.com/mcp'", aud));
    Finding finding = issuer.finding(Check.RESOURCE_INDICATORS);
    assertThat(finding.severity()).isEqualTo(severity);
    assertThat(finding.seen()).startsWith(seen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'typ':'at+jwt'|'typ':'application/at+JWT'|TOKEN_TYPE|OK|typ is application/at+JWT",
        "'typ':'at+jwt'|'typ':'JWT'|TOKEN_TYPE|WARNING|typ is JWT, not at+jwt",
        "'typ':'at+jwt'|'x':1|TOKEN_TYPE|WARNING|typ is absent, not at+jwt",
        "RS256|none|TOKEN_SIGNATURE|ERROR|alg is none",
        "RS256|HS256|TOKEN_SIGNATURE|ERROR|alg is HS256",
        "rsa-1|other|TOKEN_SIGNATURE|ERROR|alg is RS256, and kid is not in the JWK Set",
        ",'kid':'rsa-1'||TOKEN_SIGNATURE|OK|alg is RS256, no kid",
        "'iss':'https://issuer|'iss':'https://sts|TOKEN_ISSUER|ERROR|iss is https://sts",
        "'exp':1795262700,||TOKEN_EXPIRY|ERROR|no exp",
        "1795262700|1795262400|TOKEN_EXPIRY|ERROR|the new token has ended already",
        "1795262700|-9e30|TOKEN_EXPIRY|ERROR|the new token has ended already",
        "1795262700|1e999999999|TOKEN_EXPIRY|WARNING|the token lives for 92233720",
        "1795262700|1795348801|TOKEN_EXPIRY|WARNING|the token lives for 86401 s",
        "1795262700|1795348800|TOKEN_EXPIRY|OK|the token lives for 86400 s",
        "'scope':'notes:read'|'scp':['notes:read']|TOKEN_SCOPE|WARNING|scp, an array",
        "'scope':'notes:read'|'scp':'notes:read'|TOKEN_SCOPE|WARNING|scp, a string",
        "'scope':'notes:read'|'scope':['a']|TOKEN_SCOPE|WARNING|scope, an array",
        "'scope':'notes:read'|'roles':['a']|TOKEN_SCOPE|WARNING|roles, an array",
        "'scope':'notes:read'|'x':1|TOKEN_SCOPE|INFO|no scope claim in this token",
        "'client_id'|'cid'|TOKEN_CLIENT_ID|WARNING|no client_id, cid instead",
        "'client_id'|'x'|TOKEN_CLIENT_ID|WARNING|no client_id, nothing instead"
      })
  void checkWhenTokenIsOtherThenSaysSo(
      String good, String bad, Check check, Severity severity, String seen) throws IOException {
    String replacement = bad == null ? "" : bad;
    issuer.issue(HEADER.replace(good, replacement), CLAIMS.replace(good, replacement));
    Finding finding = issuer.finding(check);
    assertThat(finding.severity()).isEqualTo(severity);
    assertThat(finding.seen()).startsWith(seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b.c", "e30.e30.e30.e30.e30", "e30.W10.", "!.!.!"})
  void checkWhenTokenIsNoJwtThenIntrospectionDecides(String token) throws IOException {
    issuer.answerToken(200, "{'access_token':'" + token + "'}");
    assertThat(issuer.finding(Check.TOKEN_FORMAT).severity()).isEqualTo(WARNING);
    assertThat(issuer.finding(Check.RESOURCE_INDICATORS).severity()).isEqualTo(INFO);
    issuer.with("introspection_endpoint", "");
    assertThat(issuer.finding(Check.TOKEN_FORMAT).severity()).isEqualTo(ERROR);
  }

  @Test
  void checkWhenNothingIsAskedThenUnknown() throws IOException {
    try (ExampleIssuer quiet = new ExampleIssuer()) {
      assertThat(quiet.finding(Check.RESOURCE_INDICATORS).seen())
          .startsWith("not advertised: unknown.");
      assertThat(quiet.check().finding(Check.TOKEN_REQUEST)).isEmpty();
    }
  }
}
