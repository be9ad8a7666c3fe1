// SPDX-License-Identifier: Apache-2.0
// Starts the sample the way its README does, runs the tests against it, stops it with SIGTERM and
// checks that nothing is left running.

import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { START_LIMIT_MS, STOP_LIMIT_MS, freePort, isOpen, status, until } from './waiting.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const logs = join(here, 'target');
mkdirSync(logs, { recursive: true });

function start(name, command, args) {
  const log = createWriteStream(join(logs, `${name}.log`));
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  child.ended = new Promise(resolve => child.on('exit', (code, signal) => resolve(code ?? signal)));
  child.ended.then(() => { child.hasEnded = true; });
  child.logFile = join(logs, `${name}.log`);
  return child;
}

function devServerJar() {
  const folder = join(root, 'mcp-auth-devserver', 'target');
  const jar = readdirSync(folder).find(name => name.endsWith('-standalone.jar'));
  if (!jar) throw new Error('the development server is not built');
  return join(folder, jar);
}

const [httpPort, issuerPort, interactivePort] = [await freePort(), await freePort(), await freePort()];
const mcpUrl = `http://localhost:${httpPort}/mcp`;
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
let sample, interactive, failed = true;
try {
  sample = start('sample', 'mvn', ['-B', '-Prun', `-Dhttp.port=${httpPort}`, `-Dissuer.port=${issuerPort}`]);
  await until('the sample answers', START_LIMIT_MS, async () => (await status(mcpUrl)) === 401, sample);
  interactive = start('interactive', java, ['-jar', devServerJar(), '--interactive', `--port=${interactivePort}`]);
  await until('the interactive server answers', START_LIMIT_MS, () => isOpen(interactivePort), interactive);

  const tests = readdirSync(here).filter(name => name.endsWith('.test.mjs'));
  const run = spawnSync(process.execPath, ['--test', '--test-concurrency=1', ...tests], {
    cwd: here,
    stdio: 'inherit',
    env: {
      ...process.env,
      MCP_URL: mcpUrl,
      ISSUER: `http://localhost:${issuerPort}`,
      INTERACTIVE_ISSUER: `http://localhost:${interactivePort}`
    }
  });
  failed = run.status !== 0;
} finally {
  sample?.kill('SIGTERM');
  interactive?.kill('SIGTERM');
}

for (const child of [sample, interactive]) {
  await until('the process ends on SIGTERM', STOP_LIMIT_MS, () => child.hasEnded);
}
for (const port of [httpPort, issuerPort, interactivePort]) {
  await until(`port ${port} is closed again`, STOP_LIMIT_MS, async () => !(await isOpen(port)));
}
console.log('stopped: nothing is left running');
process.exit(failed ? 1 : 0);
