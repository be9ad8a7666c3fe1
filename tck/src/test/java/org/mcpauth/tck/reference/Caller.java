// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.Set;

/**
 * Who a verified token is about.
 *
 * @param subject the subject
 * @param scopes what the token grants by its letter
 */
public record Caller(String subject, Set<String> scopes) {}
