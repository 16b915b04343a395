import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { keptChart } from '../../../server/rendering/charts/keptChart';
import { type ChartFix, fixesOf } from '../../../server/rendering/judging/fixes/chartFixes';
import {
  type ChartToJudge,
  type JudgedChart,
  judgeChart,
  type PlacedFinding,
} from '../../../server/rendering/judging/judgeChart';
import { chartFolder } from '../../../server/workspace/disk/chartFolder';
import { applyTextEdits } from '../../../server/yaml/write/renderEdits';
import { randomFrom } from '../../random';
import { helmFolder } from '../../vscode/downloads';
import { type ChartPair, chartPairs, valuesFiles } from './chartPairs';
import { helmTemplate } from './helm';
import { options } from './judgedPair';
import { changesBetween, type RenderedChange } from './renderedChanges';
import { withoutRandom } from './withoutRandom';

/** How many findings are mended; `all` for every one of every pair, which takes an hour. */
const wanted = process.env.SEAWORTHY_CHART_FIXES ?? '25';
const seed = Number(process.env.SEAWORTHY_SEED ?? 1);

describe('A fix that is offered in a real chart', function () {
  this.timeout(7_200_000);
  const pairs = chartPairs();
  let helm = '';
  let home = '';

  before(async function () {
    const folder = await helmFolder();
    if (!folder || pairs.length === 0) this.skip();
    helm = path.join(folder, 'helm');
    home = mkdtempSync(path.join(tmpdir(), 'seaworthy-helm-'));
  });

  after(() => rmSync(home, { recursive: true, force: true }));

  it('makes the real helm render others of the fields that it names alone, with all values', async () => {
    const random = randomFrom(seed);
    const drawn = <One>(from: readonly One[]): One | undefined => from[Math.floor(random() * from.length)];
    const chosen = wanted === 'all' ? pairs : Array.from({ length: Number(wanted) }, () => drawn(pairs));
    const faults: string[] = [];
    const counts = { mendable: 0, fixes: 0 };
    for (const pair of chosen) {
      if (!pair) continue;
      const chart = chartWith(pair);
      const judged = judgeChart(chart);
      const mendable = judged.findings.filter(({ finding }) => finding.fixes.length > 0);
      for (const found of wanted === 'all' ? mendable : [drawn(mendable)]) {
        if (!found) continue;
        counts.mendable++;
        const fixes = fixesOf(chart, judged, found);
        counts.fixes += Math.min(1, fixes.length);
        for (const fix of fixes) {
          await prove({ pair, judged, found, fix }).catch((error: unknown) => faults.push(String(error)));
        }
      }
    }
    assert.deepEqual(faults, []);
    assert.ok(counts.fixes > counts.mendable / 2, JSON.stringify(counts));
    if (wanted === 'all') console.log(JSON.stringify(counts));
  });

  async function prove({ pair, judged, found, fix }: Fixed): Promise<void> {
    const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-fixed-'));
    try {
      const copy = path.join(folder, path.basename(pair.chart));
      cpSync(pair.chart, copy, { recursive: true });
      for (const { path: name, edits } of fix.files) {
        const target = path.resolve(copy, path.isAbsolute(name) ? path.relative(pair.chart, name) : name);
        writeFileSync(target, applyTextEdits(readFileSync(target, 'utf8'), edits));
      }
      const moved = {
        ...pair,
        chart: copy,
        values: pair.values && path.resolve(copy, path.relative(pair.chart, pair.values)),
      };
      const after = judgeChart({ ...chartWith(moved), render: keptChart().render });
      for (const before of judged.rendered) {
        const values = before.set.name === 'values.yaml' || !moved.values ? [] : ['-f', moved.values];
        const answer = await helmTemplate(helm, home, ['rel', copy, '-n', 'web', ...values]);
        // What isn't fetched yet is judged without it, and helm refuses it.
        if (answer.state === 'refused' && answer.message.includes('missing in charts/ directory')) return;
        const own = after.rendered.find(({ set }) => set.name === before.set.name);
        assert.ok(
          answer.state === 'rendered' && own,
          `${pair.name}: ${nameOf(found, fix)}: ${answer.state === 'refused' ? answer.message : ''}`,
        );
        const text = withoutRandom(own.text, answer.bytes);
        for (const change of changesOfTexts(before.text.text, text)) {
          assert.ok(
            isNamed(change.place, found, fix),
            `${pair.name}: ${nameOf(found, fix)}: ${JSON.stringify(change)}`,
          );
        }
      }
      const isLeft = after.findings.filter((other) => isSame(other, found)).length;
      const was = judged.findings.filter((other) => isSame(other, found)).length;
      assert.ok(isLeft < was, `${pair.name}: ${nameOf(found, fix)} is still there`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
});

interface Fixed {
  readonly pair: ChartPair;
  readonly judged: JudgedChart;
  readonly found: PlacedFinding;
  readonly fix: ChartFix;
}

function chartWith(pair: ChartPair): ChartToJudge {
  const read = chartFolder(pair.chart);
  assert.ok('files' in read);
  const set = { release: 'rel', namespace: 'web', set: [] };
  const given = pair.values === undefined ? [] : [{ ...set, name: 'the values given', values: valuesFiles(pair) }];
  return {
    files: read.files,
    sets: [{ ...set, name: 'values.yaml', values: [] }, ...given],
    kubernetesVersion: undefined,
    apiVersions: [],
    options,
    render: keptChart().render,
  };
}

/** Where the objects of two renderings differ. */
function changesOfTexts(before: string, after: string): RenderedChange[] {
  const [old, current] = [documentsOf(before), documentsOf(after)];
  assert.equal(current.length, old.length);
  return old.flatMap((text, index) => {
    const other = current[index] ?? '';
    return text === other ? [] : changesBetween(meaningOf(text), meaningOf(other));
  });
}

function documentsOf(text: string): string[] {
  return text.split(/^(?=---\n# Source: )/m);
}

function meaningOf(text: string): unknown {
  const [document] = parseAllDocuments(text, { version: '1.1' });
  // No key twice either.
  assert.deepEqual(document && 'errors' in document ? document.errors : [], []);
  return document && 'toJS' in document ? document.toJS() : undefined;
}

/** Whether a fix says that it changes a place, or it is a table on the way there or a part of what is written there. */
function isNamed(place: string, { finding }: PlacedFinding, { title }: ChartFix): boolean {
  const own = tailOf(place.split('.'));
  return finding.fixes
    .filter((fix) => title.startsWith(fix.title))
    .flatMap(({ edits }) => edits)
    .some((edit) => {
      if (edit.kind !== 'set' && edit.kind !== 'remove') return false;
      const named = tailOf(edit.path.filter((step) => typeof step === 'string'));
      return `${own}.`.startsWith(`${named}.`) || `${named}.`.startsWith(`${own}.`);
    });
}

/** The way to a field from the pod or the object that it belongs to. */
function tailOf(keys: readonly string[]): string {
  const way = keys
    .join('.')
    .replace(/^.*\btemplate\.spec\./, '')
    .replace(/^spec\./, '');
  return way.replace(/^(?:init|ephemeral)C/, 'c');
}

function isSame(one: PlacedFinding, other: PlacedFinding): boolean {
  return (
    one.finding.rule === other.finding.rule &&
    one.finding.message === other.finding.message &&
    JSON.stringify(one.about) === JSON.stringify(other.about)
  );
}

function nameOf({ finding, about }: PlacedFinding, { title, files }: ChartFix): string {
  return `${finding.rule.id} ${about.object?.name} ${about.field}: ${title} in ${files.map(({ path: name }) => name).join(', ')}`;
}
