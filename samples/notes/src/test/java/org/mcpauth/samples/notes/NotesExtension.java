// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mcpauth.samples.testing.ApplicationExtension;

/** One server for all test classes, empty before each test. */
final class NotesExtension implements ParameterResolver, BeforeEachCallback {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningNotes.class;
  }

  @Override
  public RunningNotes resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return notes(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    notes(context).deleteAll();
  }

  private static RunningNotes notes(ExtensionContext context) {
    return new RunningNotes(ApplicationExtension.application(context));
  }
}
