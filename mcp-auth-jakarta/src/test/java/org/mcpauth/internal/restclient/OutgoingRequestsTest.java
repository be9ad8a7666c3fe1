// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.restclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpauth.ExchangedToken;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.TokenExchange;
import org.mcpauth.TokenExchange.Target;
import org.mcpauth.TokenExchangeException;
import org.mcpauth.client.OnBehalfOfFilter;
import org.mcpauth.client.TokenForwardingGuard;
import org.mcpauth.client.TokenPassthroughException;
import org.mcpauth.internal.cdi.RequestIdentity;
import org.mcpauth.internal.cdi.TestContainer;

/**
 * What leaves the application: RESTEasy's clients, a downstream service and a token endpoint that
 * record everything.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutgoingRequestsTest {

  private final RecordingServer issuer =
      new RecordingServer(
          "application/json",
          request ->
              "{\"access_token\":\"exchanged."
                  + Integer.toHexString(subjectToken(request.body()).hashCode())
                  + "\",\"issued_token_type\":\"urn:ietf:params:oauth:token-type:access_token\","
                  + "\"token_type\":\"Bearer\",\"expires_in\":300}");
  private final RecordingServer service = new RecordingServer("text/plain", request -> "fine");
  private final TestContainer container =
      TestContainer.start(
          Map.of(
              "mcp.auth.token-exchange.endpoint",
              issuer.url() + "/token",
              "mcp.auth.token-exchange.targets.calendar.url",
              service.url() + "/calendar",
              "mcp.auth.client.id",
              "notes",
              "mcp.auth.client.secret",
              "s3cr3t"));
  private final String token = container.token("alice", "notes:read");

  /** Sends the exchanged token. */
  @Path("/entries")
  @RegisterProvider(OnBehalfOfFilter.class)
  public interface Calendar {

    @GET
    String entries();
  }

  /** Sends what it is told to. */
  @Path("/entries")
  @RegisterClientHeaders(Propagation.class)
  public interface Forwarding {

    @GET
    String entries();
  }

  /** What {@code propagateHeaders=Authorization} does. */
  public static class Propagation implements ClientHeadersFactory {

    @Override
    public MultivaluedMap<String, String> update(
        MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
      MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
      headers.add("Authorization", "Bearer " + presented());
      return headers;
    }

    private static String presented() {
      return jakarta
          .enterprise
          .inject
          .spi
          .CDI
          .current()
          .select(RequestIdentity.class)
          .get()
          .caller()
          .orElseThrow()
          .presented()
          .value();
    }
  }

  @AfterAll
  void stop() {
    container.close();
    service.close();
    issuer.close();
  }

  private static String subjectToken(String body) {
    return Arrays.stream(body.split("&"))
        .filter(parameter -> parameter.startsWith("subject_token="))
        .map(p -> URLDecoder.decode(p.substring(p.indexOf('=') + 1), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static String exchanged(String token) {
    return "exchanged." + Integer.toHexString(token.hashCode());
  }

  private <T> T microProfile(Class<T> type, String path) {
    return RestClientBuilder.newBuilder().baseUri(URI.create(service.url() + path)).build(type);
  }

  private int sent() {
    return service.requests().size();
  }

  private RecordingServer.Received last() {
    return service.requests().get(sent() - 1);
  }

  private static void assertRefused(Callable<?> call, Class<? extends Exception> cause) {
    assertThatExceptionOfType(ProcessingException.class)
        .isThrownBy(call::call)
        .havingRootCause()
        .isInstanceOf(cause);
  }

  @Test
  void microProfileClientWhenOnBehalfOfThenExchangedTokenAndNeverTheCallers() throws Exception {
    Calendar calendar = microProfile(Calendar.class, "/calendar");

    assertThat(container.inRequestOf(token, calendar::entries)).isEqualTo("fine");

    assertThat(last().uri()).isEqualTo("/calendar/entries");
    assertThat(last().headers().get("Authorization")).containsExactly("Bearer " + exchanged(token));
    assertThat(service.requests().toString()).doesNotContain(token);
  }

  @Test
  void jaxRsClientWhenOnBehalfOfThenExchangedTokenInPlaceOfAnother() throws Exception {
    try (Client client = ClientBuilder.newClient().register(OnBehalfOfFilter.class)) {
      WebTarget target = client.target(service.url() + "/calendar");

      container.inRequestOf(
          token, () -> target.request().header("Authorization", "Basic abc").get(String.class));

      assertThat(last().headers().get("Authorization"))
          .containsExactly("Bearer " + exchanged(token));
    }
  }

  @Test
  void onBehalfOfWhenNoTargetThenNothingIsSent() {
    Calendar other = microProfile(Calendar.class, "/calendars");
    int before = sent();

    assertRefused(() -> container.inRequestOf(token, other::entries), TokenExchangeException.class);
    assertThat(sent()).isEqualTo(before);
  }

  @Test
  void onBehalfOfWhenNobodyCallsThenNothingIsSent() {
    Calendar calendar = microProfile(Calendar.class, "/calendar");
    int before = sent();

    assertRefused(
        () -> container.inRequest(Optional.empty(), calendar::entries),
        InvalidTokenException.class);
    assertRefused(calendar::entries, InvalidTokenException.class);
    assertThat(sent()).isEqualTo(before);
  }

  @Test
  void onBehalfOfWhenCallersInParallelThenEachItsOwn() throws Exception {
    Calendar calendar = microProfile(Calendar.class, "/calendar");
    List<String> tokens =
        IntStream.range(0, 12).mapToObj(i -> container.token("caller-" + i, "a")).toList();
    int before = sent();
    List<Callable<String>> work = new ArrayList<>();
    tokens.forEach(each -> work.add(() -> container.inRequestOf(each, calendar::entries)));
    ExecutorService threads = Executors.newFixedThreadPool(tokens.size());
    try {
      for (Future<String> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }

    Set<String> used = new HashSet<>();
    service.requests().subList(before, sent()).stream()
        .map(request -> request.headers().get("Authorization"))
        .forEach(used::addAll);
    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(
            tokens.stream().map(each -> "Bearer " + exchanged(each)).toList());
  }

  @Test
  void injectWhenExchangedThenTokenOfTheCaller() throws Exception {
    TokenExchange exchange = container.get(TokenExchange.class);
    Target target = Target.of("mail");

    ExchangedToken mail = container.inRequestOf(token, () -> exchange.exchange(target));

    assertThat(mail.value()).isEqualTo(exchanged(token));
    assertThat(mail.toString()).doesNotContain(mail.value());
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> exchange.exchange(target))
        .withMessage("There is no access token to be exchanged");
  }

  /** Found as a service: nobody registered the guard. */
  @Test
  void microProfileClientWhenAuthorizationIsPropagatedThenNotSent() {
    Forwarding forwarding = microProfile(Forwarding.class, "/calendar");
    int before = sent();

    assertThatExceptionOfType(ProcessingException.class)
        .isThrownBy(() -> container.inRequestOf(token, forwarding::entries))
        .havingRootCause()
        .isInstanceOf(TokenPassthroughException.class)
        .withMessage(
            "MCPAUTH-7200: a request to 127.0.0.1 was not sent: it carries the token of the caller,"
                + " which is for this resource alone (MCP, Access Token Privilege Restriction); use"
                + " OnBehalfOfFilter or TokenExchange instead");
    assertThat(sent()).isEqualTo(before);
  }

  private static Invocation.Builder plain(WebTarget target) {
    return target.request();
  }

  static Stream<Arguments> placesOfTheToken() {
    return Stream.of(
        place("Authorization", (t, k) -> plain(t).header("Authorization", "Bearer " + k).get()),
        place("another header", (t, k) -> plain(t).header("X-Token", "a " + k + " b").get()),
        place("a cookie", (t, k) -> plain(t).cookie("session", k).get()),
        place("Basic", (t, k) -> plain(t).header("Authorization", basic(k)).get()),
        place("a query parameter", (t, k) -> plain(t.queryParam("access_token", k)).get()),
        place("a path segment", (t, k) -> plain(t.path(k)).get()),
        place("an encoded parameter", (t, k) -> plain(t.queryParam("q", encoded(k))).get()),
        place("text", (t, k) -> plain(t).post(Entity.text("token: " + k))),
        place("JSON", (t, k) -> plain(t).post(Entity.json("{\"token\":\"" + k + "\"}"))),
        place("bytes", (t, k) -> plain(t).post(octets(k))),
        place("a form", (t, k) -> plain(t).post(Entity.form(new Form("token", k)))),
        place("a name in a form", (t, k) -> plain(t).post(Entity.form(new Form(k, "a")))));
  }

  private static Arguments place(String name, BiFunction<WebTarget, String, Object> call) {
    return Arguments.of(name, call);
  }

  private static String basic(String token) {
    byte[] credentials = ("x-token:" + token).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** Each letter and digit too. */
  private static String encoded(String token) {
    StringBuilder encoded = new StringBuilder();
    token.chars().forEach(c -> encoded.append('%').append(Integer.toHexString(c)));
    return encoded.toString();
  }

  private static Entity<byte[]> octets(String token) {
    return Entity.entity(
        token.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_OCTET_STREAM);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("placesOfTheToken")
  void guardWhenTheTokenIsAnywhereThenNotSent(
      String name, BiFunction<WebTarget, String, Object> call) throws Exception {
    try (Client client = ClientBuilder.newClient().register(TokenForwardingGuard.class)) {
      WebTarget target = client.target(service.url() + "/anything");
      int before = sent();

      assertRefused(
          () -> container.inRequestOf(token, () -> call.apply(target, token)),
          TokenPassthroughException.class);
      assertThat(sent()).isEqualTo(before);

      // Another token in the same place goes through: it is that one that is refused.
      container.inRequestOf(token, () -> call.apply(target, "another." + token.substring(20)));
      assertThat(sent()).isEqualTo(before + 1);
    }
  }

  @Test
  void guardWhenNobodyCallsThenEverythingIsSent() throws Exception {
    try (Client client = ClientBuilder.newClient().register(TokenForwardingGuard.class)) {
      WebTarget target = client.target(service.url() + "/anything");
      int before = sent();

      target.request().header("Authorization", "Bearer " + token).get();
      container.inRequest(
          Optional.empty(), () -> target.request().header("Authorization", "Bearer x").get());

      assertThat(sent()).isEqualTo(before + 2);
    }
  }
}
