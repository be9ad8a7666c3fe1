// SPDX-License-Identifier: Apache-2.0
// What the scenarios run against.

function port(name) {
  const value = Number(process.env[name]);
  if (!value) throw new Error(`${name} is not set: see conformance/README.md`);
  return value;
}

/** The server under test. */
export const upstreamPort = port('UPSTREAM_PORT');

/** Where the proxy has to listen: the server is configured to be reached there. */
export const proxyPort = port('PROXY_PORT');
export const resource = `http://localhost:${proxyPort}/mcp`;

/** Without an issuer the server under test is not protected: for the comparison that the README describes. */
export const issuer = process.env.ISSUER;

export const challenge =
  `Bearer scope="notes:read", resource_metadata="http://localhost:${proxyPort}/.well-known/oauth-protected-resource/mcp"`;

/** The Host that dns-rebinding-protection pretends. */
export const HOSTILE_HOST = 'evil.example.com';

/** The suite has it as a name only: it skips itself and asks nothing. */
export const EMPTY_SCENARIO = 'tasks-status-notifications';

export async function accessToken() {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('dev:dev')}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials', scope: 'notes:read notes:write notes:admin', resource
    })
  });
  if (!response.ok) throw new Error(`no token: ${response.status} ${await response.text()}`);
  return (await response.json()).access_token;
}
