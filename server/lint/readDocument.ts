import { type ObjectFacts, objectFacts } from '../manifests/facts/objectFacts';
import type { Rule } from '../rules/rule';
import { lineCount, type OffsetRange } from '../yaml/parsing/lines';
import { readingsOf } from '../yaml/read/repeatedKeys';
import { isNoObject, lacksObjectKeys, mayHoldObject, sniff } from '../yaml/read/sniff';
import { parseTree, type Tree } from '../yaml/read/tree';
import { isTemplated, maskedText } from '../yaml/templates/templates';
import type { Finding } from './finding';
import { findingCollector } from './findingCollector';
import { judgeAlone, type Report } from './judgeAlone';
import { areSteered, judgeOnEveryWay } from './judgeOnEveryWay';
import { type LintOptions, sortedRules } from './lintOptions';
import { mayHoldPodsInTexts } from './podsInTexts';
import { readSilences } from './silences/readSilences';
import type { Silence } from './silences/silence';
import { type Subject, subjectsIn } from './subject';
import { type TextFault, textFaults } from './textFaults';

/** What a document holds. */
export interface DocumentObjects {
  readonly text: string;
  readonly lineCount: number;
  /** True if the document had to be parsed. */
  readonly isParsed: boolean;
  readonly subjects: readonly Subject[];
  /** What rules may ask of its objects from elsewhere. */
  readonly facts: readonly ObjectFacts[];
}

/** What a document says by itself, whatever stands beside it. */
export interface DocumentReading extends DocumentObjects {
  /** The findings of rules that look at one object alone. */
  readonly findings: readonly Finding[];
  /** What people have written to keep findings quiet. */
  readonly silences: readonly Silence[];
  /** Where a line `---` is missing above an object: the keys that it begins with. */
  readonly separations: readonly OffsetRange[];
}

/** Reads one document and judges its objects one by one. */
export function readDocument(text: string, options: LintOptions): DocumentReading {
  const parsed = parsedDocument(text, options);
  if (!parsed) {
    return { ...unparsed(text), findings: [], silences: readSilences(text, [], [], []), separations: [] };
  }
  const { trees, subjects, faults } = parsed;
  const collector = findingCollector(text, options);
  for (const { range, message } of faults) collector.syntax(range, message);
  const judge = (subject: Subject, report: Report, isAsked?: (rule: Rule) => boolean) =>
    judgeAlone(subject, options, report, isAsked);
  if (areSteered(subjects)) {
    judgeOnEveryWay(subjects, options, { judge, isOfItself: () => true }, collector);
  } else for (const subject of subjects) judge(subject, collector.fault);
  return {
    ...objectsOfParsed(text, parsed),
    findings: collector.findings(),
    silences: readSilences(text, trees, subjects, options.honoured),
    separations: parsed.separations,
  };
}

/** Reads one document without judging anything. */
export function documentObjects(text: string, options: LintOptions): DocumentObjects {
  const parsed = parsedDocument(text, options);
  return parsed ? objectsOfParsed(text, parsed) : unparsed(text);
}

function unparsed(text: string): DocumentObjects {
  return { text, lineCount: lineCount(text), isParsed: false, subjects: [], facts: [] };
}

function objectsOfParsed(text: string, { subjects, isManifest }: ParsedDocument): DocumentObjects {
  // What is read since somebody has named its file tells others no more than it would otherwise.
  const facts = isManifest ? subjects.map(({ object, pods }) => objectFacts(object, pods)) : [];
  return { text, lineCount: lineCount(text), isParsed: true, subjects, facts };
}

/** A document in every way through its templates. */
interface ParsedDocument {
  /** Whether it may hold objects of kinds that rules read. */
  readonly isManifest: boolean;
  readonly trees: readonly Tree[];
  readonly subjects: readonly Subject[];
  /** What is wrong with the text itself. */
  readonly faults: readonly TextFault[];
  readonly separations: readonly OffsetRange[];
}

/** Undefined for a document that nobody asks about. */
function parsedDocument(text: string, options: LintOptions): ParsedDocument | undefined {
  if (!options.checksEveryDocument && isNoObject(text)) return undefined;
  const masked = maskedText(text);
  const isManifest = masked.variants.some((variant) => mayHoldReadKinds(variant, options));
  if (!isManifest && !options.checksEveryDocument) return undefined;
  const subjects: Subject[] = [];
  const trees: Tree[] = [];
  const faults: TextFault[] = [];
  const separations: OffsetRange[] = [];
  for (const variant of masked.variants.keys()) {
    const parsed = parseTree(masked, variant, text);
    if (parsed.outcome === 'refused') {
      if (!options.checksEveryDocument && lacksObjectKeys(masked.variants[variant] ?? '')) continue;
      faults.push({ range: { start: 0, end: text.search(/\r?\n|$/) }, message: parsed.message });
      continue;
    }
    const { tree } = parsed;
    trees.push(tree);
    const readings = isTemplated(text) ? [tree] : readingsOf(tree);
    const own = readings.flatMap((reading) => subjectsIn(reading, options));
    if (own.length > 0 || options.checksEveryDocument) {
      const ownFaults = textFaults(tree);
      faults.push(...ownFaults.faults);
      separations.push(...ownFaults.separations);
    }
    subjects.push(...own);
  }
  return { isManifest, trees, subjects, faults, separations };
}

/** False only if it is certain that no enabled rule reads what a document holds. */
function mayHoldReadKinds(text: string, options: LintOptions): boolean {
  if (!mayHoldObject(text)) return false;
  const sniffed = sniff(text);
  if (!sniffed.certain) return true;
  const { readsKind } = sortedRules(options);
  return sniffed.kinds.some(
    (kind) =>
      kind.endsWith('List') ||
      (kind === 'ConfigMap' && mayHoldPodsInTexts(text)) ||
      sniffed.apiVersions.some((apiVersion) => readsKind(apiVersion, kind)),
  );
}
