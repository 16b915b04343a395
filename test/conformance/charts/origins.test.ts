import assert from 'node:assert/strict';
import { encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import type { Spot } from '../../../server/rendering/charts/origins/source';
import { trace } from '../../../server/rendering/charts/origins/trace';
import { type Rendering, renderChart } from '../../../server/rendering/charts/renderChart';
import { chartFolder } from '../../../server/workspace/disk/chartFolder';
import { below, randomFrom } from '../../random';
import { type ChartPair, chartPairs, valuesFiles } from './chartPairs';

/** So many characters of each pair are followed, and so many values changed; more with SEAWORTHY_ORIGINS. */
const [followed, changed] = process.env.SEAWORTHY_ORIGINS ? [20_000, 40] : [2000, 3];

interface Followed {
  readonly place: number;
  readonly spot: Spot;
  readonly offset: number;
}

describe('The origins of real charts', function () {
  this.timeout(1_200_000);
  const pairs = chartPairs();
  before(function () {
    if (pairs.length === 0) this.skip();
  });

  for (const pair of pairs) {
    it(`${pair.name}: each character is the one that it is said to be copied from`, () => {
      const rendering = renderingOf(pair);
      const rendered = renderChart(rendering);
      if (rendered.state === 'refused') return;
      const { text, source } = rendered.text;
      const random = randomFrom(pair.name.length);
      const inValues: Followed[] = [];
      for (let turn = 0; turn < followed; turn++) {
        const place = below(text.length, random);
        for (const { spot, offset } of trace(source, place).spots) {
          if (offset === undefined) continue;
          const { text: written, path } = spot.file;
          assert.equal(written[offset], text[place], `${path}: ${written.slice(spot.start, spot.end)}`);
          if (spot.path && /\w/.test(text[place] ?? '')) inValues.push({ place, spot, offset });
        }
      }
      for (let turn = 0; turn < changed && inValues.length > 0; turn++) {
        const one = inValues[below(inValues.length, random)];
        if (one) assertDecides(rendering, text, one);
      }
    });
  }
});

function renderingOf(pair: ChartPair): Rendering {
  const read = chartFolder(pair.chart);
  assert.ok('files' in read);
  return {
    files: read.files,
    release: 'rel',
    namespace: 'web',
    values: valuesFiles(pair),
    set: [],
    kubernetesVersion: undefined,
    apiVersions: [],
    includesDefinitions: false,
  };
}

/** Changing the character in the values file changes the line that shows it, or the chart is refused for it. */
function assertDecides(rendering: Rendering, before: string, { place, spot, offset }: Followed): void {
  const other = /\d/.test(spot.file.text[offset] ?? '') ? (spot.file.text[offset] === '7' ? '8' : '7') : 'q';
  const written = `${spot.file.text.slice(0, offset)}${other}${spot.file.text.slice(offset + 1)}`;
  const after = renderChart(withFile(rendering, spot.file.path, written));
  if (after.state === 'refused' || spot.file.text[offset] === other) return;
  const [old, now] = [before.split('\n'), after.text.text.split('\n')];
  const line = before.slice(0, place).split('\n').length - 1;
  const what = `${spot.file.path}: ${spot.path?.join('.')}: ${spot.file.text.slice(spot.start, spot.end)}`;
  if (old.length === now.length) assert.notEqual(now[line], old[line], what);
  else assert.notEqual(after.text.text, before, what);
}

function withFile(rendering: Rendering, path: string, text: string): Rendering {
  if (rendering.values.some((file) => file.path === path)) {
    return { ...rendering, values: rendering.values.map((file) => (file.path === path ? { path, text } : file)) };
  }
  assert.ok(!('packed' in rendering.files));
  const isThere = rendering.files.some((file) => file.path === path);
  assert.ok(isThere, `there is no ${path}`);
  const files = rendering.files.map((file) => (file.path === path ? { path, bytes: encodeUtf8(text) } : file));
  return { ...rendering, files };
}
