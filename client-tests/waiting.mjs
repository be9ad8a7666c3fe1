// SPDX-License-Identifier: Apache-2.0
// What it takes to start servers and to be sure that they are gone: for every directory that does so.

import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export const START_LIMIT_MS = 10 * 60 * 1000;
export const STOP_LIMIT_MS = 60 * 1000;

export async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

const tail = file => readFileSync(file, 'utf8').split('\n').slice(-40).join('\n');

/** Waits for a condition; not for one that cannot come true because the child, which has a logFile, has ended. */
export async function until(what, limit, condition, child) {
  const deadline = Date.now() + limit;
  while (!(await condition())) {
    if (child?.hasEnded) throw new Error(`${what}: the process ended, see ${child.logFile}\n${tail(child.logFile)}`);
    if (Date.now() > deadline) throw new Error(`${what}: not within ${limit / 1000} s`);
    await pause(100);
  }
}

/** The status of a POST; 0 if nobody answers. */
export const status = url => fetch(url, { method: 'POST' }).then(response => response.status, () => 0);

export const isOpen = port => new Promise(resolve => {
  const socket = connect(port, '127.0.0.1');
  socket.on('connect', () => { socket.destroy(); resolve(true); });
  socket.on('error', () => resolve(false));
});
