// SPDX-License-Identifier: Apache-2.0
// An OAuth client provider whose user approves everything: it follows the authorization request to
// the redirect and keeps its parameters, as a browser and a local listener would.

export class ApprovingUser {
  authorizationRequests = [];
  callback;
  #client;
  #tokens;
  #verifier;

  constructor({ clientMetadataUrl, redirectUrl = 'http://127.0.0.1:9/callback' } = {}) {
    this.redirectUrl = redirectUrl;
    if (clientMetadataUrl) this.clientMetadataUrl = clientMetadataUrl;
  }

  get clientMetadata() {
    return {
      client_name: 'client tests',
      redirect_uris: [this.redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none'
    };
  }

  state() {
    return 'state-' + (this.authorizationRequests.length + 1);
  }

  clientInformation() {
    return this.#client;
  }

  saveClientInformation(client) {
    this.#client = client;
  }

  tokens() {
    return this.#tokens;
  }

  saveTokens(tokens) {
    this.#tokens = tokens;
  }

  saveCodeVerifier(verifier) {
    this.#verifier = verifier;
  }

  codeVerifier() {
    return this.#verifier;
  }

  async redirectToAuthorization(url) {
    this.authorizationRequests.push(url.searchParams);
    const response = await fetch(url, { redirect: 'manual' });
    this.callback = new URL(response.headers.get('location')).searchParams;
  }
}
