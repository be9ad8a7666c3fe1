// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import org.mcpauth.McpOperation;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.rpc.RpcError;

/**
 * Answers in the place of an answer that cannot be let through: a JSON-RPC error -32603. What could
 * not be understood is never passed on. Immutable, thread-safe.
 */
public final class AnswerRefusal {

  private static final int FIRST_REDIRECTION = 300;

  private final McpOperation operation;
  private final byte[] error;

  /**
   * A refusal of the answer to one request.
   *
   * @param operation what the request asks for; kept for the log
   * @param id the id of the request; JSON null if it has none
   * @param json writes JSON
   */
  public AnswerRefusal(McpOperation operation, JsonValue id, JsonProvider json) {
    this.operation = operation;
    this.error =
        new RpcError(RpcError.INTERNAL_ERROR, "The answer of the server cannot be shown", id)
            .toJson(json)
            .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The refusal of a whole answer.
   *
   * @param status the status of the server's answer; kept where it is no success
   * @param why what is wrong with it, for the log
   * @return the answer instead
   */
  WholeAnswer whole(int status, String why) {
    log(why);
    return new WholeAnswer(status < FIRST_REDIRECTION ? 500 : status, "application/json", error);
  }

  /** The refusal of one event. */
  byte[] event(String why) {
    log(why);
    return ("data: " + new String(error, StandardCharsets.UTF_8) + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The name of a tool, prompt or resource is not told: a resource's can be personal. */
  private void log(String why) {
    String asked =
        operation.kind() == McpOperation.Kind.METHOD
            ? operation.name()
            : operation.kind().toString();
    Messages.warn(Message.ANSWER_REFUSED, asked, why);
  }
}
