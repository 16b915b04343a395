import type { NamedText, Reading } from '../documents/documentKind';
import { kindOf } from '../documents/kindOf';
import type { AnyKind, SubjectTypes } from '../documents/kinds';
import { type ManifestSubject, manifestSubjectsAmong } from '../documents/manifest/read/manifestSubjects';
import type { Rule } from '../rules/rule';
import { lineCount } from '../yaml/parsing/lines';
import type { DocumentObjects, DocumentReading } from './documentReading';
import { findingCollector } from './findingCollector';
import { judgeAlone, type Report } from './judgeAlone';
import { areSteered, judgeOnEveryWay } from './judgeOnEveryWay';
import { type LintOptions, readingOptions } from './lintOptions';
import { readSilences } from './silences/readSilences';

/** Reads one document and judges its subjects one by one. */
export function readDocument(document: NamedText, options: LintOptions): DocumentReading {
  const kind = kindOf(document);
  const { text } = document;
  const read = kind.read(text, readingOptions(options));
  const objects = documentObjectsOf(kind, text, read);
  if (!read) return { ...objects, findings: [], silences: readSilences(objects, [], []), separations: [] };
  const collector = findingCollector(text, options);
  for (const { range, message } of read.faults) collector.syntax(range, message);
  if (areSteered(objects.objects)) {
    const judge = (subject: ManifestSubject, report: Report, isAsked: (rule: Rule) => boolean) =>
      judgeAlone(subject, options, report, isAsked);
    judgeOnEveryWay(objects.objects, options, { judge, isOfItself: () => true }, collector);
  } else for (const subject of read.subjects) judgeAlone(subject, options, collector.fault);
  return {
    ...objects,
    findings: collector.findings(),
    silences: readSilences(objects, read.trees, options.honoured),
    separations: read.separations,
  };
}

/** Reads one document without judging anything. */
export function documentObjects(document: NamedText, options: LintOptions): DocumentObjects {
  const kind = kindOf(document);
  return documentObjectsOf(kind, document.text, kind.read(document.text, readingOptions(options)));
}

function documentObjectsOf(kind: AnyKind, text: string, read: Reading<SubjectTypes> | undefined): DocumentObjects {
  const { subjects, facts } = read ?? { subjects: [], facts: [] };
  const objects = manifestSubjectsAmong(subjects);
  return { kind, text, lineCount: lineCount(text), isParsed: read !== undefined, subjects, objects, facts };
}
