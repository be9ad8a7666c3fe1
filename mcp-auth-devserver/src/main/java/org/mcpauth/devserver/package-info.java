// SPDX-License-Identifier: Apache-2.0
/**
 * An OAuth 2.1 authorization server for development and tests: it listens on loopback only, keeps
 * everything in memory and approves by default. Start one with {@link
 * org.mcpauth.devserver.DevAuthorizationServer#builder()}; mint valid and hostile access tokens
 * with {@link org.mcpauth.devserver.TokenMinter}. Everything in this package is public API.
 */
@NullMarked
package org.mcpauth.devserver;

import org.jspecify.annotations.NullMarked;
