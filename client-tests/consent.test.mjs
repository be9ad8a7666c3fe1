// SPDX-License-Identifier: Apache-2.0
// The login and consent pages of the development server, in a real browser.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { mcpUrl } from './environment.mjs';

const issuer = process.env.INTERACTIVE_ISSUER;
if (!issuer) throw new Error('INTERACTIVE_ISSUER is not set: see client-tests/README.md');

describe('consent', () => {
  let browser, listener, redirectUri, clientId, verifier;
  const callbacks = [];

  before(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync']
    });
    listener = createServer((request, response) => {
      const url = new URL(request.url, redirectUri);
      if (url.pathname === '/callback') callbacks.push(url.searchParams);
      response.end('<!doctype html><title>client</title>You can close this page.');
    });
    await new Promise(resolve => listener.listen(0, '127.0.0.1', resolve));
    redirectUri = `http://127.0.0.1:${listener.address().port}/callback`;
    clientId = await register({ client_name: 'Quill <b>& Co</b>', redirect_uris: [redirectUri] });
  });

  after(async () => {
    await browser?.close();
    await new Promise(resolve => listener.close(resolve));
  });

  async function register(metadata) {
    const response = await fetch(`${issuer}/register`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
        ...metadata
      })
    });
    assert.equal(response.status, 201);
    return (await response.json()).client_id;
  }

  function authorizationUrl(scope) {
    verifier = randomBytes(32).toString('base64url');
    const url = new URL(`${issuer}/authorize`);
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      scope,
      state: 'a state',
      resource: mcpUrl,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256'
    });
    return url.href;
  }

  async function token(code) {
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        client_id: clientId,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        resource: mcpUrl
      })
    });
    return { status: response.status, body: await response.json() };
  }

  /** A fresh browser profile at the consent page, with alice logged in. */
  async function consentPage(scope) {
    callbacks.length = 0;
    const page = await (await browser.newContext()).newPage();
    await page.goto(authorizationUrl(scope));
    await page.fill('#username', 'alice');
    await page.fill('#password', 'alice');
    await page.click('#login');
    await page.waitForSelector('#approve');
    return page;
  }

  test('loginWhenPasswordIsWrongThenAsksAgain', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(authorizationUrl('notes:read'));
    await page.fill('#username', 'alice');
    await page.fill('#password', 'wrong');
    await page.click('#login');

    await page.waitForSelector('#password');
    assert.equal(await page.locator('#approve').count(), 0);
  });

  test('consentWhenShownThenSaysWhoAsksForWhatAndWhereItGoes', async () => {
    const page = await consentPage('notes:read notes:write');

    const text = await page.innerText('main, body');
    assert.match(text, /Quill <b>& Co<\/b>/);
    assert.match(text, new RegExp(clientId));
    assert.ok(text.includes(mcpUrl));
    assert.ok(text.includes(new URL(redirectUri).host));
    const boxes = page.locator('input[name=scope]');
    assert.deepEqual(
      await boxes.evaluateAll(all => all.map(box => [box.value, box.checked, box.labels.length])),
      [['notes:read', true, 1], ['notes:write', true, 1]]
    );
    assert.equal(await page.locator('script').count(), 0);
  });

  test('approveWhenScopeIsUntickedThenTokenLacksIt', async () => {
    const page = await consentPage('notes:read notes:write');
    await page.uncheck('input[name=scope][value="notes:write"]');
    await page.click('#approve');
    await page.waitForURL(`${redirectUri}**`);

    assert.equal(callbacks.length, 1);
    assert.equal(callbacks[0].get('iss'), issuer);
    assert.equal(callbacks[0].get('state'), 'a state');
    const answer = await token(callbacks[0].get('code'));
    assert.equal(answer.status, 200);
    assert.equal(answer.body.scope, 'notes:read');
    const claims = JSON.parse(Buffer.from(answer.body.access_token.split('.')[1], 'base64url'));
    assert.equal(claims.sub, 'alice');
    assert.equal(claims.scope, 'notes:read');
    assert.deepEqual([claims.aud].flat(), [mcpUrl]);
  });

  test('denyWhenClickedThenClientIsToldSo', async () => {
    const page = await consentPage('notes:read');
    await page.click('#deny');
    await page.waitForURL(`${redirectUri}**`);

    assert.equal(callbacks[0].get('error'), 'access_denied');
    assert.equal(callbacks[0].get('iss'), issuer);
    assert.equal(callbacks[0].has('code'), false);
  });
});
