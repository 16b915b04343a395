import assert from 'node:assert/strict';
import { encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import type { PlacedFinding } from '../../../server/rendering/judging/judgeChart';
import { chartFolder } from '../../../server/workspace/disk/chartFolder';
import { randomFrom } from '../../random';
import { type ChartPair, chartPairs, valuesFiles } from './chartPairs';
import { judgedFiles, judgedPair } from './judgedPair';

const sampled = 200;

/** What is put in the place of something that says a fault: one of them has to change it. */
const others = ['changed', 'true', 'false', '1', '', '{}', '[]', '70000', 'Always', `1.0@sha256:${'a'.repeat(64)}`];

describe('The place where a finding of a chart is told', function () {
  this.timeout(1_200_000);
  const pairs = chartPairs();

  before(function () {
    if (pairs.length === 0) this.skip();
  });

  it('lies in a file of the chart or in the values given, and what stands there makes the finding', () => {
    const random = randomFrom(20);
    const all: { readonly pair: ChartPair; readonly found: PlacedFinding }[] = [];
    for (const pair of pairs) {
      for (const found of judgedPair(pair).findings) {
        const { place } = found.told;
        assert.ok(place.start < place.end && place.end <= place.file.text.length, `${pair.name} ${place.file.path}`);
        all.push({ pair, found });
      }
    }
    const unchanged: string[] = [];
    for (let count = 0; count < sampled; count++) {
      const chosen = all[Math.floor(random() * all.length)];
      if (!chosen) continue;
      const { pair, found } = chosen;
      const { place } = found.told;
      if (place.file.path.includes('!')) continue;
      if (!others.some((text) => isGone(pair, found, text))) {
        const line = place.file.text.slice(0, place.start).split('\n').length;
        unchanged.push(
          `${pair.name}: ${found.finding.rule.id} ${JSON.stringify(found.about)} ${place.file.path}:${line} ${place.file.text.slice(place.start, place.end)}`,
        );
      }
    }
    assert.deepEqual(unchanged, []);
  });
});

/** Whether a finding isn't there any more, is told elsewhere or says something else, once another text stands in its place. */
function isGone(pair: ChartPair, found: PlacedFinding, by: string): boolean {
  const { file, start, end } = found.told.place;
  const text = `${file.text.slice(0, start)}${by}${file.text.slice(end)}`;
  const read = chartFolder(pair.chart);
  assert.ok('files' in read);
  const values = valuesFiles(pair).map((given) => (given.path === file.path ? { ...given, text } : given));
  const files = read.files.map((given) => (given.path === file.path ? { ...given, bytes: encodeUtf8(text) } : given));
  const judged = judgedFiles(files, values);
  // A schema that knows no other key at this place tells as much.
  if (judged.rendered.length === 0) return /additional properties/i.test(judged.refused[0]?.rendered.message ?? '');
  return !judged.findings.some(
    ({ finding, about, told: { place } }) =>
      place.file.path === file.path &&
      place.file.text.slice(place.start, place.end) === file.text.slice(start, end) &&
      finding.rule === found.finding.rule &&
      finding.message === found.finding.message &&
      JSON.stringify(about) === JSON.stringify(found.about),
  );
}
