import type { Hover } from 'vscode-languageserver-types';
import type { LintedText } from '../lint/lint';
import { documentedField } from '../manifests/documentedField';
import type { ObjectFacts } from '../manifests/facts/objectFacts';
import type { FieldDocumentation } from '../manifests/fieldDocumentation/fieldDocumentation';
import { versionName } from '../manifests/kubernetesVersion';
import type { Rule } from '../rules/rule';
import { inForce } from './inForce';
import { rulePage } from './rulePage';
import { systemCallAt } from './seccompProfile';
import { placedDocumentAt, type SubjectAt, subjectAt } from './subjectAt';
import { meaningOfValue, systemCallMeaning } from './valueMeaning';

/**
 * What there is to know about a place: the practices that it breaks, and what the field is for.
 *
 * @param offset UTF-16 units from the start of the file
 * @param rulePages where the client shows rules, see `rulePage`
 */
export function hoverAt(linted: LintedText, offset: number, rulePages?: string): Hover | undefined {
  const broken = rulesBrokenAt(linted, offset);
  const subject = subjectAt(linted, offset);
  const sections = [
    ...(subject ? fieldSections(subject, factsOf(linted)) : systemCallSections(linted, offset)),
    ...ruleSections(broken, rulePages),
  ];
  if (sections.length === 0) return undefined;
  return { contents: { kind: 'markdown', value: sections.join('\n\n---\n\n') } };
}

function factsOf({ documents }: LintedText): ObjectFacts[] {
  return documents.flatMap(({ document }) => document.reading.facts);
}

/** In a seccomp profile, which is no object, each system call is explained. */
function systemCallSections(linted: LintedText, offset: number): string[] {
  const placed = placedDocumentAt(linted, offset);
  const name = placed && systemCallAt(placed.document.text, offset - placed.start);
  const meaning = name === undefined ? undefined : systemCallMeaning(name);
  return meaning === undefined ? [] : [`**${name}**: ${meaning}`];
}

/** The rules that have found something at an offset, each once. */
function rulesBrokenAt(linted: LintedText, offset: number): Rule[] {
  const placed = placedDocumentAt(linted, offset);
  if (!placed) return [];
  const at = offset - placed.start;
  const found = placed.document.findings.filter(({ range }) => range.start <= at && at <= range.end);
  return [...new Set(found.map(({ rule }) => rule))];
}

/** One practice is explained; of several only the names are said, since nobody reads a wall of text. */
function ruleSections(rules: readonly Rule[], rulePages: string | undefined): string[] {
  const [rule] = rules;
  if (!rule) return [];
  if (rules.length === 1) return [`${headingOf(rule, rulePages)}\n\n${rule.why.trim()}\n\n${rule.remedy.trim()}`];
  return [rules.map((broken) => `- ${headingOf(broken, rulePages)}`).join('\n')];
}

function headingOf(rule: Rule, rulePages: string | undefined): string {
  return `**${rule.title}** · [${rule.id}](${rulePage(rule, rulePages)})`;
}

function fieldSections(at: SubjectAt, objects: readonly ObjectFacts[]): string[] {
  const { subject, field, part } = at;
  const documented = documentedField(subject.object, subject.pod, field);
  const meaning = part === 'value' ? meaningOfValue(at) : undefined;
  if (!documented) return meaning === undefined ? [] : [meaning];
  const { documentation, owner, path } = documented;
  const name = path.filter((key) => typeof key === 'string').join('.');
  const lines = [`**${name}**: ${documentation.what}`, facts(documentation), inForce(owner, path, objects)];
  if (meaning !== undefined) lines.unshift(meaning);
  return [lines.filter((line) => line !== '').join('\n\n')];
}

function facts({ absent, since, practice }: FieldDocumentation): string {
  return [
    ...(absent === undefined ? [] : [`Default: ${absent}.`]),
    ...(since === undefined ? [] : [`Since Kubernetes ${versionName(since)}.`]),
    ...(practice === undefined ? [] : [`Practice: ${practice}`]),
  ].join('  \n');
}
