// SPDX-License-Identifier: Apache-2.0
// Without a token no scenario gets past the library, whatever it sends.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EMPTY_SCENARIO, HOSTILE_HOST, challenge, issuer, upstreamPort } from './environment.mjs';
import { Proxy } from './proxy.mjs';
import { groups, isPassed, isSkipped, run } from './suite.mjs';

const proxy = new Proxy(upstreamPort);
before(() => proxy.start());
after(() => proxy.stop());

/** What the library has to answer: a page that lured a browser here is refused before anybody is asked for a token. */
const due = exchange =>
  exchange.host === HOSTILE_HOST ? { status: 403, challenge: undefined } : { status: 401, challenge };

for (const group of await groups()) {
  test(`without a token: ${group.name}`, { skip: !issuer && 'not protected' }, async t => {
    const surprises = [];
    let answers = 0;
    for (const scenario of group.names) {
      proxy.exchanges = [];
      const { checks } = await run(group, scenario, proxy.url);
      answers += proxy.exchanges.length;
      if (scenario === EMPTY_SCENARIO) {
        assert.ok(isSkipped(checks), `${scenario} does something now`);
        continue;
      }
      if (proxy.exchanges.length === 0) surprises.push(`${scenario}: asked nothing`);
      if (isPassed(checks)) surprises.push(`${scenario}: passed`);
      const hostile = proxy.exchanges.filter(exchange => exchange.host === HOSTILE_HOST);
      if (hostile.length !== (scenario === 'dns-rebinding-protection' ? 1 : 0)) {
        surprises.push(`${scenario}: ${hostile.length} requests with a hostile Host`);
      }
      for (const exchange of proxy.exchanges) {
        const { status, challenge } = due(exchange);
        if (exchange.status !== status || exchange.challenge !== challenge) {
          surprises.push(`${scenario}: ${JSON.stringify(exchange)}`);
        }
      }
    }
    t.diagnostic(`${group.names.length} scenarios, ${answers} answers`);
    if (surprises.length > 0) assert.fail(surprises.join('\n'));
  });
}
