import assert from 'node:assert/strict';
import { format } from 'node:util';
import Mocha from 'mocha';
import { retriedIn, retriedLines, retriedTitles, summaryOfRetried } from '../../retriedTests';
import { passedAndFailed } from '../../vscode/testResults';

describe('Tests that were retried', () => {
  it('are named once, in the order they failed first, whether they passed in the end or not', async () => {
    const run = runOf({ steady: 0, 'shaky now and then': 1, broken: 9 });
    const retried = retriedIn(run.runner);
    await run.end;
    assert.deepEqual(retried(), ['A suite shaky now and then', 'A suite broken']);
  });

  it('are printed below the summary of mocha’s own report', async () => {
    const lines = await printed(async () => {
      await runOf({ steady: 0, shaky: 2 }, 'test/mochaReport.ts').end;
    });
    assert.match(lines.join('\n'), /2 passing[\s\S]*\nRetried: A suite shaky$/);
  });

  it('are not spoken of where there are none', async () => {
    const lines = await printed(async () => {
      await runOf({ steady: 0 }, 'test/mochaReport.ts').end;
    });
    assert.doesNotMatch(lines.join('\n'), /retried/i);
    assert.deepEqual(summaryOfRetried([{ name: 'Unit tests', retried: [] }], 0), { lines: [], isTooMany: false });
  });

  it('are read back from all that a layer wrote, even where a title has several lines', () => {
    const output = ['  ✔ steady', '  2 passing', ...retriedLines(['one', 'a\n  b']), 'Done.'].join('\r\n');
    assert.deepEqual(retriedTitles(output), ['one', 'a b']);
  });

  it('inside VS Code are printed by the program that started it', () => {
    const results = { passed: 3, failed: 0, pending: 0, retried: ['Menu opens'] };
    const { text, allPassed } = passedAndFailed(JSON.stringify(results));
    assert.equal(text, 'Retried: Menu opens\nIntegration tests: 3 passed, 0 failed.');
    assert.equal(allPassed, true);
  });

  it('are too many when all layers together have more than a run takes', () => {
    const layers = [
      { name: 'Protocol', retried: ['a'] },
      { name: 'Page', retried: ['b', 'c'] },
    ];
    assert.equal(summaryOfRetried(layers).isTooMany, false);
    assert.equal(summaryOfRetried(layers, 3).isTooMany, false);
    const { lines, isTooMany } = summaryOfRetried(layers, 2);
    assert.equal(isTooMany, true);
    assert.deepEqual(lines.slice(0, 4), ['3 tests were retried:', '  Protocol: a', '  Page: b', '  Page: c']);
    assert.match(lines.at(-1) ?? '', /more than 2/);
  });
});

/** A run of tests by name that each fail as often as said before they pass, and may be tried three times. */
function runOf(
  failures: Readonly<Record<string, number>>,
  reporter: string | typeof Mocha.reporters.Base = Mocha.reporters.Base,
) {
  const mocha = new Mocha({ retries: 2, reporter });
  const suite = Mocha.Suite.create(mocha.suite, 'A suite');
  for (const [title, count] of Object.entries(failures)) {
    let attempt = 0;
    suite.addTest(
      new Mocha.Test(title, () => {
        attempt++;
        if (attempt <= count) throw new Error(`Attempt ${attempt} fails.`);
      }),
    );
  }
  let ended = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  return { runner: mocha.run(() => ended()), end };
}

/** What is written to the console meanwhile. */
async function printed(write: () => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  const { log } = console;
  const { consoleLog } = Mocha.reporters.Base;
  console.log = (...values: unknown[]) => lines.push(format(...values));
  Mocha.reporters.Base.consoleLog = console.log;
  try {
    await write();
  } finally {
    console.log = log;
    Mocha.reporters.Base.consoleLog = consoleLog;
  }
  return lines;
}
