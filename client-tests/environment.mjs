// SPDX-License-Identifier: Apache-2.0
// What the tests run against, and what a challenge of the sample looks like.

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: see client-tests/README.md`);
  return value;
}

export const mcpUrl = required('MCP_URL');
export const issuer = required('ISSUER');

const { origin, pathname } = new URL(mcpUrl);
export const mcpPath = pathname;
export const metadataUrl = `${origin}/.well-known/oauth-protected-resource${pathname}`;

export const unauthenticated = `Bearer scope="notes:read", resource_metadata="${metadataUrl}"`;

export const insufficientScope = scope =>
  `Bearer error="insufficient_scope", scope="${scope}", resource_metadata="${metadataUrl}", ` +
  'error_description="The access token lacks a scope that this operation needs"';

export const scopes = text => text.split(' ').sort();
