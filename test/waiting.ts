import assert from 'node:assert/strict';
import { inspect } from 'node:util';

/*
 * Waiting for something in tests: it is looked at in short steps until it is so, and the deadline is for machines that are busy. No test
 * rests for a time it believes to be enough; `test/unit/testRuns/sleeps.test.ts` refuses that.
 */

/** How long what a test waits for may take, in milliseconds: other programs may have the processors meanwhile. */
const patience = 60_000;

const step = 20;

/** Reads something until it is as wanted. Gives back what it was last, be it as wanted or not, for the caller to judge. */
export async function readUntil<Value>(
  read: () => Value | PromiseLike<Value>,
  isSo: (value: Value) => boolean,
  milliseconds = patience,
): Promise<Value> {
  for (const giveUp = Date.now() + milliseconds; ; ) {
    const value = await read();
    if (isSo(value) || Date.now() > giveUp) return value;
    await new Promise((resolve) => setTimeout(resolve, step));
  }
}

/** Reads something until it is as wanted, or fails with what it was last. */
export async function eventually<Value>(
  read: () => Value | PromiseLike<Value>,
  isSo: (value: Value) => boolean,
  milliseconds = patience,
): Promise<Value> {
  const value = await readUntil(read, isSo, milliseconds);
  assert.ok(
    isSo(value),
    `This did not come about within ${milliseconds / 1000} seconds; it was last:\n${inspect(value)}`,
  );
  return value;
}

/** Waits until something is true, or fails and says what did not come. */
export async function until(what: string, isTrue: () => boolean | PromiseLike<boolean>): Promise<void> {
  assert.ok(await readUntil(isTrue, Boolean), `This did not come within ${patience / 1000} seconds: ${what}`);
}

/** What comes instead when something takes too long: for `Promise.race`, keeping no process alive. */
export function deadline<Value>(milliseconds: number, instead: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, instead).unref());
}
