import { join } from 'node:path';
import { isNoObject, isPlainlyNoObject } from '../../documents/manifest/read/glance';
import { fingerprintsOfFile, type Hash } from '../../lint/fingerprints/fingerprints';
import type { LintedText } from '../../lint/lint';
import { shownDocument } from '../../lint/shownDocument';
import type { WorkloadKind } from '../../manifests/kinds/workloadKinds';
import { hideSecrets } from '../../manifests/secrets/hideSecrets';
import { isPackedPath, isTemplatePath } from '../../rendering/charts/chart/chartPaths';
import type { Place as FilePlace } from '../../rendering/charts/origins/place';
import type { SourceFile } from '../../rendering/charts/origins/source';
import type { PlacedFinding } from '../../rendering/judging/judgeChart';
import { placedMessage } from '../../rendering/judging/placedMessage';
import { inWholeFile } from '../../rendering/judging/places';
import type { Refusal } from '../../rendering/judging/refusals';
import { chartNotRendered } from '../../rules/charts/chartNotRendered';
import { lineStarts, positionAt } from '../../yaml/parsing/lines';
import { excerptOf } from '../excerpt';
import type { Place, RelatedPlace, ReportedFinding } from '../report';
import type { Shown } from '../reportedFindings';

/** How the findings of a chart's file are reported. */
export interface PlacedReporting {
  /** The chart's, absolute. */
  readonly folder: string;
  readonly allSets: number;
  readonly kinds: readonly WorkloadKind[];
  readonly shown: Shown;
  /** Undefined where no fingerprints are shown. */
  readonly hashOf: Hash | undefined;
  /** The file's text, as it was linted by itself; undefined for one that was not. */
  readonly linted: LintedText | undefined;
}

/**
 * What a chart's objects show in one of its files, as plain data.
 *
 * @param whole the text of a file that holds more than the values that are told of
 */
export function reportedPlaced(
  placed: readonly PlacedFinding[],
  reporting: PlacedReporting,
  whole?: string,
): ReportedFinding[] {
  const [first] = placed;
  if (!first) return [];
  const { folder, allSets, kinds, shown, hashOf } = reporting;
  const { file } = first.told.place;
  const text =
    shownLinted(reporting, whole ?? file.text) ?? withoutSecrets({ path: file.path, text: whole ?? file.text }, kinds);
  const starts = lineStarts(text);
  // Fingerprints are those of what is rendered: they stay the same wherever in the chart it is said.
  const fingerprinters = hashOf && { v1: fingerprintsOfFile(1, hashOf), v2: fingerprintsOfFile(2, hashOf) };
  return placed.map((one): ReportedFinding => {
    const { finding, shown: document, about, told, severity } = one;
    const { start, end } = inWholeFile(told.place);
    return {
      rule: finding.rule.id,
      severity,
      message: document.withoutSecrets(placedMessage(one, allSets)),
      start: placeAt(starts, start),
      end: placeAt(starts, end),
      about: shown.objectFields ? about : { object: null, field: null },
      excerpt: excerptOf(text, start, end),
      fingerprints: fingerprinters && {
        v1: fingerprinters.v1(finding, document.text),
        v2: fingerprinters.v2(finding, document.text),
      },
      fixes: [],
      related: told.way.filter((at) => !isPackedPath(at.file.path)).map((at) => relatedPlace(folder, at)),
    };
  });
}

/** A text as it may be shown, by what was read of it already; undefined if that was another text. */
function shownLinted({ linted }: PlacedReporting, text: string): string | undefined {
  if (linted?.documents.map(({ document }) => document.text).join('') !== text) return undefined;
  return linted.documents.map(({ document }) => shownDocument(document, linted.options).text).join('');
}

/** The text of a chart's file as it may be shown. Most values files are long, and need no tree to be told from objects. */
function withoutSecrets({ path, text }: SourceFile, kinds: readonly WorkloadKind[]): string {
  return hideSecrets(text, kinds, isTemplatePath(path) ? isNoObject : isPlainlyNoObject);
}

/** Why a chart isn't rendered, as it is reported in the file that is to blame. */
export function reportedRefusals(refusals: readonly Refusal[], kinds: readonly WorkloadKind[]): ReportedFinding[] {
  return refusals.map(({ severity, message, place }): ReportedFinding => {
    const text = withoutSecrets(place.file, kinds);
    const starts = lineStarts(text);
    return {
      rule: chartNotRendered.id,
      severity,
      message,
      start: placeAt(starts, place.start),
      end: placeAt(starts, place.end),
      about: { object: null, field: null },
      excerpt: excerptOf(text, place.start, place.end),
      fingerprints: undefined,
      fixes: [],
    };
  });
}

function relatedPlace(folder: string, { file, start, end }: FilePlace): RelatedPlace {
  const starts = lineStarts(file.text);
  return {
    path: join(folder, file.path),
    name: file.path,
    message: 'It is written here',
    start: placeAt(starts, start),
    end: placeAt(starts, end),
  };
}

function placeAt(starts: readonly number[], offset: number): Place {
  const { line, character } = positionAt(starts, offset);
  return { line: line + 1, column: character + 1 };
}
