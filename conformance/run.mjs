// SPDX-License-Identifier: Apache-2.0
// Starts the sample the way its README does, as the resource that clients reach through the proxy, runs
// the tests against it, stops everything and checks that nothing is left running.

import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const target = join(here, 'target');
const log = join(target, 'sample.log');
const START_LIMIT_MS = 10 * 60 * 1000;
const STOP_LIMIT_MS = 60 * 1000;
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

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

async function until(what, limit, condition) {
  const deadline = Date.now() + limit;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${limit / 1000} s`);
    await pause(100);
  }
}

const tail = file => readFileSync(file, 'utf8').split('\n').slice(-40).join('\n');
const status = url => fetch(url, { method: 'POST' }).then(response => response.status, () => 0);
const isOpen = port => new Promise(resolve => {
  const socket = connect(port, '127.0.0.1');
  socket.on('connect', () => { socket.destroy(); resolve(true); });
  socket.on('error', () => resolve(false));
});

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
  await until('the sample answers', START_LIMIT_MS, async () => {
    if (sample.hasEnded) throw new Error(`the sample ended, see ${log}\n${tail(log)}`);
    return (await status(`http://localhost:${httpPort}/mcp`)) === 401;
  });

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
