// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProducedTypeTest {

  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
  private static final MediaType EVENTS = MediaType.SERVER_SENT_EVENTS_TYPE;
  private static final List<MediaType> ANY = List.of(MediaType.WILDCARD_TYPE);

  @Produces("text/plain")
  static class Endpoint {

    @Produces({"application/json", "text/event-stream"})
    public void post() {}

    @Produces("*/*")
    public void any() {}

    public void plain() {}
  }

  static class Bare {
    public void post() {}
  }

  private record Info(@Nullable Class<?> type, @Nullable Method method) implements ResourceInfo {

    static Info of(Class<?> type, String name) {
      return new Info(
          type,
          Arrays.stream(type.getDeclaredMethods())
              .filter(method -> method.getName().equals(name))
              .findFirst()
              .orElseThrow());
    }

    @Override
    public @Nullable Method getResourceMethod() {
      return method;
    }

    @Override
    public @Nullable Class<?> getResourceClass() {
      return type;
    }
  }

  private static Optional<MediaType> of(String name, List<MediaType> acceptable) {
    return ProducedType.annotated(Info.of(Endpoint.class, name), acceptable);
  }

  @Test
  void annotatedWhenMethodSaysThenWhatIsAcceptableMost() {
    assertThat(of("post", List.of(JSON, EVENTS))).contains(JSON);
    assertThat(of("post", List.of(EVENTS))).contains(EVENTS);
    assertThat(of("post", List.of(EVENTS, JSON))).contains(EVENTS);
    assertThat(of("post", ANY)).contains(JSON);
    assertThat(of("post", List.of(MediaType.TEXT_HTML_TYPE))).isEmpty();
  }

  @Test
  void annotatedWhenMethodSaysNothingThenTheClassCounts() {
    assertThat(of("plain", ANY)).contains(MediaType.TEXT_PLAIN_TYPE);
  }

  @Test
  void annotatedWhenNothingIsSaidExactlyThenUnknown() {
    assertThat(of("any", ANY)).isEmpty();
    assertThat(ProducedType.annotated(Info.of(Bare.class, "post"), ANY)).isEmpty();
    assertThat(ProducedType.annotated(new Info(null, null), ANY)).isEmpty();
  }
}
