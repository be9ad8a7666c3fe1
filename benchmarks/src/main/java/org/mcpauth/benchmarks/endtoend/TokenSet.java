// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.util.List;

/**
 * Tokens of one issuer.
 *
 * @param known a token that is sent over and over
 * @param different tokens that are sent once each, all of them good
 * @param insufficient a token without the scope that is needed
 */
record TokenSet(String known, List<String> different, String insufficient) {}
