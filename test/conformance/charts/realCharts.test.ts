import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import { trace } from '../../../server/rendering/charts/origins/trace';
import { renderChart } from '../../../server/rendering/charts/renderChart';
import type { Text } from '../../../server/rendering/charts/values/value';
import { chartFolder } from '../../../server/workspace/disk/chartFolder';
import { helmFolder } from '../../vscode/downloads';
import { type ChartPair, chartPairs, valuesFiles } from './chartPairs';
import { helmTemplate } from './helm';

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
    it(`${pair.name}: renders the same bytes as helm, or is refused for the same reason`, async () => {
      const given = ['rel', pair.chart, '-n', 'web', ...(pair.values ? ['-f', pair.values] : [])];
      const expected = await helmTemplate(helm, home, given);
      const rendered = render(pair);
      if (expected.state === 'refused') {
        assert.equal(rendered.state, 'refused');
        assert.ok(rendered.state === 'refused' && expected.message.includes(rendered.message), expected.message);
        return;
      }
      if (rendered.state === 'refused') return assert.fail(rendered.message);
      assertSame(rendered.text, expected.bytes);
    });
  }
});

function render(pair: ChartPair) {
  const read = chartFolder(pair.chart);
  assert.ok('files' in read);
  return renderChart({
    files: read.files,
    release: 'rel',
    namespace: 'web',
    values: valuesFiles(pair),
    set: [],
    kubernetesVersion: undefined,
    apiVersions: [],
    includesDefinitions: false,
  });
}

/** The same bytes, but for lines that say of themselves that nobody can know them. */
function assertSame(rendered: Text, expected: Buffer): void {
  if (Buffer.compare(Buffer.from(encodeUtf8(rendered.text)), expected) === 0) return;
  const [own, helms] = [rendered.text.split('\n'), expected.toString('utf8').split('\n')];
  let start = 0;
  for (const [index, line] of own.entries()) {
    if (line !== helms[index] && !isUnknown(rendered, start, line))
      assert.equal(line, helms[index], `line ${index + 1}`);
    start += line.length + 1;
  }
  assert.equal(own.length, helms.length);
}

function isUnknown({ source }: Text, start: number, line: string): boolean {
  return [...line].some((_, place) => trace(source, start + place).isUnknown);
}
