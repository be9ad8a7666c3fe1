// SPDX-License-Identifier: Apache-2.0
// Starts the Keycloak that providers/keycloak has built, and the sample beside it; runs the tests,
// stops both and checks that nothing is left running.

import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { START_LIMIT_MS, STOP_LIMIT_MS, isOpen, until } from '../waiting.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const build = join(here, '..', '..', 'providers', 'keycloak', 'target');
const classpathFile = join(build, 'test.classpath');
if (!existsSync(classpathFile)) throw new Error('providers/keycloak is not built: run mvn -Pproviders verify');
const classpath = [join(build, 'test-classes'), readFileSync(classpathFile, 'utf8').trim()].join(delimiter);

const logs = join(here, '..', 'target');
mkdirSync(logs, { recursive: true });
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
const starter = spawn(
  java,
  [`-Dprovider.directory=${build}`, `-Djava.io.tmpdir=${build}`, '-cp', classpath, 'org.mcpauth.providers.keycloak.Main'],
  { stdio: ['pipe', 'pipe', 'pipe'] }
);
starter.logFile = join(logs, 'keycloak.log');
starter.stderr.pipe(createWriteStream(starter.logFile));
starter.on('exit', () => { starter.hasEnded = true; });
// Its only line has the password of the user: it goes into no log.
let running;
createInterface({ input: starter.stdout }).once('line', line => { running = JSON.parse(line); });

let succeeded = false;
try {
  await until('Keycloak and the sample answer', START_LIMIT_MS, () => running, starter);
  const run = spawnSync(process.execPath, ['--test', 'keycloak.test.mjs'], {
    cwd: here,
    stdio: 'inherit',
    env: { ...process.env, ...running }
  });
  succeeded = run.status === 0;
} finally {
  starter.stdin.end();
}

await until('the servers end', STOP_LIMIT_MS, () => starter.hasEnded);
for (const url of [running.MCP_URL, running.ISSUER]) {
  await until(`nobody listens at ${url}`, STOP_LIMIT_MS, async () => !(await isOpen(new URL(url).port)));
}
console.log('stopped: nothing is left running');
process.exit(succeeded ? 0 : 1);
