// SPDX-License-Identifier: Apache-2.0
// Records what goes over the wire, so that tests can assert on that and not only on the outcome.

export class Wire {
  exchanges = [];

  fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const response = await fetch(input, init);
    this.exchanges.push({
      method: init.method ?? 'GET',
      url,
      requestHeaders: new Headers(init.headers),
      requestBody: typeof init.body === 'string' ? init.body : String(init.body ?? ''),
      status: response.status,
      headers: response.headers
    });
    return response;
  };

  /** The exchanges with one URL path (and method), in order. */
  to(path, method) {
    return this.exchanges.filter(e => e.url.pathname === path && (!method || e.method === method));
  }

  /** What was answered to a tool call, one status per attempt. */
  toolCalls(name) {
    return this.exchanges.filter(e => {
      if (e.method !== 'POST' || !e.requestBody.startsWith('{')) return false;
      const message = JSON.parse(e.requestBody);
      return message.method === 'tools/call' && message.params?.name === name;
    });
  }

  /** Forgets what was recorded. */
  clear() {
    this.exchanges.length = 0;
  }
}
