// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running application for all test classes: the parameter {@link RunningApplication}. */
public final class ApplicationExtension implements ParameterResolver {

  /** Made by JUnit. */
  public ApplicationExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningApplication.class;
  }

  @Override
  public RunningApplication resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return application(context);
  }

  /**
   * The application, which is started when it is first asked for. The root store closes it when all
   * tests are done.
   *
   * @param context any context of the tests
   * @return the same for all of them
   */
  public static RunningApplication application(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(ApplicationExtension.class))
        .getOrComputeIfAbsent(
            RunningApplication.class, key -> RunningApplication.start(), RunningApplication.class);
  }
}
