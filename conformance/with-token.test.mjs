// SPDX-License-Identifier: Apache-2.0
// With a token that is good for everything, each scenario ends as the baseline says, and nothing is
// refused for want of authorization.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { EMPTY_SCENARIO, HOSTILE_HOST, accessToken, issuer, proxyPort, upstreamPort } from './environment.mjs';
import { Proxy } from './proxy.mjs';
import { baseline, groups, isPassed, isSkipped, run } from './suite.mjs';

let token;
const proxy = new Proxy(upstreamPort, () => token);
before(() => proxy.start(proxyPort));
after(() => proxy.stop());

/** The exchanges that the library must not have had a part in. */
function refusals(scenario, exchanges) {
  const hostile = exchanges.filter(exchange => exchange.host === HOSTILE_HOST);
  if (issuer && scenario === 'dns-rebinding-protection') {
    assert.deepEqual(hostile.map(exchange => exchange.status), [403], 'the hostile Host is refused');
  }
  return exchanges.filter(exchange => !hostile.includes(exchange)).filter(({ method, status, challenge }) =>
    challenge || status === 401 || status === 403 || status >= 500 ||
    // A client may leave a stream before it begins, but not a message without an answer.
    (status === undefined && method !== 'GET'));
}

/** What the suite says in the end, without colours; all of it if it broke off. */
function verdict(output) {
  const text = stripVTControlCharacters(output);
  return text.slice(Math.max(0, text.search(/^(Stale baseline|Unexpected failures)/m))).trim();
}

for (const group of await groups()) {
  test(`with a token: ${group.name}`, async t => {
    const { file, entries } = baseline(group);
    const surprises = [];
    const failures = new Set();
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const entry of entries) {
      if (!entry.reason) surprises.push(`baseline: this entry cannot be read or has no reason: ${entry.line}`);
    }
    for (const scenario of group.names) {
      // One for each: they may live shorter than all scenarios take.
      token = issuer && await accessToken();
      proxy.exchanges = [];
      const { checks, isExpected, output } = await run(group, scenario, proxy.url, '--expected-failures', file);
      if (!isPassed(checks)) failures.add(scenario);
      count[failures.has(scenario) ? 'failed' : isSkipped(checks) ? 'skipped' : 'passed']++;
      for (const check of checks ?? []) {
        if (check.status === 'FAILURE' || check.status === 'WARNING') failures.add(`${scenario}:${check.id}`);
      }
      // The suite compares with the baseline only where it gets to the end.
      const isListed = entries.some(entry => entry.scenario === scenario && !entry.check);
      if (checks ? !isExpected : !isListed) surprises.push(`${scenario}: ${verdict(output)}`);
      if (proxy.exchanges.length === 0 && scenario !== EMPTY_SCENARIO) surprises.push(`${scenario}: asked nothing`);
      for (const refusal of refusals(scenario, proxy.exchanges)) {
        surprises.push(`${scenario}: ${JSON.stringify(refusal)}`);
      }
    }
    // To the suite an entry whose check is not there is no fault.
    for (const { scenario, check } of entries.filter(entry => entry.reason)) {
      const entry = check ? `${scenario}:${check}` : scenario;
      if (!failures.has(entry)) surprises.push(`baseline: ${entry} did not fail`);
    }
    t.diagnostic(`${group.names.length} scenarios: ${count.passed} passed, ${count.failed} failed, ` +
      `${count.skipped} skipped; ${entries.length} entries in the baseline`);
    if (surprises.length > 0) assert.fail(surprises.join('\n'));
  });
}
