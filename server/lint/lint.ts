import type { ObjectFacts } from '../manifests/facts/objectFacts';
import type { Neighbours } from '../rules/rule';
import { splitDocuments } from '../yaml/documents';
import type { Finding } from './finding';
import { inOrder } from './findingCollector';
import { findingsAmong } from './findingsAmong';
import { type LintOptions, sortedRules } from './lintOptions';
import { type DocumentReading, readDocument } from './readDocument';

/** One document of a linted text, wherever in the file it stands at the moment. */
export interface LintedDocument {
  readonly reading: DocumentReading;
  readonly text: string;
  readonly lineCount: number;
  readonly findings: readonly Finding[];
}

/** A document with the place where it stands in its file. */
export interface PlacedDocument {
  /** UTF-16 offset. */
  readonly start: number;
  /** Counted from 0. */
  readonly line: number;
  readonly document: LintedDocument;
}

/** A linted text: its documents, in order, with the place where each begins. */
export interface LintedText {
  readonly options: LintOptions;
  readonly documents: readonly PlacedDocument[];
  /** How many documents were read anew. */
  readonly renewed: number;
}

/**
 * Lints a text. Documents that stand unchanged at the beginning or the end of a text linted before with the same
 * options are taken over from it.
 */
export function lint(text: string, options: LintOptions, previous?: LintedText): LintedText {
  const parts = splitDocuments(text);
  const known = previous?.options === options ? previous.documents : [];
  const fromEnd = known.length - parts.length;
  let renewed = 0;
  const read = parts.map((part, index) => {
    const kept = [known[index], known[index + fromEnd]].find((candidate) => candidate?.document.text === part.text);
    if (!kept) renewed++;
    return { kept: kept?.document, reading: kept?.document.reading ?? readDocument(part.text, options) };
  });
  const judge = judgeAmong(
    read.map(({ reading }) => reading),
    known.map(({ document }) => document.reading),
    options,
  );
  let line = 0;
  const documents = read.map(({ kept, reading }, index) => {
    const place = { start: parts[index]?.start ?? 0, line, document: judge(reading, kept) };
    line += reading.lineCount;
    return place;
  });
  return { options, documents, renewed };
}

/** How to judge the documents of a text beside each other; what is known stays where no fact changed. */
function judgeAmong(
  readings: readonly DocumentReading[],
  before: readonly DocumentReading[],
  options: LintOptions,
): (reading: DocumentReading, kept: LintedDocument | undefined) => LintedDocument {
  if (!sortedRules(options).anyAmong) {
    return (reading, kept) => kept ?? { reading, ...reading };
  }
  const isUnchanged =
    readings.length === before.length && readings.every(({ factsKey }, index) => factsKey === before[index]?.factsKey);
  const objects: ObjectFacts[] = readings.flatMap(({ facts }) => facts);
  const neighbours: Neighbours = { objects, reach: 'file' };
  return (reading, kept) => {
    if (kept && isUnchanged) return kept;
    const among = findingsAmong(reading, neighbours, options);
    const { text, lineCount } = reading;
    return { reading, text, lineCount, findings: inOrder([...reading.findings, ...among]) };
  };
}
