import assert from 'node:assert/strict';
import { optionsFor } from '../../../server/configuration/effectiveOptions';
import { globFault } from '../../../server/configuration/globs';
import { readConfiguration } from '../../../server/configuration/readConfiguration';
import { parseTree } from '../../../server/yaml/read/tree';

const many = 20_000;
const times = (line: (index: number) => string) => Array.from({ length: many }, (_, index) => line(index)).join('');
const context = { reportsSyntax: true, checksEveryDocument: false };

const texts: Readonly<Record<string, string>> = {
  keys: times((index) => `k${index}: 1\n`),
  'keys in one line': `{${times((index) => `k${index}: 1, `)}}`,
  'keys that are lists': times(() => '? [a]\n: 1\n'),
  'the same key': times(() => 'k: 1\n'),
  'unknown rules': `rules:\n${times((index) => `  host-portt${index}: warning\n`)}`,
  'wrong linters': `honour:\n${times((index) => `  - trivi${index}\n`)}`,
  kinds: `workloadKinds:\n${times((index) => `  example.com/Worker${index}: spec.template\n`)}`,
  registries: `allowedRegistries:\n${times((index) => `  - r${index}.example.com\n`)}`,
  overrides: `overrides:\n${times(() => '  - files: [a/]\n    profile: all\n')}`,
  'a key as long as a book': `rules:\n  ${'k'.repeat(20 * many)}: warning\n`,
  'keys within a long key': `overrides:\n- ${'k'.repeat(many)}:\n${times((index) => `    k${index}: 1\n`)}`,
};

/** Processor time, which doesn't grow while others have their turn; in milliseconds. */
function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('a large configuration', function () {
  this.timeout(120_000);

  // Read in time that grows with the square of the size, each takes at least fifty times as long as to be parsed.
  for (const [name, text] of Object.entries(texts)) {
    it(`of ${name} is read in time that grows as it does`, () => {
      const parsing = processorTime(() => parseTree({ variants: [text], ways: [], gaps: [] }, 0, text));
      const reading = processorTime(() => {
        const { configuration, problems } = readConfiguration(text);
        for (const path of ['a.yaml', 'b/a.yaml']) optionsFor(configuration, path, context);
        for (const { message } of problems) assert.ok(message.length < 1000);
      });
      assert.ok(reading < 20 * parsing + 500, `parsed in ${parsing} ms, read in ${reading} ms`);
    });
  }

  it('has no glob that is longer than a path', () => {
    for (const glob of ['a/'.repeat(30_000), '{a,b}/'.repeat(400), '['.repeat(20_000)]) {
      assert.equal(globFault(glob), 'is longer than 1000 characters');
    }
    const { configuration, problems } = readConfiguration(`exclude: ["${'{a,b}/'.repeat(160)}"]`);
    assert.deepEqual(problems, []);
    assert.equal(optionsFor(configuration, 'a/'.repeat(2000), context).state, 'excluded');
    assert.equal(optionsFor(configuration, 'c/'.repeat(2000), context).state, 'linted');
  });
});
