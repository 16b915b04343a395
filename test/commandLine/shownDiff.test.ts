import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unifiedDiff } from '../../server/commandLine/unifiedDiff';
import { folderWith } from './seaworthy';

const encoding = { name: 'UTF-8', hasByteOrderMark: false } as const;

/** Words in capitals are secrets. */
function version(text: string) {
  return { text, shown: text.replace(/[A-Z]/g, '*') };
}

function linesOf(text: string): string {
  return text.replaceAll(' ', '\n');
}

/** What the old text becomes with what is shown of its change. */
function applied(before: string, after: string): { text: string; withheld: string[] } {
  const { diff, withheld } = unifiedDiff('a.yaml', version(before), version(after), encoding);
  assert.doesNotMatch(diff, /^[ +-][A-Z]$/m);
  const folder = folderWith({ 'a.yaml': before });
  if (diff !== '') {
    const { status, stderr } = spawnSync('git', ['apply', '-'], { cwd: folder, input: diff, encoding: 'utf8' });
    assert.equal(status, 0, `${stderr}\n${diff}`);
  }
  return {
    text: readFileSync(path.join(folder, 'a.yaml'), 'utf8'),
    withheld: withheld.map(({ first, last }) => `${first}-${last}`),
  };
}

describe('A diff that shows no secret', () => {
  const cases: readonly [what: string, before: string, after: string, expected: string, withheld: string[]][] = [
    ['shows changes beside it', 'a S b c d', 'a S b x d', 'a S b x d', []],
    ['shows changes before it', 'a b c d S e', 'x b c d S e', 'x b c d S e', []],
    ['shows changes on both sides of it', 'a b c S d e f', 'x b c S d y f', 'x b c S d y f', []],
    ['leaves out the line that holds it', 'a b S c d e', 'a b T c d e', 'a b S c d e', ['3-3']],
    ['leaves out what is put in with it', 'a b c d', 'a b T c d', 'a b c d', ['3-3']],
    ['leaves out what is moved with it', 'a b S c d e f g', 'a b c d e S f g', 'a b S c d e f g', ['3-3', '7-7']],
    ['shows other changes of the same lines', 'a b c S d e f g', 'x b c T d y f g', 'x b c S d y f g', ['4-4']],
    ['leaves out what nothing shown follows', 'a b c S d e', 'a b x S d e', 'a b c S d e', ['3-3']],
    ['shows the last line', 'a b S c d', 'a b S c x', 'a b S c x', []],
    [
      'numbers what comes later as if all were shown',
      'a b S c d e f g h i j k l',
      'a b q r T c d e f g h i x k l',
      'a b S c d e f g h i x k l',
      ['3-3'],
    ],
  ];
  for (const [what, before, after, expected, withheld] of cases) {
    it(what, () => {
      assert.deepEqual(applied(linesOf(`${before} `), linesOf(`${after} `)), {
        text: linesOf(`${expected} `),
        withheld,
      });
      const bare = applied(linesOf(before), linesOf(after));
      assert.deepEqual(bare, { text: linesOf(expected), withheld }, 'without a line end at the end');
    });
  }

  it('is empty where all changes would show one', () => {
    const { diff } = unifiedDiff('a.yaml', version('a\nS\nb\n'), version('a\nT\nb\n'), encoding);
    assert.equal(diff, '');
  });
});
