// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.microprofile.jwt.Claims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mcpauth.AccessToken;
import org.mcpauth.AccessTokens;

/** What is injected says the same as the token, whatever it is asked. */
@Timeout(60)
class CallersAccessTokenTest {

  @Test
  void methodsWhenComparedThenThoseOfTheToken() throws Exception {
    try (TestContainer container = TestContainer.start()) {
      AccessToken injected = container.get(AccessToken.class);
      AccessTokens tokens = container.get(AccessTokens.class);
      String token =
          container.token(
              "alice",
              "a b",
              Map.of(
                  "client_id", "c",
                  "jti", "1",
                  "groups", "g",
                  "email", "e",
                  "act", Map.of("sub", "agent")));

      container.inRequestOf(
          token,
          () -> {
            for (Method method : AccessToken.class.getMethods()) {
              if (!Modifier.isStatic(method.getModifiers()) && isOfTokens(method)) {
                Object expected = method.invoke(tokens.current().orElseThrow(), arguments(method));
                assertThat(method.invoke(injected, arguments(method)))
                    .as(method.toString())
                    .isEqualTo(expected);
              }
            }
            assertThat(injected).hasToString(tokens.current().orElseThrow().toString());
            return true;
          });
    }
  }

  /** {@code Principal} repeats methods of every object. */
  private static boolean isOfTokens(Method method) {
    return Arrays.stream(Object.class.getMethods())
            .noneMatch(of -> of.getName().equals(method.getName()))
        && !method.getName().equals("implies");
  }

  private static Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(
            type ->
                switch (type.getSimpleName()) {
                  case "String" -> "email";
                  case "Claims" -> Claims.jti;
                  case "Class" -> String.class;
                  default -> throw new AssertionError(method);
                })
        .toArray();
  }
}
