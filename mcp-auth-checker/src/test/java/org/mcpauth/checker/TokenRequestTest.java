// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mcpauth.checker.report.Severity.ERROR;
import static org.mcpauth.checker.report.Severity.INFO;
import static org.mcpauth.checker.report.Severity.WARNING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.checker.options.TokenRequest;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

/** How the token is asked for, and what is said if there is none. */
class TokenRequestTest {

  private static final String RESOURCE = "https://mcp.example.com/mcp";
  private static final String SECRET = "s3cr&t %";

  private final ExampleIssuer issuer =
      new ExampleIssuer()
          .asking(new TokenRequest("my client", SECRET, RESOURCE, List.of("a", "b")));

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void checkWhenBasicIsSupportedThenIdAndSecretAreFormEncodedInTheHeader() throws IOException {
    issuer.issue("{}", "{}");
    FakeWeb.Received request = tokenRequest();
    String pair = "my+client:s3cr%26t+%25";
    assertThat(request.header("Authorization"))
        .isEqualTo(
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    assertThat(request.body())
        .isEqualTo(
            "grant_type=client_credentials&resource=https%3A%2F%2Fmcp.example.com%2Fmcp&scope=a+b");
  }

  @Test
  void checkWhenOnlyPostIsSupportedThenSecretIsInTheForm() throws IOException {
    issuer.issue("{}", "{}");
    issuer.with("token_endpoint_auth_methods_supported", "[\"client_secret_post\"]");
    FakeWeb.Received request = tokenRequest();
    assertThat(request.header("Authorization")).isEmpty();
    assertThat(request.body()).endsWith("&client_id=my+client&client_secret=s3cr%26t+%25");
  }

  @Test
  void checkWhenResourceIsUnknownThereThenError() throws IOException {
    issuer.answerToken(400, "{'error':'invalid_target','error_description':'never heard of it'}");
    assertThat(issuer.finding(Check.RESOURCE_INDICATORS).severity()).isEqualTo(ERROR);
    assertThat(issuer.finding(Check.TOKEN_REQUEST).seen())
        .isEqualTo("status 400, invalid_target: never heard of it");
  }

  @Test
  void checkWhenAnswerRepeatsTheSecretThenItIsNotShown() throws IOException {
    issuer.answerToken(
        401, "{'error':'invalid_client','error_description':'bad secret " + SECRET + "'}");
    Finding finding = issuer.finding(Check.TOKEN_REQUEST);
    assertThat(finding.severity()).isEqualTo(WARNING);
    assertThat(finding.seen())
        .isEqualTo("status 401, invalid_client: (not shown: it repeats the secret)");
    assertThat(issuer.finding(Check.RESOURCE_INDICATORS).severity()).isEqualTo(INFO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "200|{}|status 200 without access_token",
        "200|<html>|the token endpoint gives no usable answer: a page, not JSON",
        "302|x|the token endpoint gives no usable answer: not a JSON object",
        "400|{}|status 400, no error code"
      })
  void checkWhenTokenEndpointAnswersOtherwiseThenWarning(int status, String body, String seen)
      throws IOException {
    issuer.answerToken(status, body);
    assertThat(issuer.finding(Check.TOKEN_REQUEST).severity()).isEqualTo(WARNING);
    assertThat(issuer.finding(Check.TOKEN_REQUEST).seen()).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "issuer|\"https://evil.example.com\"",
        "token_endpoint|\"http://issuer.example.com/token\"",
        "token_endpoint_auth_methods_supported|[\"private_key_jwt\"]"
      })
  void checkWhenMetadataIsNotToBeTrustedThenNoCredentialsAreSent(String member, String json)
      throws IOException {
    issuer.issue("{}", "{}");
    issuer.with(member, json);
    assertThat(issuer.finding(Check.TOKEN_REQUEST).severity()).isEqualTo(WARNING);
    assertThat(issuer.web().received()).extracting(FakeWeb.Received::method).containsOnly("GET");
  }

  private FakeWeb.Received tokenRequest() throws IOException {
    issuer.check();
    return issuer.web().received().stream()
        .filter(request -> request.method().equals("POST"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/mcp", "https://mcp.example.com/#a", "not a uri"})
  void newTokenRequestWhenResourceIsBadThenRefuses(String resource) {
    assertThatThrownBy(() -> new TokenRequest("c", SECRET, resource, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the resource must be an absolute URI without fragment");
  }

  @Test
  void toStringWhenRequestHasSecretThenItIsNotShown() {
    assertThat(new TokenRequest("c", SECRET, RESOURCE, List.of("a")))
        .hasToString("TokenRequest[clientId=c, resource=" + RESOURCE + ", scopes=[a]]");
  }
}
