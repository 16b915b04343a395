import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { longestRest, sleepsIn } from '../../sleeps';

/** What may rest: the one place that waits, what measures time, and the sleeps quoted below. */
const resting = /^test\/(?:bench\/|waiting\.ts$|unit\/testRuns\/sleeps\.test\.ts$)/;

describe('Tests', () => {
  it('rest for no time they believe to be enough, but wait for what they want to see', () => {
    const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.[cm]?[jt]s$/.test(file))
      .map((file) => `test/${file.split(path.sep).join('/')}`);
    const sleeps = files
      .filter((file) => !resting.test(file))
      .flatMap((file) => sleepsIn(readFileSync(file, 'utf8')).map(({ line, call }) => `${file}:${line}: ${call}`));
    assert.ok(files.length > 100);
    const advice = `A test rests over ${longestRest} ms. Wait for what it wants to see with readUntil, eventually or until from
test/waiting.ts; where nothing is to happen, ask for something that is answered after it would have happened.`;
    assert.equal(sleeps.join('\n'), '', `${advice}\n${sleeps.join('\n')}`);
  });
});

describe('A sleep in a test', () => {
  const sleeps: Readonly<Record<string, string>> = {
    'is a long time': 'await new Promise((resolve) => setTimeout(resolve, 51));',
    'is a long time over several lines': 'setTimeout(\n  () => {\n    done(1, 2);\n  },\n  1_000,\n);',
    'is a time kept elsewhere': 'setTimeout(resolve, pause);',
    'is a rest of the page': 'await page.waitForTimeout(250);',
    'is a rest between keys': "await page.keyboard.type('x', { delay: 60 });",
    'is one of Node’s promises, by whatever name': "import { setTimeout as wait } from 'node:timers/promises';",
    'is a deadline that nothing comes before': 'await deadline(500, undefined);',
  };
  for (const [title, text] of Object.entries(sleeps)) {
    it(title, () =>
      assert.deepEqual(
        sleepsIn(`\n${text}`).map(({ line }) => line),
        [2],
      ),
    );
  }

  it('is none when it is short, or the end of a race', () => {
    const short = [
      'await new Promise((resolve) => setTimeout(resolve, 50));',
      'setTimeout(() => put(made, { a: [1] }), 20);',
      'await page.waitForTimeout(50);',
      'await Promise.race([exit, deadline(3000, undefined)]);',
      'clearTimeout(timer);',
    ];
    assert.deepEqual(sleepsIn(short.join('\n')), []);
  });
});
