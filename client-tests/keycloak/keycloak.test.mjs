// SPDX-License-Identifier: Apache-2.0
// @modelcontextprotocol/client 2.x with a real Keycloak: discovers, logs in, steps up.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { Client, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client';
import { clientMetadata } from '../client-metadata.mjs';
import { insufficientScope, issuer, mcpPath, mcpUrl, metadataUrl, scopes, unauthenticated } from '../environment.mjs';
import { Session } from '../session.mjs';
import { KeycloakUser } from './user.mjs';

const sdk = mode => ({
  makeClient: () => new Client({ name: 'keycloak', version: '1' }, { versionNegotiation: { mode } }),
  Transport: StreamableHTTPClientTransport,
  isUnauthorized: error => error instanceof UnauthorizedError,
  finish: (transport, callback) => transport.finishAuth(callback)
});

// The realm lists this address without a port: Keycloak takes any port of a loopback address.
const metadata = grantTypes => ({ ...clientMetadata(grantTypes), redirect_uris: ['http://127.0.0.1:49152/callback'] });
const login = { username: 'alice', password: process.env.ALICE_PASSWORD };
const decode = part => JSON.parse(Buffer.from(part, 'base64url'));
const jwt = token => token.split('.').slice(0, 2).map(decode);

const { pathname: issuerPath, origin: issuerOrigin } = new URL(issuer);
const registration = `${issuerPath}/clients-registrations/openid-connect`;
const tokenEndpoint = `${issuerPath}/protocol/openid-connect/token`;

// Keycloak publishes the scope offline_access, and a client that can refresh then asks for it on its own.
const refreshes = { grantTypes: ['authorization_code', 'refresh_token'], more: ['offline_access'] };
const kinds = [
  { title: 'registered beforehand', client: 'mcp-client', ...refreshes },
  { title: 'registered beforehand, does not refresh', client: 'mcp-client', grantTypes: ['authorization_code'], more: [] },
  { title: 'registers itself', ...refreshes }
];

for (const mode of ['auto', 'legacy']) {
  for (const { title, client, grantTypes, more } of kinds) {
    const registersItself = !client;
    describe(`v2 client, ${mode} negotiation, ${title}`, () => {
      const user = new KeycloakUser({ login, clientMetadata: metadata(grantTypes), client });
      const session = new Session(sdk(mode), user);
      const { wire } = session;
      after(() => session.close());

      test('connectWhenNoTokenThenDiscoversKeycloakAndLogsIn', async () => {
        await session.connect();

        const first = wire.to(mcpPath)[0];
        assert.equal(first.status, 401);
        assert.equal(first.headers.get('www-authenticate'), unauthenticated);
        assert.equal(wire.to(new URL(metadataUrl).pathname)[0].status, 200);
        const discovery = wire.exchanges.filter(e => e.url.origin === issuerOrigin && e.url.pathname.startsWith('/.well-known/'));
        assert.deepEqual(
          discovery.map(e => [e.url.pathname, e.status]),
          discovery.map(() => [`/.well-known/oauth-authorization-server${issuerPath}`, 200])
        );
        assert.ok(discovery.length > 0);
        assert.deepEqual(wire.to(registration).map(e => e.status), registersItself ? [201] : []);

        const [request] = user.authorizationRequests;
        assert.equal(request.get('resource'), mcpUrl);
        assert.deepEqual(scopes(request.get('scope')), ['notes:read', ...more]);
        assert.equal(request.get('code_challenge_method'), 'S256');
        if (client) assert.equal(request.get('client_id'), client);
        assert.equal(user.callback.get('iss'), issuer);
        assert.equal(user.callback.get('state'), request.get('state'));
        assert.deepEqual(wire.to(tokenEndpoint).map(e => e.status), [200]);
        assert.equal(user.logins, 1);

        const [header, claims] = jwt(user.tokens().access_token);
        assert.equal(header.typ, registersItself ? 'JWT' : 'at+jwt');
        assert.deepEqual(scopes(claims.scope), ['notes:read', ...more]);
        // Who registers with a list of scopes does not get the client scope roles.
        assert.deepEqual(claims.realm_access?.roles.sort(), registersItself ? undefined : ['notes-editor', 'offline_access']);
      });

      test('callWhenScopeWasGrantedThenNoFurtherChallenge', async () => {
        wire.clear();
        const result = await session.call('list_notes');

        assert.ok(!result.isError);
        assert.deepEqual(wire.toolCalls('list_notes').map(e => e.status), [200]);
        assert.equal(user.authorizationRequests.length, 1);
      });

      if (registersItself) {
        // The client registers with the scopes of its first challenge, and Keycloak gives it no others.
        test('callWhenScopeWasNotRegisteredThenKeycloakRefusesStepUp', async () => {
          assert.deepEqual(scopes(user.clientInformation().scope), ['notes:read', ...more]);
          await assert.rejects(session.call('add_note', { text: 'refused' }), { code: 'invalid_scope' });
          user.saveClientInformation(undefined); // registers once more, with the scopes that it needs by then
        });
      }

      test('callWhenScopeIsMissingThenStepsUpAndKeepsWhatItHad', async () => {
        user.authorizationRequests.length = 0;
        wire.clear();
        const result = await session.call('add_note', { text: `from ${mode}, ${title}` });

        assert.ok(!result.isError);
        const [refused, ...retried] = wire.toolCalls('add_note');
        assert.equal(refused.status, 403);
        assert.equal(refused.headers.get('www-authenticate'), insufficientScope('notes:write notes:read'));
        assert.deepEqual(retried.map(e => e.status), [200]);
        assert.deepEqual(wire.to(registration).map(e => e.status), registersItself ? [201] : []);
        assert.equal(user.authorizationRequests.length, 1);
        // With an offline session Keycloak keeps no other, so that the user logs in again.
        assert.equal(user.logins, more.includes('offline_access') ? 2 : 1);
        assert.equal(user.consents, registersItself ? 2 : 0);
        assert.deepEqual(scopes(user.authorizationRequests[0].get('scope')), ['notes:read', 'notes:write', ...more]);
        assert.deepEqual(scopes(jwt(user.tokens().access_token)[1].scope), ['notes:read', 'notes:write', ...more]);
      });

      test('callWhenSteppedUpThenWhoamiSaysSo', async () => {
        const result = await session.call('whoami');

        const [, claims] = jwt(user.tokens().access_token);
        assert.equal(result.structuredContent.subject, claims.sub);
        assert.equal(result.structuredContent.client, claims.azp);
        assert.deepEqual([...result.structuredContent.scopes].sort(), ['notes:read', 'notes:write', ...more]);
        assert.equal(user.authorizationRequests.length, 1);
      });
    });
  }
}
