// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.TokenClaim;

/**
 * Makes {@code @Inject @TokenClaim} work: one method for each type. {@link ClaimInjectionPoint}
 * reads here which types there are. Every method throws {@link InvalidTokenException} if there is
 * no caller, and those that return neither an Optional nor a collection also if the claim is
 * absent.
 */
@ApplicationScoped
public class TokenClaimProducer {

  @Produces
  @TokenClaim("")
  static String text(InjectionPoint point, CurrentCaller current) {
    ClaimReader claim = claim(point, current);
    return claim.required(claim.as(String.class));
  }

  @Produces
  @TokenClaim("")
  static Optional<String> optionalText(InjectionPoint point, CurrentCaller current) {
    return claim(point, current).as(String.class);
  }

  @Produces
  @TokenClaim("")
  static Long number(InjectionPoint point, CurrentCaller current) {
    ClaimReader claim = claim(point, current);
    return claim.required(claim.as(Long.class));
  }

  @Produces
  @TokenClaim("")
  static Optional<Long> optionalNumber(InjectionPoint point, CurrentCaller current) {
    return claim(point, current).as(Long.class);
  }

  @Produces
  @TokenClaim("")
  static Boolean flag(InjectionPoint point, CurrentCaller current) {
    ClaimReader claim = claim(point, current);
    return claim.required(claim.as(Boolean.class));
  }

  @Produces
  @TokenClaim("")
  static Optional<Boolean> optionalFlag(InjectionPoint point, CurrentCaller current) {
    return claim(point, current).as(Boolean.class);
  }

  @Produces
  @TokenClaim("")
  static Instant date(InjectionPoint point, CurrentCaller current) {
    ClaimReader claim = claim(point, current);
    return claim.required(claim.date());
  }

  @Produces
  @TokenClaim("")
  static Optional<Instant> optionalDate(InjectionPoint point, CurrentCaller current) {
    return claim(point, current).date();
  }

  @Produces
  @TokenClaim("")
  @Typed(JsonValue.class)
  static JsonValue jsonValue(InjectionPoint point, CurrentCaller current) {
    ClaimReader claim = claim(point, current);
    return claim.required(claim.json(JsonValue.class));
  }

  @Produces
  @TokenClaim("")
  static Optional<JsonValue> optionalJsonValue(InjectionPoint point, CurrentCaller current) {
    return claim(point, current).json(JsonValue.class);
  }

  @Produces
  @TokenClaim("")
  @Typed(JsonString.class)
  static JsonString jsonString(InjectionPoint point, CurrentCaller current) {
    ClaimReader claim = claim(point, current);
    return claim.required(claim.json(JsonString.class));
  }

  @Produces
  @TokenClaim("")
  static Optional<JsonString> optionalJsonString(InjectionPoint point, CurrentCaller current) {
    return claim(point, current).json(JsonString.class);
  }

  @Produces
  @TokenClaim("")
  @Typed(JsonNumber.class)
  static JsonNumber jsonNumber(InjectionPoint point, CurrentCaller current) {
    ClaimReader claim = claim(point, current);
    return claim.required(claim.json(JsonNumber.class));
  }

  @Produces
  @TokenClaim("")
  static Optional<JsonNumber> optionalJsonNumber(InjectionPoint point, CurrentCaller current) {
    return claim(point, current).json(JsonNumber.class);
  }

  @Produces
  @TokenClaim("")
  @Typed(JsonArray.class)
  static JsonArray jsonArray(InjectionPoint point, CurrentCaller current) {
    ClaimReader claim = claim(point, current);
    return claim.required(claim.json(JsonArray.class));
  }

  @Produces
  @TokenClaim("")
  static Optional<JsonArray> optionalJsonArray(InjectionPoint point, CurrentCaller current) {
    return claim(point, current).json(JsonArray.class);
  }

  @Produces
  @TokenClaim("")
  @Typed(JsonObject.class)
  static JsonObject jsonObject(InjectionPoint point, CurrentCaller current) {
    ClaimReader claim = claim(point, current);
    return claim.required(claim.json(JsonObject.class));
  }

  @Produces
  @TokenClaim("")
  static Optional<JsonObject> optionalJsonObject(InjectionPoint point, CurrentCaller current) {
    return claim(point, current).json(JsonObject.class);
  }

  @Produces
  @TokenClaim("")
  static Set<String> texts(InjectionPoint point, CurrentCaller current) {
    return claim(point, current).texts();
  }

  @Produces
  @TokenClaim("")
  static List<String> listOfTexts(InjectionPoint point, CurrentCaller current) {
    return List.copyOf(claim(point, current).texts());
  }

  private static ClaimReader claim(InjectionPoint point, CurrentCaller current) {
    String name =
        point.getQualifiers().stream()
            .filter(TokenClaim.class::isInstance)
            .map(qualifier -> ((TokenClaim) qualifier).value())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("@TokenClaim was not found"));
    return new ClaimReader(current.token(), name);
  }
}
