import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renamed } from '../../../server/editing/chart/answers/rename';
import { type ChartIndex, chartIndex, type IndexedFile } from '../../../server/editing/chart/model/chartIndex';
import { linesOf } from '../../../server/editing/chart/model/chartText';
import { documentsOf, foundKey } from '../../../server/editing/chart/model/yamlFile';
import { type GivenFile, textOf } from '../../../server/rendering/charts/chart/givenFile';
import { encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import { renderChart } from '../../../server/rendering/charts/renderChart';
import { chartFolder } from '../../../server/workspace/disk/chartFolder';
import { type Field, members } from '../../../server/yaml/field/field';
import { chartPairs } from './chartPairs';

const keysPerChart = 4;
const folder = 'file:///chart';

function rendered(files: readonly GivenFile[]): string | undefined {
  const result = renderChart({
    files,
    release: 'rel',
    namespace: 'web',
    values: [],
    set: [],
    kubernetesVersion: undefined,
    apiVersions: [],
    includesDefinitions: false,
  });
  return result.state === 'rendered' ? result.text.text : undefined;
}

/** The keys of a values file, with where they stand. */
function keysIn({ file }: IndexedFile): { readonly name: string; readonly offset: number }[] {
  return documentsOf(file).flatMap(({ root, start }) => {
    const keysBelow = (field: Field): { readonly name: string; readonly offset: number }[] =>
      members(field).flatMap(({ name, value }) => {
        const found = foundKey(file, value, start);
        return [...(found ? [{ name, offset: found.key.start }] : []), ...keysBelow(value)];
      });
    return keysBelow(root);
  });
}

/** A chart's files with a key renamed; undefined where that is refused. */
function withName(
  files: readonly GivenFile[],
  { index, at }: { readonly index: ChartIndex; readonly at: IndexedFile },
  offset: number,
  newName: string,
) {
  const edit = renamed({ index, at, folder }, offset, newName);
  if (!edit || 'refused' in edit) return undefined;
  return files.map((file) => {
    const edits = edit.changes?.[`${folder}/${file.path}`];
    if (!edits) return file;
    const offsetOf = ({ line, character }: { line: number; character: number }) =>
      (linesOf(file)[line] ?? 0) + character;
    let text = textOf(file);
    for (const { range, newText } of edits.toSorted(
      (one, other) => offsetOf(other.range.start) - offsetOf(one.range.start),
    )) {
      text = text.slice(0, offsetOf(range.start)) + newText + text.slice(offsetOf(range.end));
    }
    return { path: file.path, bytes: encodeUtf8(text) };
  });
}

describe('Keys of values in real charts', () => {
  const charts = [...new Set(chartPairs().map(({ chart }) => chart))];

  it('can be renamed without changing what is rendered, or that is refused', function () {
    if (charts.length === 0) this.skip();
    this.timeout(600_000);
    let compared = 0;
    for (const chart of charts) {
      const read = chartFolder(chart);
      assert.ok('files' in read);
      const before = rendered(read.files);
      const index = chartIndex(read.files);
      const at = index?.at('values.yaml');
      const keys = at ? keysIn(at) : [];
      if (!index || !at || before === undefined || keys.length === 0) continue;
      const drawn = fc.sample(fc.constantFrom(...keys), { numRuns: keysPerChart, seed: 20 });
      for (const key of drawn) {
        const newName = `${key.name.replace(/\W/g, '')}Renamed`;
        const files = withName(read.files, { index, at }, key.offset, newName);
        if (!files) continue;
        compared++;
        // Checksums of templates and values differ with the name.
        const comparable = (text: string | undefined) =>
          text?.replaceAll(newName, key.name).replace(/[\da-f]{64}/g, '');
        assert.equal(comparable(rendered(files)), comparable(before), `${chart}: ${key.name} at ${key.offset}`);
      }
    }
    assert.ok(compared > charts.length);
  });
});
