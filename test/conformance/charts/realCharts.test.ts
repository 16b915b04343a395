import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import { trace } from '../../../server/rendering/charts/origins/trace';
import type { Text } from '../../../server/rendering/charts/values/value';
import { helmFolder } from '../../vscode/downloads';
import { chartPairs } from './chartPairs';
import { helmTemplate } from './helm';
import { foundIn, foundOfChart, foundOfRandom, judgedPair } from './judgedPair';

describe('Real charts', function () {
  this.timeout(1_200_000);
  const pairs = chartPairs();
  let helm = '';
  let home = '';

  before(async function () {
    const folder = await helmFolder();
    // The package holds a helm for Linux alone.
    if (!folder || pairs.length === 0) this.skip();
    helm = path.join(folder, 'helm');
    home = mkdtempSync(path.join(tmpdir(), 'seaworthy-helm-'));
  });

  after(() => rmSync(home, { recursive: true, force: true }));

  for (const pair of pairs) {
    it(`${pair.name}: renders what helm does and shows the same findings, or is refused for the same reason`, async () => {
      const given = ['rel', pair.chart, '-n', 'web', ...(pair.values ? ['-f', pair.values] : [])];
      const expected = await helmTemplate(helm, home, given);
      const judged = judgedPair(pair);
      const [set] = judged.rendered;
      if (expected.state === 'refused') {
        // What isn't fetched yet is told, and the rest is judged.
        if (set && expected.message.includes('missing in charts/ directory')) {
          for (const { name } of set.absent) assert.ok(expected.message.includes(name), name);
          assert.notEqual(set.absent.length, 0);
          return;
        }
        const [refused] = judged.refused;
        assert.ok(refused && expected.message.includes(refused.rendered.message), expected.message);
        return;
      }
      if (!set) return assert.fail(judged.refused[0]?.rendered.message);
      const known = withoutRandom(set.text, expected.bytes);
      const found = [...foundOfChart(judged), ...foundOfRandom(set)].sort();
      assert.deepEqual(found, foundIn(known).sort());
    });
  }
});

/** What helm has rendered, which is the same but for lines that say of themselves that nobody can know them: these are ours. */
function withoutRandom(rendered: Text, expected: Buffer): string {
  if (Buffer.compare(Buffer.from(encodeUtf8(rendered.text)), expected) === 0) return rendered.text;
  const [own, helms] = [rendered.text.split('\n'), expected.toString('utf8').split('\n')];
  assert.equal(own.length, helms.length);
  let start = 0;
  return own
    .map((line, index) => {
      const isSame = line === helms[index];
      if (!isSame) assert.ok(isUnknown(rendered, start, line), `line ${index + 1}: ${line} ≠ ${helms[index]}`);
      start += line.length + 1;
      return isSame ? helms[index] : line;
    })
    .join('\n');
}

function isUnknown({ source }: Text, start: number, line: string): boolean {
  return [...line].some((_, place) => trace(source, start + place).isUnknown);
}
