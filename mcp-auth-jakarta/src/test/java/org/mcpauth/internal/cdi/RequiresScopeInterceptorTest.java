// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mcpauth.InsufficientScopeException;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.OperationForbiddenException;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.engine.FakeRequest;

/** The second lock: it holds without any filter in front. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequiresScopeInterceptorTest {

  private final TestContainer container =
      TestContainer.start(
          new Weld().addExtension(new McpAuthPortableExtension()).addExtension(new Annotating()),
          Map.of("mcp.auth.scope-hierarchy.\"notes:admin\"", "notes:write,notes:read"),
          Notes.class,
          MoreNotes.class,
          Added.class,
          Dependents.class,
          DeploymentTest.Recorder.class);

  @AfterAll
  void stop() {
    container.close();
  }

  @Test
  void authorizeWhenNoRequestThenRefused() {
    Notes notes = container.get(Notes.class);

    assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(notes::list);
    assertThat(notes.open()).isEqualTo("open");
  }

  @Test
  void authorizeWhenNobodyDecidedThenRefused() {
    Notes notes = container.get(Notes.class);

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> container.inRequest(Optional.empty(), notes::list));
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> container.inRequest(Optional.empty(), notes::whoami));
  }

  /** What an extension of CDI adds is on no class, where it could be read. */
  @Test
  void authorizeWhenAnnotationCannotBeReadThenRefused() {
    Added added = container.get(Added.class);

    assertThatExceptionOfType(OperationForbiddenException.class)
        .isThrownBy(
            () -> container.inRequestOf(container.token("alice", "notes:read base"), added::act));
  }

  /** Adds an annotation to a class. */
  static class Annotating implements Extension {

    void annotate(@Observes ProcessAnnotatedType<Added> event) {
      event.configureAnnotatedType().add(MoreNotes.class.getAnnotation(RequiresScope.class));
    }
  }

  /** Not annotated. */
  @ApplicationScoped
  public static class Added {

    public String act() {
      return "act";
    }
  }

  @Test
  void authorizeWhenScopeIsMissingThenRefusedWithEveryScope() {
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> call("notes:read", Notes::add))
        .satisfies(e -> assertThat(e.required()).containsExactly("notes:read", "notes:write"));
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> call("", Notes::list));
  }

  @Test
  void authorizeWhenRefusedThenTheEventBelongsToTheRequest() {
    FakeRequest request =
        FakeRequest.get("/mcp")
            .bearer(container.token("alice", ""))
            .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    Optional<Decision.Proceed> decided =
        Optional.of((Decision.Proceed) container.get(AuthorizationEngine.class).decide(request));
    DeploymentTest.Recorder recorder = container.get(DeploymentTest.Recorder.class);
    recorder.correlationIds().clear();

    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> container.inRequest(decided, container.get(Notes.class)::list));
    assertThat(recorder.correlationIds()).containsExactly("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @Test
  void authorizeWhenScopeSufficesThenProceeds() throws Exception {
    assertThat(call("notes:read", Notes::list)).isEqualTo("list");
    assertThat(call("notes:write notes:read", Notes::add)).isEqualTo("add");
    assertThat(call("", Notes::whoami)).isEqualTo("whoami");
  }

  /** SCOPE-6. */
  @Test
  void authorizeWhenBroaderScopeImpliesThenProceeds() throws Exception {
    assertThat(call("notes:admin", Notes::add)).isEqualTo("add");
  }

  @Test
  void authorizeWhenAnyOfSeveralThenOneIsEnough() throws Exception {
    assertThat(call("b", Notes::any)).isEqualTo("any");
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> call("c", Notes::any));
  }

  @Test
  void authorizeWhenClassIsAnnotatedThenForEveryMethodWithoutItsOwn() throws Exception {
    MoreNotes more = container.get(MoreNotes.class);

    for (String scope : List.of("base", "own")) {
      String token = container.token("alice", scope);
      if (scope.equals("base")) {
        assertThat(container.inRequestOf(token, more::inherited)).isEqualTo("inherited");
        assertThat(container.inRequestOf(token, more::added)).isEqualTo("added");
        assertThatExceptionOfType(InsufficientScopeException.class)
            .isThrownBy(() -> container.inRequestOf(token, more::own));
      } else {
        assertThat(container.inRequestOf(token, more::own)).isEqualTo("own");
        assertThatExceptionOfType(InsufficientScopeException.class)
            .isThrownBy(() -> container.inRequestOf(token, more::inherited));
        assertThatExceptionOfType(InsufficientScopeException.class)
            .isThrownBy(() -> container.inRequestOf(token, more::added));
      }
    }
    assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(more::added);
  }

  @Test
  void authorizeWhenBeanIsDependentThenHoldsToo() throws Exception {
    Dependents dependent = container.get(Dependents.class);

    assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(dependent::list);
    assertThat(container.inRequestOf(container.token("alice", "notes:read"), dependent::list))
        .isEqualTo("list");
  }

  @Test
  void authorizeWhenRequestIsOverThenRefusedAgain() throws Exception {
    Notes notes = container.get(Notes.class);
    container.inRequestOf(container.token("alice", "notes:read"), notes::list);

    assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(notes::list);
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> container.inRequest(Optional.empty(), notes::list));
  }

  private String call(String scope, Function<Notes, String> method) throws Exception {
    Notes notes = container.get(Notes.class);
    return container.inRequestOf(container.token("alice", scope), () -> method.apply(notes));
  }

  /** Guarded by methods. */
  @ApplicationScoped
  public static class Notes {

    @RequiresScope(value = "notes:read", tool = "list")
    public String list() {
      return "list";
    }

    @RequiresScope({"notes:read", "notes:write"})
    public String add() {
      return "add";
    }

    @RequiresScope(
        value = {"a", "b"},
        match = RequiresScope.Match.ANY)
    public String any() {
      return "any";
    }

    @RequiresScope({})
    public String whoami() {
      return "whoami";
    }

    public String open() {
      return "open";
    }
  }

  /** Guarded as a class; subclasses inherit that. */
  @RequiresScope("base")
  public static class Base {

    public String inherited() {
      return "inherited";
    }

    @RequiresScope("own")
    public String own() {
      return "own";
    }
  }

  /** Inherits its guard. */
  @ApplicationScoped
  public static class MoreNotes extends Base {

    public String added() {
      return "added";
    }
  }

  /** Has no proxy. */
  @Dependent
  public static class Dependents {

    @RequiresScope("notes:read")
    public String list() {
      return "list";
    }
  }
}
