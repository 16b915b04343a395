import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { helmFolder } from '../../vscode/downloads';
import { chartPairs } from './chartPairs';
import { helmTemplate } from './helm';
import { foundIn, foundOfChart, foundOfRandom, judgedPair } from './judgedPair';
import { withoutRandom } from './withoutRandom';

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
