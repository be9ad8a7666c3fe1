// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Which tool is called by which name. */
@ApplicationScoped
public class ToolCalls {

  @Inject ConformanceTools tools;
  @Inject StepUpTools stepUpTools;
  @Inject RoleTools roleTools;
  @Inject ArgumentTools argumentTools;
  @Inject CallerTools callerTools;
  @Inject OnBehalfTools onBehalfTools;
  @Inject DecisionTools decisionTools;
  @Inject UnmentionedTools unmentionedTools;

  /** Made by the container. */
  public ToolCalls() {}

  String call(String tool, JsonObject arguments) throws RpcException {
    return switch (tool) {
      case ConformanceTools.SIMPLE_TEXT -> tools.simpleText();
      case ConformanceTools.CALLER -> tools.caller();
      case ConformanceTools.INVOCATIONS -> tools.invocations();
      case StepUpTools.STRONG_LOGIN -> stepUpTools.strongLogin();
      case StepUpTools.RECENT_LOGIN -> stepUpTools.recentLogin();
      case RoleTools.FOR_OPERATORS -> roleTools.forOperators();
      case RoleTools.CLOSED -> roleTools.closed();
      case ArgumentTools.PROJECT -> argumentTools.project();
      case CallerTools.ELSEWHERE -> callerTools.elsewhere();
      case CallerTools.EMAIL -> callerTools.email();
      case CallerTools.USER_EMAIL -> callerTools.userEmail();
      case OnBehalfTools.ON_BEHALF -> onBehalfTools.onBehalf(arguments.getString("url", ""));
      case DecisionTools.DECISIONS -> decisionTools.decisions();
      case UnmentionedTools.UNMENTIONED -> unmentionedTools.unmentioned();
      default -> throw new RpcException(RpcException.INVALID_PARAMS, "Unknown tool");
    };
  }
}
