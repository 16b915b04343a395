import { type Hover, MarkupContent } from 'vscode-languageserver-types';
import type { AnyKind } from '../documents/kinds';
import type { LintedText } from '../lint/lint';
import { documentedField } from '../manifests/fieldDocumentation/documentedField';
import { statedString } from '../manifests/objects/stated';
import { tokenNeighbours } from '../manifests/relations/serviceAccountToken';
import type { Neighbours, Rule } from '../rules/rule';
import { descend } from '../yaml/field/field';
import { type DocumentOffset, inDocument, type OffsetOfText } from '../yaml/parsing/offsets';
import { reaches } from '../yaml/parsing/ranges';
import { factsOf } from './explanations/fieldFacts';
import { inForce } from './explanations/inForce';
import { rulePage } from './explanations/rulePage';
import { meaningOfValue } from './explanations/valueMeaning';
import { placedDocumentAt, type SubjectAt, subjectAt } from './places/subjectAt';
import { boldName } from './values/markdown';

/** Tells what stands at an offset of a document, in Markdown. */
export type Described = (kind: AnyKind, text: string, offset: DocumentOffset) => string | undefined;

/**
 * What there is to know about a place: the practices that it breaks, and what the field is for.
 *
 * @param rulePages where the client shows rules, see `rulePage`
 * @param described what stands at an offset of a document that holds no object, by its kind
 */
export function hoverAt(
  linted: LintedText,
  offset: OffsetOfText,
  rulePages?: string,
  described: Described = () => undefined,
): Hover | undefined {
  const broken = rulesBrokenAt(linted, offset);
  const subject = subjectAt(linted, offset);
  const sections = [
    ...(subject ? fieldSections(subject, neighboursOf(linted, subject)) : otherSections(linted, offset, described)),
    ...ruleSections(broken, rulePages),
  ];
  if (sections.length === 0) return undefined;
  return { contents: { kind: 'markdown', value: sections.join('\n\n---\n\n') } };
}

/** A hover that explains rules too, behind what it says already; undefined where there is nothing to say. */
export function hoverWithRules(
  hover: Hover | undefined,
  rules: readonly Rule[],
  rulePages: string | undefined,
): Hover | undefined {
  const sections = ruleSections(rules, rulePages);
  if (sections.length === 0) return hover;
  const said = hover && MarkupContent.is(hover.contents) ? [hover.contents.value] : [];
  return { ...hover, contents: { kind: 'markdown', value: [...said, ...sections].join('\n\n---\n\n') } };
}

/** What an object stands beside and is explained by, as far as one sees. */
function neighboursOf({ documents, surroundings }: LintedText, { subject }: SubjectAt): Neighbours {
  const own = documents.flatMap(({ document }) => document.reading.facts);
  const namespace = statedString(descend(subject.object.root, 'metadata', 'namespace'));
  const others = surroundings?.beside(tokenNeighbours, namespace) ?? [];
  return { objects: [...own, ...others], reach: surroundings?.reach ?? 'file' };
}

function otherSections(linted: LintedText, offset: OffsetOfText, described: Described): string[] {
  const placed = placedDocumentAt(linted, offset);
  if (!placed) return [];
  const { kind, text } = placed.document.reading;
  const section = described(kind, text, inDocument(offset, placed.start));
  return section === undefined ? [] : [section];
}

/** The rules that have found something at an offset, each once. */
function rulesBrokenAt(linted: LintedText, offset: OffsetOfText): Rule[] {
  const placed = placedDocumentAt(linted, offset);
  if (!placed) return [];
  const at = inDocument(offset, placed.start);
  const found = placed.document.findings.filter(({ range }) => reaches(range, at));
  return [...new Set(found.map(({ rule }) => rule))];
}

/** One practice is explained; of several the reasons are said in a sentence each, since nobody reads a wall of text. */
function ruleSections(rules: readonly Rule[], rulePages: string | undefined): string[] {
  const [rule] = rules;
  if (!rule) return [];
  if (rules.length === 1) return [`${headingOf(rule, rulePages)}\n\n${rule.why.trim()}\n\n${rule.remedy.trim()}`];
  return [rules.map((broken) => `- ${headingOf(broken, rulePages)}  \n  ${firstSentence(broken.why)}`).join('\n')];
}

function firstSentence(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return /^.*?[^.\s]{2}\.(?= [A-Z`]|$)/.exec(line)?.[0] ?? line;
}

function headingOf(rule: Rule, rulePages: string | undefined): string {
  return `**${rule.title}** · [${rule.id}](${rulePage(rule, rulePages)})`;
}

function fieldSections(at: SubjectAt, neighbours: Neighbours): string[] {
  const { subject, field, part } = at;
  const documented = documentedField(subject.object, subject.pods, field);
  const meaning = part === 'value' ? meaningOfValue(at) : undefined;
  if (!documented) return meaning === undefined ? [] : [meaning];
  const { documentation, owner, path } = documented;
  const name = path.filter((key) => typeof key === 'string').join('.');
  const lines = [`${boldName(name)}: ${documentation.what}`, factsOf(documentation), inForce(owner, path, neighbours)];
  if (meaning !== undefined) lines.unshift(meaning);
  return [lines.filter((line) => line !== '').join('\n\n')];
}
