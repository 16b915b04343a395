import { join } from 'node:path';
import { isNoObject, isPlainlyNoObject } from '../../documents/manifest/read/glance';
import { type FingerprintOf, fingerprintsOfFile, type Hash } from '../../lint/fingerprints/fingerprints';
import type { KnownFindings } from '../../lint/knownFindings';
import type { LintedText } from '../../lint/lint';
import type { WorkloadKind } from '../../manifests/kinds/workloadKinds';
import { hideSecrets, shownText } from '../../manifests/secrets/hideSecrets';
import type { SourceFile } from '../../rendering/charts/origins/source';
import type { PlacedFinding } from '../../rendering/judging/judgeChart';
import { placedMessage } from '../../rendering/judging/placedMessage';
import { inWholeFile, isPacked, type SourcePlace } from '../../rendering/judging/places';
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
  readonly quiet: KnownFindings | undefined;
  readonly shown: Shown;
  readonly hash: Hash | undefined;
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
  const { folder, allSets, kinds, shown } = reporting;
  const { file } = first.told.place;
  const text =
    shownLinted(reporting, whole ?? file.text) ?? withoutSecrets({ path: file.path, text: whole ?? file.text }, kinds);
  const starts = lineStarts(text);
  const fingerprints = fingerprintsFor(reporting);
  return placed.flatMap((one): ReportedFinding[] => {
    const { finding, document, about, told, severity } = one;
    const objects = document.reading.objects.map(({ object }) => object);
    const documentShown = shownText(document.text, objects, kinds);
    const prints = fingerprints?.(finding, documentShown.text);
    if (prints?.isQuiet) return [];
    const { start, end } = inWholeFile(told.place);
    return [
      {
        rule: finding.rule.id,
        severity,
        message: documentShown.withoutSecrets(placedMessage(one, allSets)),
        start: placeAt(starts, start),
        end: placeAt(starts, end),
        about: shown.objectFields ? about : { object: null, field: null },
        excerpt: excerptOf(text, start, end),
        fingerprints: shown.fingerprints ? prints?.written : undefined,
        fixes: [],
        related: told.way.filter((at) => !isPacked(at)).map((at) => relatedPlace(folder, at)),
      },
    ];
  });
}

/** A text as it may be shown, by what was read of it already; undefined if that was another text. */
function shownLinted({ linted, kinds }: PlacedReporting, text: string): string | undefined {
  const documents = linted?.documents.map(({ document }) => document) ?? [];
  if (documents.map((document) => document.text).join('') !== text) return undefined;
  return documents
    .map((document) => {
      const objects = document.reading.objects.map(({ object }) => object);
      return shownText(document.text, objects, kinds).text;
    })
    .join('');
}

/** The text of a chart's file as it may be shown. Most values files are long, and need no tree to be told from objects. */
function withoutSecrets({ path, text }: SourceFile, kinds: readonly WorkloadKind[]): string {
  const isTemplate = /(?:^|\/)templates\//.test(path);
  return hideSecrets(text, kinds, isTemplate ? isNoObject : isPlainlyNoObject);
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

function relatedPlace(folder: string, { file, start, end }: SourcePlace): RelatedPlace {
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

/** Fingerprints are those of what is rendered: they stay the same wherever in the chart it is said. */
function fingerprintsFor({ quiet, shown, hash }: PlacedReporting) {
  if (!hash || (!quiet && !shown.fingerprints)) return undefined;
  const known = quiet && fingerprintsOfFile(quiet.version, hash);
  const v1 = fingerprintsOfFile(1, hash);
  const v2 = fingerprintsOfFile(2, hash);
  return (...[finding, text]: Parameters<FingerprintOf>) => ({
    isQuiet: (known && quiet?.rules.get(finding.rule.id)?.has(known(finding, text))) ?? false,
    written: { v1: v1(finding, text), v2: v2(finding, text) },
  });
}
