// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.run;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.clause.ClauseCatalogue;

/** Runs an assertion once for each revision that it is for and that the server speaks. */
public final class AssertionExtension implements TestTemplateInvocationContextProvider {

  /**
   * The configuration parameter with the revisions to be measured, parted by commas; all if it is
   * absent. JUnit takes it from a system property too.
   */
  public static final String REVISIONS = "mcp.auth.tck.revisions";

  /** Made by JUnit. */
  public AssertionExtension() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(Assertion.class);
  }

  @Override
  public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
    return true; // a server need not speak any of the revisions that the assertion is for
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Assertion assertion = assertionOf(context.getRequiredTestMethod());
    List<Revision> revisions = ClauseCatalogue.standard().revisionsOf(assertion.id());
    return revisions.stream()
        .filter(revision -> isMeasured(revision, context))
        .map(revision -> invocation(assertion, revision));
  }

  private static boolean isMeasured(Revision revision, ExtensionContext context) {
    return context
        .getConfigurationParameter(REVISIONS)
        .map(value -> Arrays.asList(value.split(",")).contains(revision.date()))
        .orElse(true);
  }

  private static TestTemplateInvocationContext invocation(Assertion assertion, Revision revision) {
    return new TestTemplateInvocationContext() {
      @Override
      public String getDisplayName(int invocationIndex) {
        return assertion.id() + " [" + revision + "]";
      }

      @Override
      public List<Extension> getAdditionalExtensions() {
        return List.of(new AssertionRun(assertion, revision));
      }
    };
  }

  /**
   * The assertion that a method is.
   *
   * @param method a method
   * @return its annotation
   */
  static Assertion assertionOf(Method method) {
    Assertion assertion = method.getAnnotation(Assertion.class);
    if (assertion == null) {
      throw new IllegalArgumentException(method + " is no assertion");
    }
    return assertion;
  }
}
