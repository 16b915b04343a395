import type { Finding } from '../../lint/finding';
import type { LintedDocument } from '../../lint/lint';
import type { LintOptions } from '../../lint/lintOptions';
import { type ObjectField, shownObjectField } from '../../lint/objectField';
import { shownDocument } from '../../lint/shownDocument';
import type { ShownText } from '../../manifests/secrets/hideSecrets';
import { readOnce } from '../../readOnce';
import { type Severity, severities } from '../../rules/rule';
import { type GivenFile, sourceOf } from '../charts/chart/givenFile';
import type { SourceFile } from '../charts/origins/source';
import type { Rendered, Rendering } from '../charts/renderChart';
import type { Text } from '../charts/values/value';
import type { ValuesSet } from '../charts/valuesSet';
import { type Told, toldAt } from './places';
import { pieceAt, type RenderedPiece, type RenderedSet, renderedSet } from './renderedSet';

/** A chart with what it is judged by. */
export interface ChartToJudge {
  readonly files: readonly GivenFile[];
  /** The chart's own values first. */
  readonly sets: readonly ValuesSet[];
  readonly kubernetesVersion: string | undefined;
  readonly apiVersions: readonly string[];
  readonly options: LintOptions;
  readonly render: (rendering: Rendering) => Rendered;
}

/** A values set that the chart can't be rendered with. */
export interface RefusedSet {
  readonly set: ValuesSet;
  readonly rendered: Extract<Rendered, { readonly state: 'refused' }>;
}

/** A finding in what a chart renders, where it is told. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** The worst of all sets. */
  readonly severity: Severity;
  /** The document that is rendered, and where it starts. */
  readonly document: LintedDocument;
  readonly documentStart: number;
  /** The same document as it may be shown. */
  readonly shown: ShownText;
  readonly rendered: RenderedSet;
  readonly about: ObjectField;
  readonly told: Told;
  /** The names of the sets that show it. */
  readonly sets: readonly string[];
}

/** What was found in a chart. */
export interface JudgedChart {
  readonly options: LintOptions;
  /** A file of the chart, by its path. */
  readonly fileAt: (path: string) => SourceFile | undefined;
  readonly rendered: readonly RenderedSet[];
  readonly refused: readonly RefusedSet[];
  /** Each once, whatever the number of sets that show it. */
  readonly findings: readonly PlacedFinding[];
}

/** What rules about comments say is told where the comments stand. */
const aboutComments = new Set(['unused-ignore', 'unknown-rule']);

/** Renders a chart with all of its values sets, and judges the objects where their text comes from. */
export function judgeChart(chart: ChartToJudge, before?: JudgedChart): JudgedChart {
  const rendered: RenderedSet[] = [];
  const refused: RefusedSet[] = [];
  for (const set of chart.sets) {
    const result = chart.render(renderingOf(chart, set));
    if (result.state === 'refused') {
      refused.push({ set, rendered: result });
      continue;
    }
    const last = before?.rendered.find((one) => one.set.name === set.name) ?? rendered.at(-1);
    rendered.push(renderedSet(set, result, chart.options, last?.linted));
  }
  return {
    options: chart.options,
    fileAt: (path) => {
      const given = chart.files.find((file) => file.path === path);
      return given && sourceOf(given);
    },
    rendered,
    refused,
    findings: togetherOf(rendered.map(placedIn)),
  };
}

/** How a chart is rendered with one of its values sets. */
export function renderingOf(
  { files, kubernetesVersion, apiVersions }: ChartToJudge,
  { release, namespace, values, set }: ValuesSet,
): Rendering {
  return {
    files,
    release,
    namespace,
    values,
    set,
    kubernetesVersion,
    apiVersions,
    includesDefinitions: false,
    leavesOutAbsent: true,
  };
}

function placedIn(rendered: RenderedSet): PlacedFinding[] {
  const { set, pieces, linted } = rendered;
  return linted.documents.flatMap(({ start, document }) => {
    const piece = document.findings.length === 0 ? undefined : pieceAt(pieces, start);
    if (!piece) return [];
    const shown = shownDocument(document, linted.options);
    return document.findings.flatMap((finding): PlacedFinding[] => {
      if (aboutComments.has(finding.rule.id)) return [];
      const told = toldOf(piece, finding, start);
      if (!told) return [];
      const about = shownObjectField(finding, shown);
      const { severity } = finding;
      return [{ finding, severity, document, shown, documentStart: start, rendered, about, told, sets: [set.name] }];
    });
  });
}

/** Documents that nobody has changed stay with what was found in them, whatever is typed and for all sets that render them alike. */
const knownTold = readOnce((_: Text) => new Map<Finding, { readonly from: number; readonly told: Told | undefined }>());

function toldOf({ text, start }: RenderedPiece, finding: Finding, documentStart: number): Told | undefined {
  const known = knownTold(text);
  const from = documentStart - start;
  const before = known.get(finding);
  if (before?.from === from) return before.told;
  const told = toldAt(text, finding, from);
  known.set(finding, { from, told });
  return told;
}

/** Puts together what several sets show of one field of one object at one place; what one set shows twice stays two. */
function togetherOf(bySet: readonly (readonly PlacedFinding[])[]): PlacedFinding[] {
  const known = new Map<string, PlacedFinding>();
  for (const found of bySet) {
    const counts = new Map<string, number>();
    for (const one of found) {
      const alike = keyOf(one);
      const count = (counts.get(alike) ?? 0) + 1;
      counts.set(alike, count);
      const key = `${alike} ${count}`;
      const other = known.get(key);
      known.set(key, other ? ofBoth(other, one) : one);
    }
  }
  return [...known.values()];
}

/** What two sets show, as the worse of both. */
function ofBoth(one: PlacedFinding, other: PlacedFinding): PlacedFinding {
  const worse = severities.indexOf(other.severity) < severities.indexOf(one.severity) ? other : one;
  return { ...worse, sets: [...one.sets, ...other.sets] };
}

function keyOf({ finding, about, told: { place } }: PlacedFinding): string {
  const { object, field } = about;
  return JSON.stringify([finding.rule.id, object?.kind, object?.name, field, place.file.path, place.start, place.end]);
}
