// SPDX-License-Identifier: Apache-2.0
// An OAuth client provider whose user logs in at Keycloak: what a browser would do with the login
// page and its cookies, over plain HTTP.

import assert from 'node:assert/strict';
import { ApprovingUser } from '../user.mjs';

const REDIRECT_LIMIT = 5;

/** What a browser keeps of one site: names and values. */
class Cookies {
  #values = new Map();

  async fetch(url, init = {}) {
    const cookie = [...this.#values].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value === '' || /;\s*max-age=0/i.test(line)) this.#values.delete(name);
      else this.#values.set(name, value);
    }
    return response;
  }
}

const unescape = html => html.replaceAll('&#x2F;', '/').replaceAll('&#61;', '=').replaceAll('&amp;', '&');

export class KeycloakUser extends ApprovingUser {
  /** How often either form was filled in. */
  logins = 0;
  consents = 0;
  #client;
  #cookies = new Cookies();
  #login;

  /**
   * @param login username and password
   * @param clientMetadata what the client says about itself
   * @param client the id of a client that is registered already; by default it registers itself
   */
  constructor({ login, clientMetadata, client }) {
    super({ clientMetadata });
    this.#login = login;
    this.#client = client;
  }

  clientInformation() {
    return this.#client ? { client_id: this.#client } : super.clientInformation();
  }

  async redirectToAuthorization(url) {
    this.authorizationRequests.push(url.searchParams);
    let response = await this.#cookies.fetch(url);
    for (let i = 0; i < REDIRECT_LIMIT; i++) {
      if (response.status === 200) response = await this.#submit(response);
      const location = response.headers.get('location');
      assert.ok(location, `Keycloak answers ${response.status} and does not redirect`);
      if (location.startsWith(this.redirectUrl)) {
        this.callback = new URL(location).searchParams;
        return;
      }
      response = await this.#cookies.fetch(location);
    }
    assert.fail('Keycloak does not come back to the client');
  }

  /** Fills in the page's form: the one for the login, or the one for consent. */
  async #submit(response) {
    const page = await response.text();
    const body = new URLSearchParams();
    for (const [input] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const name = /name="([^"]*)"/.exec(input)?.[1];
      if (name) body.set(name, unescape(/value="([^"]*)"/.exec(input)?.[1] ?? ''));
    }
    if (page.includes('name="password"')) {
      this.logins++;
      for (const [name, value] of Object.entries(this.#login)) body.set(name, value);
    } else {
      assert.match(page, /name="accept"/, 'neither a login nor a consent page');
      this.consents++;
      body.set('accept', 'Yes');
    }
    const action = unescape(/<form[^>]*action="([^"]*)"/.exec(page)[1]);
    return this.#cookies.fetch(new URL(action, response.url), { method: 'POST', body });
  }
}
