// SPDX-License-Identifier: Apache-2.0
// An OAuth client provider whose user approves everything: it follows the authorization request to
// the redirect and keeps its parameters, as a browser and a local listener would.

export class ApprovingUser {
  authorizationRequests = [];
  callback;
  #client;
  #discovery;
  #tokens;
  #verifier;

  constructor({ clientMetadataUrl, clientMetadata }) {
    this.clientMetadata = clientMetadata;
    if (clientMetadataUrl) this.clientMetadataUrl = clientMetadataUrl;
  }

  get redirectUrl() {
    return this.clientMetadata.redirect_uris[0];
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

  discoveryState() {
    return this.#discovery;
  }

  saveDiscoveryState(state) {
    this.#discovery = state;
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
