// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.run;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.clause.Clause;
import org.mcpauth.tck.clause.ClauseCatalogue;
import org.mcpauth.tck.run.AssertionResult.Outcome;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.NotCheckableException;
import org.mcpauth.tck.server.Profile;
import org.mcpauth.tck.server.Target;
import org.opentest4j.TestAbortedException;

/** One assertion in one revision: gives it the server, and says what its failure means. */
final class AssertionRun
    implements ParameterResolver,
        TestExecutionExceptionHandler,
        AfterTestExecutionCallback,
        TestWatcher {

  private final Assertion assertion;
  private final Revision revision;

  AssertionRun(Assertion assertion, Revision revision) {
    this.assertion = assertion;
    this.revision = revision;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == McpServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return target(context).speaking(revision);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    Optional<Profile.Exclusion> exclusion = exclusion(context);
    if (exclusion.isPresent()) {
      throw new ExcludedException(exclusion.get().reason());
    }
    if (thrown instanceof TestAbortedException || thrown instanceof BlockedError) {
      throw thrown;
    }
    throw new AssertionError(
        "%s%n%n%s%n%n%s".formatted(assertion.strategy(), clauses(), thrown.getMessage()), thrown);
  }

  private String clauses() {
    return ClauseCatalogue.standard().checkedBy(revision, assertion.id()).stream()
        .map(Clause::toString)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Optional<Profile.Exclusion> exclusion = exclusion(context);
    if (exclusion.isPresent() && context.getExecutionException().isEmpty()) {
      throw new AssertionError(
          "This passed, so that its exclusion can go: " + exclusion.get().reason());
    }
  }

  private Optional<Profile.Exclusion> exclusion(ExtensionContext context) {
    return target(context).profile().exclusion(assertion.id(), revision);
  }

  private static Target target(ExtensionContext context) {
    return ((ServerTest) context.getRequiredTestInstance()).target();
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    record(context, Outcome.PASSED, "");
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    Outcome outcome = cause instanceof BlockedError ? Outcome.BLOCKED : Outcome.FAILED;
    record(context, outcome, String.valueOf(cause == null ? "" : cause.getMessage()));
  }

  @Override
  public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
    Outcome outcome =
        cause instanceof NotCheckableException ? Outcome.NOT_CHECKED : Outcome.EXCLUDED;
    record(context, outcome, String.valueOf(cause == null ? "" : cause.getMessage()));
  }

  private void record(ExtensionContext context, Outcome outcome, String detail) {
    RunRecorder.of(context)
        .add(
            new AssertionResult(
                assertion.id(),
                assertion.strategy(),
                context.getTags().stream().sorted().findFirst().orElse(""),
                revision,
                target(context).profile().name(),
                outcome,
                detail));
  }
}
