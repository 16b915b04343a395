import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver-types';
import { readOnce } from '../../readOnce';
import { isPackedPath } from '../../rendering/charts/chart/chartPaths';
import type { Place } from '../../rendering/charts/origins/place';
import type { SourceFile } from '../../rendering/charts/origins/source';
import type { PlacedFinding } from '../../rendering/judging/judgeChart';
import { placedMessage } from '../../rendering/judging/placedMessage';
import { inWholeFile } from '../../rendering/judging/places';
import type { Refusal } from '../../rendering/judging/refusals';
import { chartNotRendered } from '../../rules/charts/chartNotRendered';
import { severities } from '../../rules/rule';
import { joined } from '../../workspace/uris';
import { lineStarts, positionAt } from '../../yaml/parsing/lines';
import { diagnosticSeverity } from '../diagnosticSeverity';
import { rulePage } from '../explanations/rulePage';
import { diagnosticSource } from '../places/diagnosticSource';

/** What a chart shows in one of its files. */
export interface ShownInFile {
  /** The chart's folder, a URI. */
  readonly folder: string;
  readonly placed: readonly PlacedFinding[];
  readonly refusals: readonly Refusal[];
  /** The findings that other files tell and this one's actions lead to. */
  readonly ledTo: readonly PlacedFinding[];
  /** How many values sets the chart is rendered with. */
  readonly allSets: number;
  /** The file's text, in which values may be told of that are a part of it; undefined where nobody knows it. */
  readonly text: string | undefined;
}

/** More related places than these nobody follows. */
const mostRelated = 10;

/** What a chart's objects show in a file, what keeps it from being rendered, and hints where actions write what values files are told of. */
export function chartDiagnostics(shown: ShownInFile, rulePages: string | undefined): Diagnostic[] {
  return [
    ...shown.refusals.map((refusal) => refusalDiagnostic(refusal, rulePages)),
    ...alikeIn(shown.placed).map((alike) => findingDiagnostic(alike, shown, rulePages)),
    ...leadingHints(shown),
  ];
}

/** Findings of one rule at one place, which several objects show. */
function alikeIn(placed: readonly PlacedFinding[]): (readonly [PlacedFinding, ...PlacedFinding[]])[] {
  const groups = new Map<string, [PlacedFinding, ...PlacedFinding[]]>();
  for (const one of placed) {
    const { start, end } = one.told.place;
    const key = `${one.finding.rule.id} ${start} ${end}`;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function findingDiagnostic(
  alike: readonly [PlacedFinding, ...PlacedFinding[]],
  { folder, allSets, text }: ShownInFile,
  rulePages: string | undefined,
): Diagnostic {
  const [first, ...others] = alike;
  const { rule } = first.finding;
  const severity = severities.find((one) => alike.some((found) => found.severity === one)) ?? first.severity;
  const message = first.shown.withoutSecrets(placedMessage(first, allSets));
  const more = others.length === 0 ? '' : `, and ${others.length} more like it`;
  return {
    range: rangeOf(first.told.place, text),
    severity: diagnosticSeverity[severity],
    code: rule.id,
    codeDescription: { href: rulePage(rule, rulePages) },
    source: diagnosticSource,
    message: `${message}${more}`,
    relatedInformation: relatedTo(alike, folder),
  };
}

function relatedTo(alike: readonly PlacedFinding[], folder: string): DiagnosticRelatedInformation[] {
  const related = new Map<string, DiagnosticRelatedInformation>();
  for (const { told, about } of alike) {
    for (const place of told.way) {
      const key = `${place.file.path} ${place.start}`;
      if (related.has(key) || related.size === mostRelated || isPackedPath(place.file.path)) continue;
      const { kind, name } = about.object ?? { kind: null, name: null };
      const object = kind === null ? 'the object' : `${kind} ${name ?? ''}`.trim();
      related.set(key, { location: locationOf(place, folder), message: `Written here into ${object}` });
    }
  }
  return [...related.values()];
}

function refusalDiagnostic({ severity, message, place }: Refusal, rulePages: string | undefined): Diagnostic {
  return {
    range: rangeOf(place),
    severity: diagnosticSeverity[severity],
    code: chartNotRendered.id,
    codeDescription: { href: rulePage(chartNotRendered, rulePages) },
    source: diagnosticSource,
    message,
  };
}

/** One hint at each action that writes what a values file is told of. */
function leadingHints({ ledTo, folder }: ShownInFile): Diagnostic[] {
  const byAction = new Map<number, [PlacedFinding, ...PlacedFinding[]]>();
  for (const one of ledTo) {
    const start = one.told.way[0]?.start;
    if (start === undefined) continue;
    const known = byAction.get(start);
    if (known) known.push(one);
    else byAction.set(start, [one]);
  }
  return [...byAction.values()].flatMap(([first, ...others]): Diagnostic[] => {
    const [action] = first.told.way;
    if (!action) return [];
    const { place } = first.told;
    const message = first.shown.withoutSecrets(first.finding.message);
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    const line = rangeOf(place).start.line + 1;
    return [
      {
        range: rangeOf(action),
        severity: DiagnosticSeverity.Hint,
        source: diagnosticSource,
        message: `Told in ${place.file.path}, line ${line}: ${message}${more}`,
        relatedInformation: [{ location: locationOf(place, folder), message: 'The value that says it' }],
      },
    ];
  });
}

function locationOf(place: Place, folder: string) {
  return { uri: joined(folder, place.file.path), range: rangeOf(place) };
}

/**
 * A place as editors count it.
 *
 * @param whole the text of a file that holds more than the values that are told of
 */
function rangeOf(place: Place, whole?: string): Range {
  const { placeInFile } = place.file;
  if (placeInFile && whole === undefined) return { start: startOfFile, end: startOfFile };
  const starts = placeInFile && whole !== undefined ? lineStarts(whole) : startsOf(place.file);
  const { start, end } = inWholeFile(place);
  return { start: positionAt(starts, start), end: positionAt(starts, end) };
}

const startOfFile = { line: 0, character: 0 };

const startsOf = readOnce(({ text }: SourceFile) => lineStarts(text));
