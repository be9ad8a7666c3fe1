// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mcpauth.tck.server.Target;

/** Hands the server over to the assertions. Without one, in a run of somebody else, they rest. */
final class RemoteTarget implements ParameterResolver, ExecutionCondition {

  /** Where a run keeps its server. */
  static final Object STORE = RemoteTarget.class.getName();

  RemoteTarget() {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return target(context) == null
        ? ConditionEvaluationResult.disabled("only the command line runs it")
        : ConditionEvaluationResult.enabled("there is a server");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Target.class;
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return target(context);
  }

  private static @Nullable Target target(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(STORE))
        .get(Target.class, Target.class);
  }
}
