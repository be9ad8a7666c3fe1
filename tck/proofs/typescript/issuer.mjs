// SPDX-License-Identifier: Apache-2.0
// The authorization server, and the verification of its tokens, which the SDK leaves to its users.

import { OAuthError, OAuthErrorCode } from '@modelcontextprotocol/server';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

export class Issuer {
  #issuer;
  #resource;
  #discovered;

  constructor(issuer, resource) {
    this.#issuer = issuer;
    this.#resource = resource;
  }

  async metadata() {
    return (await this.#discover()).metadata;
  }

  async verifyAccessToken(token) {
    const { keys } = await this.#discover();
    const payload = await this.#verify(token, keys);
    return {
      token,
      clientId: payload.client_id,
      scopes: payload.scope?.split(' ') ?? [],
      expiresAt: payload.exp,
      resource: this.#resource,
      extra: { subject: payload.sub }
    };
  }

  async #verify(token, keys) {
    try {
      const expected = { issuer: this.#issuer, audience: this.#resource.href };
      return (await jwtVerify(token, keys, expected)).payload;
    } catch (error) {
      // Anything else, such as an issuer that does not answer, the SDK turns into a 500.
      if (!(error instanceof errors.JOSEError)) throw error;
      throw new OAuthError(OAuthErrorCode.InvalidToken, 'unknown token');
    }
  }

  // The issuer may start later than this server, so it is asked when first needed.
  #discover() {
    this.#discovered ??= this.#fetchMetadata().catch(error => {
      this.#discovered = undefined;
      throw error;
    });
    return this.#discovered;
  }

  async #fetchMetadata() {
    const response = await fetch(`${this.#issuer}/.well-known/oauth-authorization-server`);
    if (!response.ok) throw new Error(`The issuer's metadata: HTTP ${response.status}`);
    const metadata = await response.json();
    return { metadata, keys: createRemoteJWKSet(new URL(metadata.jwks_uri)) };
  }
}
