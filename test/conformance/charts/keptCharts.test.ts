import path from 'node:path';
import { decodeUtf8, encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import { keptChart } from '../../../server/rendering/charts/keptChart';
import { type Rendering, renderChart } from '../../../server/rendering/charts/renderChart';
import { chartFolder } from '../../../server/workspace/disk/chartFolder';
import { below, type Random, randomFrom } from '../../random';
import { assertSameRendering } from '../../unit/rendering/charts/sameRendering';
import { type ChartPair, chartPairs, valuesFiles } from './chartPairs';
import { type Draw, randomEdit } from './randomEdit';

/** How many edits are made in each chart. */
const count = Number(process.env.SEAWORTHY_EDITS ?? 4);
/** Another one makes other edits. */
const seed = Number(process.env.SEAWORTHY_SEED ?? 1);
/** Values sets that are rendered after each edit. */
const mostSets = 2;

describe('A real chart that is kept while it is edited', function () {
  this.timeout(1_200_000);

  before(function () {
    if (chartPairs().length === 0) this.skip();
  });

  const charts = [...new Set(chartPairs().map(({ chart }) => chart))];
  for (const [index, chart] of charts.entries()) {
    it(`${path.basename(chart)}: renders the same, from the same places, as a chart that is rendered anew`, () => {
      const pairs = chartPairs().filter((pair) => pair.chart === chart);
      editAndCompare(pairs, randomFrom(seed * 1000 + index));
    });
  }
});

function editAndCompare(pairs: readonly ChartPair[], random: Random): void {
  const draw: Draw = (limit) => below(limit, random);
  const sets = pairs.filter((_, index) => index === 0 || draw(pairs.length) < 3).slice(0, mostSets);
  const kept = keptChart();
  let rendering = renderingOf(sets[0]);
  for (let turn = 0; turn <= count; turn++) {
    const [edited, place] = turn === 0 ? [rendering, 'nothing'] : withEdit(rendering, draw);
    let isRefused = false;
    for (const pair of sets) {
      const own = { ...edited, values: valuesFiles(pair) };
      const result = kept.render(own);
      isRefused ||= result.state === 'refused';
      assertSameRendering(result, renderChart(own), `turn ${turn}: ${place} with ${pair.values ?? 'its own values'}`);
    }
    // What is broken is mended, so that what follows is seen; some edits are taken back as well.
    if (!isRefused && draw(3) > 0) rendering = edited;
  }
}

function renderingOf(
  pair: ChartPair | undefined,
): Rendering & { files: readonly { path: string; bytes: Uint8Array }[] } {
  const read = pair && chartFolder(pair.chart);
  if (!read || !('files' in read)) throw new Error('the chart has no files');
  return {
    files: read.files,
    release: 'rel',
    namespace: 'web',
    values: [],
    set: [],
    kubernetesVersion: undefined,
    apiVersions: [],
    includesDefinitions: false,
  };
}

/** An edit of a template, or as often of the values. */
function withEdit(rendering: ReturnType<typeof renderingOf>, draw: Draw) {
  const { files } = rendering;
  const wanted = [/(^|\/)values\.yaml$/, /(^|\/)templates\/.*\.tpl$/, /(^|\/)templates\//, /^(?!.*\.tgz$)/][draw(4)];
  const some = files.filter((file) => wanted?.test(file.path));
  const file = (some.length === 0 ? files : some)[draw(some.length === 0 ? files.length : some.length)];
  if (!file) return [rendering, 'nothing'] as const;
  const bytes = encodeUtf8(randomEdit(decodeUtf8(file.bytes), draw));
  return [
    { ...rendering, files: files.map((one) => (one === file ? { path: file.path, bytes } : one)) },
    file.path,
  ] as const;
}
