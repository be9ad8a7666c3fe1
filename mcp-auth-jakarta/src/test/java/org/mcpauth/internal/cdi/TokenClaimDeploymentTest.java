// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpauth.RequiresScope;
import org.mcpauth.TokenClaim;

/**
 * A claim that would stay for the next caller stops the deployment, in CDI Full and in CDI Lite.
 */
class TokenClaimDeploymentTest {

  private static final String OUTLIVES =
      " would show the claim of one caller to the next, because it is not injected into a"
          + " @RequestScoped bean; inject jakarta.inject.Provider<";

  static Stream<Arguments> faults() {
    return Stream.of(
            new Object[] {
              Application.class, "7103", "email", "Application.email", "java.lang.String"
            },
            new Object[] {OfSession.class, "7103", "email", "OfSession.email", "java.lang.String"},
            new Object[] {
              Single.class, "7103", "groups", "Single.groups", "java.util.Set<java.lang.String>"
            },
            new Object[] {
              Depending.class, "7103", "email", "Depending", "java.util.Optional<java.lang.String>"
            },
            new Object[] {Initialized.class, "7103", "level", "Initialized.init", "java.lang.Long"},
            new Object[] {
              Producing.class, "7103", "email", "Producing.greeting", "java.lang.String"
            },
            new Object[] {
              Observing.class, "7103", "email", "Observing.observe", "java.lang.String"
            },
            new Object[] {
              Intercepting.class, "7103", "email", "Intercepting.email", "java.lang.String"
            },
            new Object[] {
              UnknownLazy.class,
              "7102",
              "email",
              "UnknownLazy.email",
              "jakarta.inject.Provider<java.util.Map<java.lang.String, java.lang.String>>"
            },
            new Object[] {Wild.class, "7102", "email", "Wild.email", "java.util.Set<?>"},
            new Object[] {Unnamed.class, "7101", "", "Unnamed.email", ""})
        .flatMap(fault -> Stream.of(true, false).map(lite -> arguments(fault, lite)));
  }

  private static Arguments arguments(Object[] fault, boolean lite) {
    return Arguments.of(lite, fault[0], fault[1], fault[2], fault[3], fault[4]);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void startWhenClaimWouldOutliveItsRequestThenFails(
      boolean lite, Class<?> bean, String number, String claim, String place, String type) {
    String at = " on " + TokenClaimDeploymentTest.class.getName() + "$" + place;
    String message =
        switch (number) {
          case "7101" ->
              "MCPAUTH-7101: @TokenClaim" + at + " names no claim; a good value is email";
          case "7102" ->
              "MCPAUTH-7102: @TokenClaim(\""
                  + claim
                  + "\")"
                  + at
                  + ": a claim cannot be injected as "
                  + type
                  + "; inject a String";
          default ->
              "MCPAUTH-7103: @TokenClaim(\""
                  + claim
                  + "\")"
                  + at
                  + ": a "
                  + type
                  + OUTLIVES
                  + type
                  + ">";
        };

    assertThatThrownBy(() -> start(lite, bean).close()).hasStackTraceContaining(message);
  }

  /** In CDI Lite the container is faster: it says that there is no such bean. */
  @Test
  void startWhenTypeIsNoClaimsThenFails() {
    assertThatThrownBy(() -> start(false, Unknown.class).close())
        .hasStackTraceContaining("Unknown.email: a claim cannot be injected as java.lang.StringBu");
    assertThatThrownBy(() -> start(true, Unknown.class).close())
        .hasStackTraceContaining("Unsatisfied dependencies for type StringBuilder");
  }

  @SuppressWarnings("unchecked")
  private static TestContainer start(boolean lite, Class<?> bean) {
    return lite
        ? TestContainer.start(
            new Weld().addBuildCompatibleExtensions(LiteExtensionTest.Unskipped.class),
            Map.of(),
            bean)
        : TestContainer.start(bean);
  }

  /** For all callers. */
  @ApplicationScoped
  public static class Application {

    @Inject
    @TokenClaim("email")
    String email;
  }

  /** Tokens change within a session. */
  @SessionScoped
  public static class OfSession implements Serializable {

    @Serial private static final long serialVersionUID = 1L;

    @Inject
    @TokenClaim("email")
    String email;
  }

  /** For all callers. */
  @Singleton
  public static class Single {

    @Inject
    @TokenClaim("groups")
    Set<String> groups;
  }

  /** Lives as long as whatever it is injected into. */
  @Dependent
  public static class Depending {

    private final Optional<String> email;

    @Inject
    Depending(@TokenClaim("email") Optional<String> email) {
      this.email = email;
    }

    @Override
    public String toString() {
      return email.toString();
    }
  }

  /** For all callers. */
  @ApplicationScoped
  public static class Initialized {

    private long level;

    @Inject
    void init(@TokenClaim("level") Long value) {
      level = value;
    }

    @Override
    public String toString() {
      return String.valueOf(level);
    }
  }

  /** Makes something for all callers. */
  @RequestScoped
  public static class Producing {

    @Produces
    @ApplicationScoped
    List<String> greeting(@TokenClaim("email") String email) {
      return List.of(email);
    }
  }

  /** For all callers. */
  @ApplicationScoped
  public static class Observing {

    private String last = "";

    void observe(@Observes Integer event, @TokenClaim("email") String email) {
      last = email + event;
    }

    @Override
    public String toString() {
      return last;
    }
  }

  /** Lives as long as the bean that it intercepts. */
  @Interceptor
  @RequiresScope({})
  @Priority(1)
  public static class Intercepting {

    @Inject
    @TokenClaim("email")
    String email;

    @AroundInvoke
    Object invoke(InvocationContext invocation) throws Exception {
      return invocation.proceed();
    }
  }

  /** No type of a claim. */
  @RequestScoped
  public static class Unknown {

    @Inject
    @TokenClaim("email")
    StringBuilder email;
  }

  /** No type of a claim. */
  @ApplicationScoped
  public static class UnknownLazy {

    @Inject
    @TokenClaim("email")
    Provider<Map<String, String>> email;
  }

  /** No type of a claim. */
  @RequestScoped
  public static class Wild {

    @Inject
    @TokenClaim("email")
    Set<?> email;
  }

  /** Which claim? */
  @RequestScoped
  public static class Unnamed {

    @Inject
    @TokenClaim("")
    String email;
  }
}
