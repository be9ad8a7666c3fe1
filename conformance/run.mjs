// SPDX-License-Identifier: Apache-2.0
// Starts the sample the way its README does, as the resource that clients reach through the proxy, runs
// the tests against it, stops everything and checks that nothing is left running.

import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { START_LIMIT_MS, STOP_LIMIT_MS, freePort, isOpen, status, until } from '../client-tests/waiting.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const target = join(here, 'target');
const log = join(target, 'sample.log');
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

/** Starts a process with a group of its own, so that what it starts can be stopped with it. */
function start(command, args, options) {
  const child = spawn(command, args, { detached: true, ...options });
  child.ended = new Promise(resolve => {
    child.on('exit', (code, signal) => resolve(code ?? signal));
    child.on('error', resolve);
  });
  child.ended.then(() => { child.hasEnded = true; });
  return child;
}

/** Signals a group; false if there is nobody in it any more. */
function signal(child, name) {
  try {
    return child?.pid !== undefined && process.kill(-child.pid, name);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

const [httpPort, issuerPort, proxyPort] = [await freePort(), await freePort(), await freePort()];
let sample, tests, interrupted;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    interrupted = name;
    signal(tests, 'SIGTERM');
    signal(sample, 'SIGTERM');
  });
}

let failed = true;
try {
  sample = start('mvn', [
    '-B', '-q', '-Prun', `-Dhttp.port=${httpPort}`, `-Dissuer.port=${issuerPort}`,
    // What clients see: the proxy.
    `-Dmcp.auth.resource=http://localhost:${proxyPort}/mcp`
  ], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = createWriteStream(log);
  sample.stdout.pipe(output);
  sample.stderr.pipe(output);
  sample.logFile = log;
  const endpoint = `http://localhost:${httpPort}/mcp`;
  await until('the sample answers', START_LIMIT_MS, async () => (await status(endpoint)) === 401, sample);

  if (!interrupted) {
    const files = readdirSync(here).filter(name => name.endsWith('.test.mjs'));
    // Side by side: each has its own proxy, and no scenario changes anything that another one sees.
    tests = start(process.execPath, ['--test', '--test-reporter=spec', '--test-concurrency=2', ...files], {
      cwd: here,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        UPSTREAM_PORT: httpPort,
        PROXY_PORT: proxyPort,
        ISSUER: `http://localhost:${issuerPort}`
      }
    });
    failed = (await tests.ended) !== 0;
  }
} catch (error) {
  console.error(interrupted ? `stopped by ${interrupted}` : error.message);
} finally {
  signal(tests, 'SIGTERM');
  signal(sample, 'SIGTERM');
}

try {
  for (const child of [tests, sample]) {
    await until('the processes end on SIGTERM', STOP_LIMIT_MS, () => !signal(child, 0));
  }
  for (const port of [httpPort, issuerPort, proxyPort]) {
    await until(`port ${port} is closed again`, STOP_LIMIT_MS, async () => !(await isOpen(port)));
  }
  console.log('stopped: nothing is left running');
} catch (error) {
  failed = true;
  console.error(error.message);
  signal(tests, 'SIGKILL');
  signal(sample, 'SIGKILL');
}
process.exit(failed || interrupted ? 1 : 0);
