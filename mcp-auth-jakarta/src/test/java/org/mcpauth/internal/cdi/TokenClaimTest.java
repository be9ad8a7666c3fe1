// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.TokenClaim;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenClaimTest {

  private static final int CALLERS = 16;

  private static final Map<String, ?> CLAIMS =
      Map.of(
          "email",
          "alice@example.com",
          "level",
          7,
          "ratio",
          0.5,
          "member",
          true,
          "born",
          1_000_000_000.9,
          "groups",
          List.of("b", "a", 3),
          "address",
          Map.of("city", "Bern", "zip", List.of(3, 0)));

  private final TestContainer container =
      TestContainer.start(OfRequest.class, OfApplication.class, Raw.class, Lookup.class);

  @AfterAll
  void stop() {
    container.close();
  }

  private <T> T ofAlice(Callable<T> work) throws Exception {
    return container.inRequestOf(container.token("alice", "a", CLAIMS), work);
  }

  @Test
  void injectWhenClaimsAreThereThenInEveryType() throws Exception {
    OfRequest bean = container.get(OfRequest.class);

    assertThat(ofAlice(bean::all))
        .containsExactly(
            "alice@example.com",
            7L,
            7L,
            true,
            true,
            Instant.ofEpochSecond(1_000_000_000),
            Optional.of("alice@example.com"),
            Optional.of(7L),
            Optional.of(true),
            Optional.of(Instant.ofEpochSecond(1_000_000_000)),
            Set.of("b", "a"),
            List.of("b", "a"),
            Set.of("alice@example.com"));
  }

  @Test
  void injectWhenJsonThenOfThatType() throws Exception {
    OfRequest bean = container.get(OfRequest.class);

    assertThat(ofAlice(bean::json))
        .containsExactly(
            Json.createValue("alice@example.com"),
            Json.createValue("alice@example.com"),
            Json.createValue(0.5),
            Json.createArrayBuilder().add("b").add("a").add(3).build(),
            Json.createObjectBuilder()
                .add("city", "Bern")
                .add("zip", Json.createArrayBuilder().add(3).add(0))
                .build());
    assertThat(ofAlice(bean::optionalJson))
        .containsExactly(
            Optional.of(JsonValue.TRUE),
            Optional.of(Json.createValue("alice@example.com")),
            Optional.of(Json.createValue(7)),
            Optional.empty(),
            Optional.empty());
  }

  @Test
  void injectWhenClaimsAreAbsentThenEmpty() throws Exception {
    OfApplication bean = container.get(OfApplication.class);

    List<Object> absent = container.inRequestOf(container.token("bob", "a"), bean::optional);

    assertThat(absent).containsExactly(Optional.empty(), Optional.empty(), Set.of(), List.of());
  }

  @Test
  void injectWhenOfAnotherTypeThenAsIfAbsent() throws Exception {
    OfApplication bean = container.get(OfApplication.class);
    String token =
        container.token(
            "bob", "a", Map.of("email", 1, "level", "high", "groups", Map.of(), "born", "soon"));

    assertThat(container.inRequestOf(token, bean::optional))
        .containsExactly(Optional.empty(), Optional.empty(), Set.of(), List.of());
  }

  /** Null is never injected: fails closed, and names the claim. */
  @Test
  void injectWhenRequiredClaimIsAbsentThenRefused() {
    OfApplication bean = container.get(OfApplication.class);
    Raw raw = container.get(Raw.class);
    String other = container.token("bob", "a", Map.of("email", 12_345));

    for (Callable<?> use : List.<Callable<?>>of(bean::email, raw::email)) {
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> container.inRequestOf(container.token("bob", "a"), use))
          .withMessage("The access token has no claim email of the type that is needed");
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> container.inRequestOf(other, use))
          .withMessageNotContaining("12345");
    }
  }

  /** Nobody is not a caller without the claim. */
  @Test
  void injectWhenNoCallerThenRefusedWhateverTheType() {
    OfApplication bean = container.get(OfApplication.class);

    for (Callable<?> use : List.<Callable<?>>of(bean::email, bean::optional)) {
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> container.inRequest(Optional.empty(), use))
          .withMessage("There is no verified access token");
      assertThatExceptionOfType(ContextNotActiveException.class).isThrownBy(use::call);
    }
  }

  @Test
  void selectWhenLiteralThenTheClaim() throws Exception {
    Lookup bean = container.get(Lookup.class);

    assertThat(ofAlice(() -> bean.claim("email"))).isEqualTo("alice@example.com");
    assertThat(ofAlice(() -> bean.claim("sub"))).isEqualTo("alice");
  }

  @Test
  void injectWhenParallelRequestsThenEachHasItsOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      OfApplication lazy = container.get(OfApplication.class);
      Raw raw = container.get(Raw.class);
      CyclicBarrier together = new CyclicBarrier(CALLERS);
      List<Callable<Set<String>>> callers =
          IntStream.range(0, CALLERS)
              .mapToObj(i -> container.token("x", "a", Map.of("email", "caller-" + i)))
              .<Callable<Set<String>>>map(token -> () -> seen(token, lazy, raw, together))
              .toList();
      List<Future<Set<String>>> seen = threads.invokeAll(callers);

      for (int i = 0; i < CALLERS; i++) {
        assertThat(seen.get(i).get()).containsExactly("caller-" + i);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Set<String> seen(String token, OfApplication lazy, Raw raw, CyclicBarrier together)
      throws Exception {
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < 20; i++) {
      together.await();
      seen.add(container.inRequestOf(token, () -> lazy.email() + ""));
      seen.add(container.inRequestOf(token, () -> raw.email() + ""));
    }
    return seen;
  }

  /** Lives as long as the request, so that it may have claims themselves. */
  @RequestScoped
  public static class OfRequest {

    @Inject
    @TokenClaim("email")
    String text;

    @Inject
    @TokenClaim("level")
    Long number;

    @Inject
    @TokenClaim("level")
    long primitive;

    @Inject
    @TokenClaim("member")
    Boolean flag;

    @Inject
    @TokenClaim("member")
    boolean primitiveFlag;

    @Inject
    @TokenClaim("born")
    Instant date;

    @Inject
    @TokenClaim("email")
    Optional<String> optionalText;

    @Inject
    @TokenClaim("level")
    Optional<Long> optionalNumber;

    @Inject
    @TokenClaim("member")
    Optional<Boolean> optionalFlag;

    @Inject
    @TokenClaim("born")
    Optional<Instant> optionalDate;

    @Inject
    @TokenClaim("groups")
    Set<String> set;

    @Inject
    @TokenClaim("groups")
    List<String> list;

    @Inject
    @TokenClaim("email")
    Set<String> one;

    @Inject
    @TokenClaim("email")
    JsonValue jsonValue;

    @Inject
    @TokenClaim("email")
    JsonString jsonString;

    @Inject
    @TokenClaim("ratio")
    JsonNumber jsonNumber;

    @Inject
    @TokenClaim("groups")
    JsonArray jsonArray;

    @Inject
    @TokenClaim("address")
    JsonObject jsonObject;

    @Inject
    @TokenClaim("member")
    Optional<JsonValue> optionalJsonValue;

    @Inject
    @TokenClaim("email")
    Optional<JsonString> optionalJsonString;

    @Inject
    @TokenClaim("level")
    Optional<JsonNumber> optionalJsonNumber;

    @Inject
    @TokenClaim("email")
    Optional<JsonArray> optionalJsonArray;

    @Inject
    @TokenClaim("absent")
    Optional<JsonObject> optionalJsonObject;

    List<Object> all() {
      return List.of(
          text,
          number,
          primitive,
          flag,
          primitiveFlag,
          date,
          optionalText,
          optionalNumber,
          optionalFlag,
          optionalDate,
          set,
          list,
          one);
    }

    List<Object> json() {
      return List.of(jsonValue, jsonString, jsonNumber, jsonArray, jsonObject);
    }

    List<Object> optionalJson() {
      return List.of(
          optionalJsonValue,
          optionalJsonString,
          optionalJsonNumber,
          optionalJsonArray,
          optionalJsonObject);
    }
  }

  /** Has one claim that has to be there. */
  @RequestScoped
  public static class Raw {

    @Inject
    @TokenClaim("email")
    String email;

    String email() {
      return email;
    }
  }

  /** Lives longer than a request. */
  @ApplicationScoped
  public static class OfApplication {

    @Inject
    @TokenClaim("email")
    Provider<String> email;

    @Inject
    @TokenClaim("email")
    Instance<Optional<String>> optionalEmail;

    @Inject
    @TokenClaim("level")
    Provider<Optional<Long>> level;

    @Inject
    @TokenClaim("groups")
    Provider<Set<String>> set;

    @Inject
    @TokenClaim("groups")
    Provider<List<String>> list;

    String email() {
      return email.get();
    }

    List<Object> optional() {
      return List.of(optionalEmail.get(), level.get(), set.get(), list.get());
    }
  }

  /** Looks claims up. */
  @ApplicationScoped
  public static class Lookup {

    @Inject @Any Instance<String> claims;

    String claim(String name) {
      return claims.select(new TokenClaim.Literal(name)).get();
    }
  }
}
