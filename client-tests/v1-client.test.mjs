// SPDX-License-Identifier: Apache-2.0
// @modelcontextprotocol/sdk 1.x: the same way, but its step-up replaces the scopes that it had.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { clientMetadata, serveClientMetadata } from './client-metadata.mjs';
import { insufficientScope, mcpPath, mcpUrl, scopes, unauthenticated } from './environment.mjs';
import { Session } from './session.mjs';
import { ApprovingUser } from './user.mjs';

const sdk = {
  makeClient: () => new Client({ name: 'v1', version: '1' }),
  Transport: StreamableHTTPClientTransport,
  isUnauthorized: error => error instanceof UnauthorizedError,
  finish: (transport, callback) => transport.finishAuth(callback.get('code'))
};

// Without a refresh token: with one, this client refreshes on a 403 instead of authorizing again, and
// gives up because the scopes are still the same.
const metadata = clientMetadata(['authorization_code']);

for (const registration of ['CIMD', 'DCR']) {
  describe(`v1 client, ${registration}`, async () => {
    const published = registration === 'CIMD' ? await serveClientMetadata(metadata) : undefined;
    const user = new ApprovingUser({ clientMetadataUrl: published?.url, clientMetadata: metadata });
    const session = new Session(sdk, user);
    const { wire } = session;
    after(async () => {
      await session.close();
      await published?.close();
    });

    test('connectWhenNoTokenThenDiscoversRegistersAndAuthorizes', async () => {
      await session.connect();

      const first = wire.to(mcpPath)[0];
      assert.equal(first.status, 401);
      assert.equal(first.headers.get('www-authenticate'), unauthenticated);
      assert.equal(wire.to('/register').length, registration === 'DCR' ? 1 : 0);
      const [request] = user.authorizationRequests;
      assert.equal(request.get('resource'), mcpUrl);
      assert.equal(request.get('scope'), 'notes:read');
      if (published) assert.equal(request.get('client_id'), published.url);
    });

    test('callWhenScopeWasGrantedThenNoFurtherChallenge', async () => {
      const { tools } = await session.client.listTools();
      assert.equal(tools.length, 5);
      wire.clear();
      const result = await session.call('list_notes');

      assert.ok(!result.isError);
      assert.deepEqual(wire.toolCalls('list_notes').map(e => e.status), [200]);
    });

    test('callWhenScopeIsMissingThenStepsUp', async () => {
      wire.clear();
      const result = await session.call('add_note', { text: `from v1 ${registration}` });

      assert.ok(!result.isError);
      const [refused, ...retried] = wire.toolCalls('add_note');
      assert.equal(refused.status, 403);
      assert.equal(refused.headers.get('www-authenticate'), insufficientScope('notes:write notes:read'));
      assert.deepEqual(retried.map(e => e.status), [200]);
      assert.deepEqual(scopes(user.authorizationRequests[1].get('scope')), ['notes:read', 'notes:write']);
    });
  });
}
