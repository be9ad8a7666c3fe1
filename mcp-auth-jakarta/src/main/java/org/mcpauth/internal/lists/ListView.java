// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.lists;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mcpauth.McpOperation;

/**
 * How one caller sees lists.
 *
 * @param permitted whether the caller may use an operation
 * @param requirements what a tool requires, if descriptors say so
 * @param varying whether the list depends on the caller, so that no cache may share it (CACHE-2)
 * @param current whether the request is of 2026-07-28 or later, where every list has a scope
 */
public record ListView(
    Predicate<McpOperation> permitted,
    Optional<Function<McpOperation, ToolRequirement>> requirements,
    boolean varying,
    boolean current) {}
