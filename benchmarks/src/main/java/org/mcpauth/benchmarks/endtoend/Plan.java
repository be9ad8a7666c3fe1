// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

/**
 * How much is measured.
 *
 * @param starts how often both servers start
 * @param rounds rounds after each start
 * @param seconds the length of a measurement
 * @param warmup seconds of load before that
 * @param unique new tokens in each round
 * @param connections how many connections ask
 */
record Plan(int starts, int rounds, int seconds, int warmup, int unique, int connections) {}
