// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.spi;

import java.util.Map;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;

/**
 * Adds scopes to what an operation needs, at the time of the call. It can make access harder, never
 * easier: what it returns is needed <em>in addition</em> to what annotations and configuration say.
 *
 * <p>It is asked for every operation of an authenticated caller that is not open to anonymous
 * callers, so it must be quick. An exception denies the call.
 */
@FunctionalInterface
public interface RequirementProvider {

  /**
   * The scopes that this call needs in addition.
   *
   * @param call what is about to be done, and by whom
   * @return the additional scopes; empty if there are none
   */
  Scopes additionalScopes(Call call);

  /** One call of one operation. More members may come. */
  interface Call {

    /**
     * What is about to be done.
     *
     * @return the operation
     */
    McpOperation operation();

    /**
     * Who asks for it.
     *
     * @return the verified token of the caller
     */
    AccessToken token();

    /**
     * With which arguments: {@code params.arguments} of {@code tools/call} and {@code prompts/get}.
     * Strings, booleans and numbers ({@link Long} or {@link Double}) are themselves, arrays are a
     * {@link java.util.List}, objects a {@link Map}. They come from the caller, so nothing about
     * them is certain.
     *
     * @return the arguments by name; empty if there are none, and where the question is whether a
     *     list names the operation; unmodifiable
     */
    Map<String, Object> arguments();
  }
}
