// SPDX-License-Identifier: Apache-2.0
// One MCP client, whichever edition of the TypeScript SDK it comes from, with its user.

import { Wire } from './wire.mjs';
import { mcpUrl } from './environment.mjs';

export class Session {
  wire = new Wire();
  #sdk;

  /**
   * @param sdk the SDK's parts: makeClient(), Transport, UnauthorizedError, and finish(transport, callback)
   * @param user the OAuth client provider
   */
  constructor(sdk, user) {
    this.#sdk = sdk;
    this.user = user;
  }

  async connect() {
    await this.#authorizing(async () => {
      this.transport = this.#transport();
      this.client = this.#sdk.makeClient();
      await this.client.connect(this.transport);
    });
  }

  call(name, args = {}) {
    return this.#authorizing(() => this.client.callTool({ name, arguments: args }));
  }

  close() {
    return this.client?.close();
  }

  #transport() {
    return new this.#sdk.Transport(new URL(mcpUrl), {
      authProvider: this.user,
      fetch: this.wire.fetch
    });
  }

  /** Does something; if that needs the user's authorization, gets it and does it once more. */
  async #authorizing(action) {
    try {
      return await action();
    } catch (error) {
      if (!this.#sdk.isUnauthorized(error)) throw error;
      await this.#sdk.finish(this.transport, this.user.callback);
      return await action();
    }
  }
}
