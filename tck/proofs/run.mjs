// SPDX-License-Identifier: Apache-2.0
// Proves the TCK: measures the servers here, and compares what fails with what is known to be wrong.
// A finding that is missing is as bad as one too many.
//
//   node run.mjs [typescript] [spring] [--jar ../target/mcp-auth-tck.jar] [--reports ../target/proofs]

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const windows = process.platform === 'win32';

const servers = {
  typescript: {
    build: directory => {
      if (!existsSync(path.join(directory, 'node_modules'))) run('npm', ['ci'], directory);
    },
    command: (port, issuer) => [
      process.execPath,
      ['server.mjs', '--port', String(port), '--issuer', issuer]
    ]
  },
  spring: {
    build: directory => {
      run('mvn', ['--batch-mode', '--quiet', 'package'], directory);
    },
    command: (port, issuer) => [
      'java',
      ['-jar', 'target/mcp-auth-tck-proof-spring.jar', `--server.port=${port}`, `--issuer=${issuer}`]
    ]
  }
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jar: { type: 'string', default: path.join(here, '../target/mcp-auth-tck.jar') },
    reports: { type: 'string', default: path.join(here, '../target/proofs') }
  }
});

let surprises = 0;
for (const name of positionals.length > 0 ? positionals : Object.keys(servers)) {
  try {
    surprises += await prove(name);
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    surprises += 1;
  }
}
process.exitCode = surprises > 0 ? 1 : 0;

async function prove(name) {
  const directory = path.join(here, name);
  const reports = path.resolve(options.reports, name);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  servers[name].build(directory);
  await measure(name, directory, reports);
  return compare(name, read(reports), expectations(path.join(directory, 'expected.md')));
}

async function measure(name, directory, reports) {
  const [port, issuerPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}/mcp`;
  const [command, args] = servers[name].command(port, `http://127.0.0.1:${issuerPort}`);
  const log = openSync(path.join(reports, 'server.log'), 'w');
  const server = spawn(command, args, { cwd: directory, stdio: ['ignore', log, log] });
  const gone = new Promise(resolve => server.once('exit', resolve));
  const stop = () => server.kill('SIGKILL');
  process.once('exit', stop);
  try {
    await ready(url, server);
    await tck(url, issuerPort, name, directory, reports);
  } finally {
    server.kill('SIGTERM');
    const patience = new AbortController();
    await Promise.race([gone, delay(10_000, undefined, { signal: patience.signal }).then(stop)]);
    patience.abort();
    process.removeListener('exit', stop);
  }
}

async function tck(url, issuerPort, name, directory, reports) {
  const log = openSync(path.join(reports, 'tck.log'), 'w');
  const jar = path.resolve(options.jar);
  const tckArgs = ['--url', url, '--issuer-port', String(issuerPort), '--runtime', name];
  const files = ['--profile', path.join(directory, 'profile.yaml'), '--reports', reports];
  const child = spawn('java', ['-jar', jar, ...tckArgs, ...files], { stdio: ['ignore', log, log] });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0 && code !== 1) {
    throw new Error(`${name}: the TCK ended with ${code}, see ${reports}`);
  }
}

/** What came of each assertion, by "id [revision]". */
function read(reports) {
  const file = readdirSync(reports).find(entry => entry.endsWith('.json'));
  const report = JSON.parse(readFileSync(path.join(reports, file), 'utf8'));
  const statuses = new Map();
  for (const { revision, clauses } of report.revisions) {
    for (const { id, status, detail } of clauses.flatMap(clause => clause.assertions ?? [])) {
      // What a server need not have, and does not say that it has, is no finding.
      if (!detail?.startsWith('Not offered: ')) statuses.set(`${id} [${revision}]`, status);
    }
  }
  return statuses;
}

/** The rows "| `assertion` | revisions | finding | why |" of the table; all else is to pass. */
function expectations(file) {
  const expected = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const row = /^\| `([^`]+)` \| ([^|]+) \| (\w[\w ]*\w) \|/.exec(line);
    if (!row) continue;
    for (const revision of row[2].trim().split(/[\s,]+/)) {
      expected.set(`${row[1]} [${revision}]`, row[3]);
    }
  }
  return expected;
}

function compare(name, statuses, expected) {
  const surprises = [];
  for (const [run, status] of statuses) {
    const wanted = expected.get(run) ?? 'passed';
    if (status !== wanted) surprises.push(`${run} is ${status}, not ${wanted}`);
  }
  for (const run of expected.keys()) {
    if (!statuses.has(run)) surprises.push(`${run} was not measured`);
  }
  const counts = {};
  for (const status of statuses.values()) counts[status] = (counts[status] ?? 0) + 1;
  const summary = Object.entries(counts).map(([status, count]) => `${count} ${status}`);
  console.log(`${name}: ${summary.join(', ')}; ${surprises.length} surprises`);
  for (const surprise of surprises.sort()) console.log(`  ${surprise}`);
  return surprises.length;
}

async function ready(url, server) {
  const end = Date.now() + 180_000;
  while (Date.now() < end && server.exitCode === null) {
    try {
      await fetch(url, { method: 'POST' });
      return;
    } catch {
      await delay(100);
    }
  }
  throw new Error(`there is no server at ${url}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: windows });
  if (error || status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${cwd}`);
}
