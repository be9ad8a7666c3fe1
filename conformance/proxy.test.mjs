// SPDX-License-Identifier: Apache-2.0
// The proxy hides nothing from the server and nothing from the client.

import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { test } from 'node:test';
import { Proxy } from './proxy.mjs';

async function between(token, answer, use) {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = await new Proxy(server.address().port, () => token).start();
  try {
    await use(proxy);
  } finally {
    await proxy.stop();
    server.closeAllConnections();
    server.close();
  }
}

const ask = (proxy, options) => request({ host: '127.0.0.1', port: new URL(proxy.url).port, path: '/mcp', ...options });

async function answerTo(proxy, headers) {
  const [response] = await once(ask(proxy, { headers }).end(), 'response');
  return JSON.parse((await response.toArray()).join(''));
}

const echo = (incoming, outgoing) => outgoing.end(JSON.stringify(incoming.headers));

test('Host and Origin pass as they are, the token is added', () => between('abc', echo, async proxy => {
  const headers = await answerTo(proxy, { host: 'evil.example.com', origin: 'http://evil.example.com', authorization: 'x' });
  assert.equal(headers.host, 'evil.example.com');
  assert.equal(headers.origin, 'http://evil.example.com');
  assert.equal(headers.authorization, 'Bearer abc');
}));

test('without a token nothing is added', () => between(undefined, echo, async proxy => {
  assert.equal((await answerTo(proxy, {})).authorization, undefined);
}));

test('both directions stream', () => between('abc', (incoming, outgoing) => incoming.pipe(outgoing), async proxy => {
  const client = ask(proxy, { method: 'POST' });
  client.write('one');
  const [response] = await once(client, 'response');
  const chunks = response[Symbol.asyncIterator]();
  assert.equal(String((await chunks.next()).value), 'one');
  client.end('two');
  assert.equal(String((await chunks.next()).value), 'two');
  assert.equal((await chunks.next()).done, true);
}));

test('the server learns that the client left', async () => {
  let leave;
  const left = new Promise(resolve => { leave = resolve; });
  const answer = (incoming, outgoing) => {
    outgoing.on('close', leave);
    outgoing.flushHeaders();
  };
  await between('abc', answer, async proxy => {
    const client = ask(proxy, {});
    client.on('error', () => {});
    client.end();
    await once(client, 'response');
    client.destroy();
    await left;
  });
});

test('what was answered is noted down', () => between('abc', (incoming, outgoing) => {
  outgoing.writeHead(401, { 'WWW-Authenticate': 'Bearer scope="a"' }).end('{}');
}, async proxy => {
  await answerTo(proxy, { host: 'localhost' });
  assert.deepEqual(proxy.exchanges,
    [{ method: 'GET', host: 'localhost', status: 401, challenge: 'Bearer scope="a"' }]);
}));
