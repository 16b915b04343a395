import type { NamedText } from '../documents/documentKind';
import type { ObjectFacts } from '../manifests/facts/objectFacts';
import type { Neighbours } from '../rules/rule';
import type { FileOffset } from '../yaml/parsing/offsets';
import { changedFacts, rulesConcerned } from './changedFacts';
import type { DocumentReading } from './documentReading';
import type { Finding } from './finding';
import { inOrder } from './findingCollector';
import { findingsAmong } from './findingsAmong';
import { type LintOptions, sortedRules } from './lintOptions';
import { partsOf } from './parts';
import { readDocument } from './readDocument';
import { applySilences, type JudgedDocument, type SilencedFinding } from './silences/applySilences';
import type { Surroundings } from './surroundings';

/** One document of a linted text, wherever in the file it stands at the moment. */
export interface LintedDocument {
  readonly reading: DocumentReading;
  readonly text: string;
  readonly lineCount: number;
  /** Those that nobody has silenced, and what there is to say about silences. */
  readonly findings: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
  /** What was found before silences count. */
  readonly judged: JudgedDocument;
}

/** A document with the place where it stands in its file. */
export interface PlacedDocument {
  readonly start: FileOffset;
  /** Counted from 0. */
  readonly line: number;
  readonly document: LintedDocument;
}

/** A linted text: its documents, in order, with the place where each begins. */
export interface LintedText {
  readonly options: LintOptions;
  /** Undefined where it was judged by itself. */
  readonly surroundings: Surroundings | undefined;
  readonly documents: readonly PlacedDocument[];
  /** How many documents were read anew. */
  readonly renewed: number;
}

/** A text that is read and not yet judged beside other files. */
export interface ReadText {
  readonly options: LintOptions;
  /** In order, with the place where each begins; `line` is counted from 0. */
  readonly documents: readonly {
    readonly start: FileOffset;
    readonly line: number;
    readonly document: { readonly reading: DocumentReading };
    /** What was known of the same document before. */
    readonly kept: LintedDocument | undefined;
  }[];
  /** What the text was linted to before, with the same options. */
  readonly previous: LintedText | undefined;
}

/**
 * Lints a text, with its name where it has one. Documents that stand unchanged at the beginning or the end of a text linted before with the same
 * options are taken over from it.
 *
 * @param surroundings what stands in other files; without, the file is all that rules see
 */
export function lint(
  text: string | NamedText,
  options: LintOptions,
  previous?: LintedText,
  surroundings?: Surroundings,
): LintedText {
  return judgeText(readText(text, options, previous), surroundings);
}

/** Reads a text and judges its objects one by one, which is what `judgeText` needs. */
export function readText(source: string | NamedText, options: LintOptions, previous?: LintedText): ReadText {
  const { name, text } = typeof source === 'string' ? { name: '', text: source } : source;
  const parts = partsOf({ name, text });
  const known = previous?.options === options ? previous.documents : [];
  const fromEnd = known.length - parts.length;
  /** Documents of the same text are told apart all the same. */
  const taken = new Set<PlacedDocument>();
  let line = 0;
  const documents = parts.map((part, index) => {
    const kept = [known[index], known[index + fromEnd]].find(
      (candidate) => candidate?.document.text === part.text && !taken.has(candidate),
    );
    if (kept) taken.add(kept);
    const reading = kept?.document.reading ?? readDocument({ name, text: part.text }, options);
    const placed = { start: part.start, line, document: { reading }, kept: kept?.document };
    line += reading.lineCount;
    return placed;
  });
  return { options, documents, previous: previous?.options === options ? previous : undefined };
}

/**
 * Judges a text that was read.
 *
 * @param surroundings what stands in other files; without, the file is all that rules see
 */
export function judgeText({ options, documents: read, previous }: ReadText, surroundings?: Surroundings): LintedText {
  const known = previous?.documents ?? [];
  const judge = judgeAmong(
    read.map(({ document }) => document.reading),
    // Beside other files everything is judged anew.
    previous?.surroundings === surroundings ? known.map(({ document }) => document.reading) : undefined,
    surroundings,
    options,
  );
  const judged = read.map(({ document, kept }) => judge(document.reading, kept));
  const silence = silencing(
    judged,
    known.map(({ document }) => document.judged),
    surroundings?.reach ?? 'file',
    options,
  );
  const documents = read.map(({ start, line, kept }, index) => {
    const own = judged[index];
    return own && { start, line, document: silence(own, index, kept) };
  });
  const renewed = read.filter(({ kept }) => !kept).length;
  return { options, surroundings, documents: documents.filter((placed) => placed !== undefined), renewed };
}

/** How to judge the documents of a text beside each other; what is known stays where no fact changed. */
function judgeAmong(
  readings: readonly DocumentReading[],
  before: readonly DocumentReading[] | undefined,
  surroundings: Surroundings | undefined,
  options: LintOptions,
): (reading: DocumentReading, kept: LintedDocument | undefined) => JudgedDocument {
  if (!sortedRules(options).anyAmong) {
    return (reading, kept) => kept?.judged ?? { reading, findings: reading.findings };
  }
  const changed = before && changedFacts(readings, before);
  const concerned = changed && rulesConcerned(changed, options);
  const own: ObjectFacts[] = readings.flatMap(({ facts }) => facts);
  return (reading, kept) => {
    const known = kept?.judged.among;
    const before = known && concerned && { among: known, concerned };
    const among = findingsAmong(reading, { own, surroundings }, options, before);
    if (kept && among === known) return kept.judged;
    return { reading, among, findings: inOrder([...reading.findings, ...among.findings]) };
  };
}

/** How the silences of a text leave its documents; what is known stays where no silence is for the whole file. */
function silencing(
  judged: readonly JudgedDocument[],
  before: readonly JudgedDocument[],
  reach: Neighbours['reach'],
  options: LintOptions,
): (own: JudgedDocument, index: number, kept: LintedDocument | undefined) => LintedDocument {
  const areForFile = [...judged, ...before].some(({ reading }) => reading.silences.some(({ isForFile }) => isForFile));
  const together = areForFile ? applySilences(judged, reach, options) : undefined;
  return (own, index, kept) => {
    if (!together && kept?.judged === own) return kept;
    const alone = together ?? applySilences([own], reach, options);
    const { findings, silenced } = alone[together ? index : 0] ?? { findings: own.findings, silenced: [] };
    const { reading } = own;
    return { reading, text: reading.text, lineCount: reading.lineCount, judged: own, findings, silenced };
  };
}
