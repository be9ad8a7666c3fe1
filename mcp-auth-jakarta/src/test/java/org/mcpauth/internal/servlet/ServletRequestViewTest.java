// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServletRequestViewTest {

  private final Map<String, Object> answers = new HashMap<>();
  private final ServletRequestView view =
      new ServletRequestView(
          (HttpServletRequest)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {HttpServletRequest.class},
                  (proxy, method, arguments) -> answers.get(key(method.getName(), arguments))),
          "/ctx");

  @Test
  void pathWhenServletAndPathInfoThenBehindTheContextPath() {
    answers.put("getServletPath", "/mcp");
    assertThat(view.path()).isEqualTo("/ctx/mcp");

    answers.put("getPathInfo", "/x");
    assertThat(view.path()).isEqualTo("/ctx/mcp/x");
  }

  /** Tomcat gives the context path as the client wrote it: that must not change the decision. */
  @ParameterizedTest
  @ValueSource(strings = {"//%63tx;x=1", "/%63tx", "/ctx;x", "/ctx/../ctx"})
  void pathWhenRequestWritesContextPathOtherwiseThenAsDeployed(String raw) {
    answers.put("getContextPath", raw);
    answers.put("getRequestURI", raw + "/mcp");
    answers.put("getServletPath", "/mcp");

    assertThat(view.path()).isEqualTo("/ctx/mcp");
    assertThat(view.contextPath()).isEqualTo("/ctx");
  }

  @Test
  void pathWhenIncludedThenThatOfTheInclude() {
    answers.put("getDispatcherType", DispatcherType.INCLUDE);
    answers.put("getServletPath", "/open");
    answers.put("getAttribute jakarta.servlet.include.servlet_path", "/mcp");
    answers.put("getAttribute jakarta.servlet.include.path_info", "/x");

    assertThat(view.path()).isEqualTo("/ctx/mcp/x");
  }

  @Test
  void queryWhenAbsentThenEmpty() {
    assertThat(view.query()).isEmpty();
    answers.put("getQueryString", "a=%20");
    assertThat(view.query()).contains("a=%20");
  }

  private static String key(String method, Object[] arguments) {
    return arguments == null ? method : method + " " + arguments[0];
  }
}
