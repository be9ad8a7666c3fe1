// SPDX-License-Identifier: Apache-2.0
// Serves a Client ID Metadata Document over https with a certificate made for the occasion by the
// JDK's keytool. The development server accepts any certificate of a loopback host.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a client says about itself, however it registers. */
export const clientMetadata = grantTypes => ({
  client_name: 'client tests',
  redirect_uris: ['http://127.0.0.1:9/callback'],
  grant_types: grantTypes,
  response_types: ['code'],
  token_endpoint_auth_method: 'none'
});

export async function serveClientMetadata(metadata) {
  const server = createServer({ pfx: selfSigned(), passphrase: 'changeit' });
  const requests = [];
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `https://localhost:${server.address().port}/client.json`;
  server.on('request', (request, response) => {
    requests.push(request.url);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ client_id: url, ...metadata }));
  });
  return { url, requests, close: () => new Promise(resolve => server.close(resolve)) };
}

function selfSigned() {
  const folder = mkdtempSync(join(tmpdir(), 'client-metadata-'));
  const store = join(folder, 'store.p12');
  const keytool = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'keytool') : 'keytool';
  try {
    execFileSync(
      keytool,
      ['-genkeypair', '-alias', 'localhost', '-keyalg', 'RSA', '-dname', 'CN=localhost',
        '-ext', 'san=dns:localhost,ip:127.0.0.1', '-validity', '2',
        '-storetype', 'PKCS12', '-keystore', store, '-storepass', 'changeit'],
      { stdio: 'pipe' }
    );
    return readFileSync(store);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
