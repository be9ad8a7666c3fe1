// SPDX-License-Identifier: Apache-2.0
// A reverse proxy on loopback that adds an access token, for clients that cannot send one, and notes
// down what the server answered. Everything else passes as it is, above all the client's Host and
// Origin: the server itself has to judge those.

import { Agent, createServer, request } from 'node:http';
import { pipeline } from 'node:stream';

// They are about one connection only (RFC 9110 §7.6.1); Node writes its own.
const HOP_BY_HOP = new Set([
  'connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer',
  'transfer-encoding', 'upgrade'
]);

/** Name and value by turns, as Node has them, so that order, case and repetition survive. */
function passing(rawHeaders, ...dropped) {
  const connection = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i].toLowerCase() === 'connection') connection.push(...rawHeaders[i + 1].toLowerCase().split(/\s*,\s*/));
  }
  const headers = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i].toLowerCase();
    if (!HOP_BY_HOP.has(name) && !connection.includes(name) && !dropped.includes(name)) headers.push(rawHeaders[i], rawHeaders[i + 1]);
  }
  return headers;
}

export class Proxy {
  /** What was asked and answered, in the order of the requests; no status: the client left before there was one. */
  exchanges = [];
  #token;
  #upstream;
  #server;
  #agent = new Agent({ keepAlive: true });

  /**
   * @param upstream the port of the server, on loopback
   * @param token returns the access token to add, or nothing to add none
   */
  constructor(upstream, token = () => undefined) {
    this.#upstream = upstream;
    this.#token = token;
    this.#server = createServer((incoming, outgoing) => this.#forward(incoming, outgoing));
    // A stream may be silent for as long as it likes.
    this.#server.requestTimeout = 0;
  }

  /** Listens, by default on a free port. */
  async start(port = 0) {
    await new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return this;
  }

  get url() {
    return `http://localhost:${this.#server.address().port}/mcp`;
  }

  async stop() {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #forward(incoming, outgoing) {
    const exchange = {
      method: incoming.method,
      host: incoming.headers.host,
      status: undefined,
      challenge: undefined
    };
    this.exchanges.push(exchange);
    const token = this.#token();
    const headers = token ? passing(incoming.rawHeaders, 'authorization') : passing(incoming.rawHeaders);
    if (token) headers.push('Authorization', `Bearer ${token}`);
    // Node frames the body anew; without this it would give one to requests that had none.
    if ('transfer-encoding' in incoming.headers) headers.push('Transfer-Encoding', 'chunked');

    const upstream = request({
      host: '127.0.0.1', port: this.#upstream, agent: this.#agent,
      method: incoming.method, path: incoming.url, headers, setHost: false
    });
    upstream.on('response', response => {
      exchange.status = response.statusCode;
      exchange.challenge = response.headers['www-authenticate'];
      outgoing.writeHead(response.statusCode, response.statusMessage, passing(response.rawHeaders));
      // The client has to see a stream begin before its first event.
      outgoing.flushHeaders();
      // Either side may end a stream early: that is no fault, and pipeline tells the other side.
      pipeline(response, outgoing, () => {});
    });
    upstream.on('error', error => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end(`the server does not answer: ${error.message}`);
    });
    outgoing.on('close', () => upstream.destroy());
    incoming.on('error', () => upstream.destroy());
    incoming.pipe(upstream);
  }
}
