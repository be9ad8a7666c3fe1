// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import java.net.URI;

/**
 * What of an authorization server's metadata (RFC 8414 §2) is needed to verify its tokens.
 *
 * @param issuer the issuer identifier, equal to the configured one
 * @param jwksUri where its keys are
 */
public record AuthorizationServerMetadata(String issuer, URI jwksUri) {}
