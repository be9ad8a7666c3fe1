// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.devserver.Faults;
import org.mcpauth.devserver.RecordedRequest;
import org.mcpauth.samples.testing.Answer;
import org.mcpauth.samples.testing.ApplicationExtension;
import org.mcpauth.samples.testing.RunningApplication;
import org.mcpauth.samples.testing.Wire;

/** Step-up authentication (RFC 9470), then a call on behalf of the user (RFC 8693). */
@ExtendWith(ApplicationExtension.class)
class RefundIT {

  private static final String AUTHENTICATED =
      "mia?scope=tickets:read+tickets:refund&acr=urn:example:mfa";
  private static final Map<String, ?> REFUND =
      Map.of("project", "globex", "number", 2, "cents", 1500);

  private final RunningApplication application;
  private final Desk desk;

  RefundIT(RunningApplication application) {
    this.application = application;
    this.desk = Desk.of(application);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mia?scope=tickets:read+tickets:refund",
        "mia?scope=tickets:read+tickets:refund&acr=urn:example:password",
        "mia?scope=tickets:read+tickets:refund&acr=urn:example:mfa&age=400"
      })
  void refundWhenLoginIsNotGoodEnoughThenChallengesForABetterOne(String user) {
    Answer answer = desk.as(user).call("refund", REFUND);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .containsExactly(Desk.betterLogin(application, "tickets:refund tickets:read"));
  }

  @Test
  void refundWhenAuthenticatedThenPaymentsKnowsWhoOrderedItAndThroughWhom() {
    JsonNode receipt = Answer.json(desk.as(AUTHENTICATED).text("refund", REFUND));
    assertThat(receipt)
        .isEqualTo(
            Answer.json(
                """
                {"reference":"globex-2","cents":1500,"orderedBy":"mia","through":"dev"}
                """));
  }

  @Test
  void refundWhenAuthenticatedThenTheTokenIsExchangedForOneThatIsForPayments() {
    application.issuer().clearRequests();
    desk.as(AUTHENTICATED).call("refund", REFUND).result();
    assertThat(application.issuer().requests())
        .filteredOn(request -> request.path().equals("/token"))
        .singleElement()
        .extracting(RecordedRequest::parameters)
        .satisfies(
            sent -> {
              assertThat(sent.get("grant_type"))
                  .containsExactly("urn:ietf:params:oauth:grant-type:token-exchange");
              assertThat(sent.get("resource"))
                  .containsExactly(application.companion() + "/payments");
              assertThat(sent.get("scope")).containsExactly("payments:refund");
            });
  }

  /** Neither is worth anything where the other one is. */
  @Test
  void tokensWhenUsedAtTheOtherServiceThenRefused() {
    Answer atPayments =
        Wire.post(
            URI.create(application.companion() + "/payments/refunds"),
            "application/json",
            "{\"reference\":\"globex-2\",\"cents\":1500}",
            "Authorization",
            "Bearer " + desk.token("mia?scope=tickets:refund+payments:refund"));
    assertThat(atPayments.status()).isEqualTo(401);
    assertThat(atPayments.header("WWW-Authenticate"))
        .containsExactly("Bearer error=\"invalid_token\"");

    String forPayments =
        application
            .issuer()
            .tokens()
            .forResource(application.companion() + "/payments")
            .subject("mia")
            .scope("payments:refund")
            .mint();
    Answer atTheDesk = desk.with(forPayments).call("refund", REFUND);
    assertThat(atTheDesk.status()).isEqualTo(401);
    assertThat(atTheDesk.header("WWW-Authenticate"))
        .containsExactly(
            "Bearer error=\"invalid_token\","
                + " scope=\"tickets:read tickets:write tickets:refund\", resource_metadata=\""
                + application.metadataUrl()
                + "\", error_description=\"The access token was not issued for this resource\"");
  }

  @Test
  void refundWhenTheTokenCannotBeExchangedThenNothingIsRefunded() {
    application.issuer().faults().unavailable(Faults.Endpoint.TOKEN);
    try {
      JsonNode result = desk.as(AUTHENTICATED).call("refund", REFUND).result();
      assertThat(result.path("isError").asBoolean()).isTrue();
      assertThat(result.at("/content/0/text").asText())
          .isEqualTo("The payment service did not take the order; nothing was refunded");
    } finally {
      application.issuer().faults().repair(Faults.Endpoint.TOKEN);
    }
  }

  @Test
  void refundWhenTheTicketIsInAnotherProjectThenSaysSo() {
    JsonNode result =
        desk.as(AUTHENTICATED)
            .call("refund", Map.of("project", "globex", "number", 7, "cents", 1))
            .result();
    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(List.of(result.at("/content/0/text").asText()))
        .containsExactly("There is no such ticket in this project");
  }
}
