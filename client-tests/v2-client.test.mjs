// SPDX-License-Identifier: Apache-2.0
// @modelcontextprotocol/client 2.x: discovers, registers, authorizes, steps up, keeps its scopes.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { Client, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client';
import { clientMetadata, serveClientMetadata } from './client-metadata.mjs';
import { insufficientScope, issuer, mcpPath, mcpUrl, metadataUrl, scopes, unauthenticated } from './environment.mjs';
import { Session } from './session.mjs';
import { ApprovingUser } from './user.mjs';

const sdk = mode => ({
  makeClient: () => new Client({ name: 'v2', version: '1' }, { versionNegotiation: { mode } }),
  Transport: StreamableHTTPClientTransport,
  isUnauthorized: error => error instanceof UnauthorizedError,
  finish: (transport, callback) => transport.finishAuth(callback)
});

const metadata = clientMetadata(['authorization_code', 'refresh_token']);

for (const mode of ['auto', 'legacy']) {
  for (const registration of ['CIMD', 'DCR']) {
    describe(`v2 client, ${mode} negotiation, ${registration}`, async () => {
      const published = registration === 'CIMD' ? await serveClientMetadata(metadata) : undefined;
      const user = new ApprovingUser({ clientMetadataUrl: published?.url, clientMetadata: metadata });
      const session = new Session(sdk(mode), user);
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
        assert.equal(wire.to(new URL(metadataUrl).pathname)[0].status, 200);
        assert.equal(wire.to('/.well-known/oauth-authorization-server')[0].status, 200);
        assert.equal(wire.to('/register').length, registration === 'DCR' ? 1 : 0);
        if (published) assert.deepEqual([...new Set(published.requests)], ['/client.json']);

        const [request] = user.authorizationRequests;
        assert.equal(request.get('resource'), mcpUrl);
        assert.equal(request.get('scope'), 'notes:read');
        assert.equal(request.get('code_challenge_method'), 'S256');
        if (published) assert.equal(request.get('client_id'), published.url);
        assert.equal(user.callback.get('iss'), issuer);
        assert.equal(user.callback.get('state'), request.get('state'));
      });

      test('listToolsWhenAuthorizedThenAllAreListed', async () => {
        const { tools } = await session.client.listTools();

        assert.deepEqual(
          tools.map(tool => tool.name).sort(),
          ['about', 'add_note', 'delete_all_notes', 'list_notes', 'whoami']
        );
      });

      test('callWhenScopeWasGrantedThenNoFurtherChallenge', async () => {
        wire.clear();
        const result = await session.call('list_notes');

        assert.ok(!result.isError);
        assert.deepEqual(wire.toolCalls('list_notes').map(e => e.status), [200]);
        assert.equal(user.authorizationRequests.length, 1);
      });

      test('callWhenScopeIsMissingThenStepsUpAndKeepsWhatItHad', async () => {
        wire.clear();
        const result = await session.call('add_note', { text: `from v2 ${mode} ${registration}` });

        assert.ok(!result.isError);
        const [refused, ...retried] = wire.toolCalls('add_note');
        assert.equal(refused.status, 403);
        assert.equal(refused.headers.get('www-authenticate'), insufficientScope('notes:write notes:read'));
        assert.deepEqual(retried.map(e => e.status), [200]);
        assert.deepEqual(scopes(user.authorizationRequests[1].get('scope')), ['notes:read', 'notes:write']);
      });

      test('callWhenStepsUpAgainThenEarlierScopesStay', async () => {
        wire.clear();
        const result = await session.call('delete_all_notes');

        assert.ok(!result.isError);
        const [refused, ...retried] = wire.toolCalls('delete_all_notes');
        assert.equal(refused.headers.get('www-authenticate'), insufficientScope('notes:admin notes:read notes:write'));
        assert.deepEqual(retried.map(e => e.status), [200]);
        const whoami = await session.call('whoami');
        const text = whoami.content[0].text;
        for (const scope of ['notes:read', 'notes:write', 'notes:admin']) assert.match(text, new RegExp(scope));
        assert.equal(user.authorizationRequests.length, 3);
      });
    });
  }
}
