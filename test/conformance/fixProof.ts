import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import { fixEdits } from '../../server/fixes/applyFixes';
import type { Finding } from '../../server/lint/finding';
import { type LintedText, lint, type PlacedDocument } from '../../server/lint/lint';
import type { Fix } from '../../server/rules/rule';
import type { Edit } from '../../server/yaml/write/edits';
import { applyTextEdits } from '../../server/yaml/write/renderEdits';
import type { TextEdit } from '../../server/yaml/write/rendering';
import type { Value } from '../unit/yaml/generatedDocuments';
import { meant, plain } from '../unit/yaml/meant';

/** What became of one fix. */
export type Proof =
  | { readonly outcome: 'fine'; readonly text: string }
  | { readonly outcome: 'not offered' }
  | { readonly outcome: 'failed'; readonly reason: string; readonly text: string };

/**
 * Applies one fix and shows that its finding is gone, that nothing new is found at the default profile, and that what
 * is parsed differs in what the fix names and in nothing else.
 */
export function proveFix(text: string, linted: LintedText, place: PlacedDocument, finding: Finding, fix: Fix): Proof {
  const edits = fixEdits(finding, fix);
  if (!edits) return { outcome: 'not offered' };
  const inFile = edits.map((edit) => ({ ...edit, start: place.start + edit.start, end: place.start + edit.end }));
  const fixed = applyTextEdits(text, inFile);
  const reason =
    meaningFault(place.document.text, edits, fix.edits) ??
    lineEndFault(text, fixed) ??
    findingFault(linted, lint(fixed, linted.options, linted), [finding]);
  return reason === undefined ? { outcome: 'fine', text: fixed } : { outcome: 'failed', reason, text: fixed };
}

/** What is wrong with what a document means behind edits; undefined if it differs in what they name alone. */
export function meaningFault(
  before: string,
  textEdits: readonly TextEdit[],
  edits: readonly Edit[],
): string | undefined {
  // What a template writes can't be parsed; the engine's own check reads it masked.
  if (before.includes('{{')) return undefined;
  const values = valuesIn(before);
  // Markers with nothing between them make documents of their own.
  const index = values.findIndex((value) => value !== null);
  const appended = edits.flatMap((edit) => (edit.kind === 'append document' ? [plain(edit.value)] : []));
  const unique = [...new Map(appended.map((document) => [JSON.stringify(document), document])).values()];
  try {
    assert.deepEqual(valuesIn(applyTextEdits(before, textEdits)), [
      ...values.map((value, place) => (place === index ? meant(value, edits) : value)),
      ...unique,
    ]);
    return undefined;
  } catch (error) {
    return `the document means something else: ${error instanceof Error ? error.message : error}`;
  }
}

/** The rule of a finding, and those that it speaks for. */
function rulesOf({ rule, message }: Finding): string[] {
  return [rule.id, ...(/\(the same goes for (.*)\)$/.exec(message)?.[1]?.split(', ') ?? [])];
}

/** What is wrong with what is found behind fixes; undefined if nothing is. */
export function findingFault(before: LintedText, after: LintedText, mended: readonly Finding[]): string | undefined {
  const left = findingsOf(after).map(described);
  const expected = findingsOf(before).map(described);
  for (const finding of mended) {
    const gone = described(finding);
    expected.splice(expected.indexOf(gone), 1);
    const [was, is] = [expected, left].map((all) => all.filter((one) => one === gone).length);
    // Mending one object by choice may bring the same message upon another.
    const isCertain = finding.rule.profile !== 'all' || mended.length === 1;
    if (isCertain && (is ?? 0) > (was ?? 0)) return `"${gone}" is still there`;
  }
  const spokenOf = new Set(findingsOf(before).flatMap(rulesOf));
  for (const finding of findingsOf(after)) {
    const index = expected.indexOf(described(finding));
    if (index >= 0) expected.splice(index, 1);
    // What a condition leaves out is told once, by another rule where the first has no more to say.
    else if (finding.lack && rulesOf(finding).every((id) => spokenOf.has(id))) continue;
    else if (finding.rule.profile !== 'all' && !mended.some(({ rule }) => revealed[rule.id]?.test(finding.rule.id)))
      return `"${described(finding)}" is new`;
  }
  return undefined;
}

/**
 * What a fix may bring to light, by the rules of the two findings: user namespaces lift a control of the baseline that
 * the restricted level keeps, what keeps its privileges can still gain some, network policies count again off the node's
 * network, a namespace that enforces more refuses more, a silence that is spelt right may cover nothing, and in a kind
 * that is spelt right anything may be wrong.
 */
const revealed: Readonly<Record<string, RegExp>> = {
  'host-users': /^restricted-proc-mount$/,
  'privilege-escalation-conflict': /^privilege-escalation$/,
  'host-network': /^network-policy-missing$/,
  'namespace-pod-security': /^namespace-violates-pod-security$/,
  'unknown-rule': /^unused-ignore$/,
  'unknown-kind-version': /./,
};

/** All findings of a text. */
export function findingsOf({ documents }: LintedText): Finding[] {
  return documents.flatMap(({ document }) => document.findings);
}

function described({ rule, message }: Finding): string {
  return `${rule.id}: ${message}`;
}

function lineEndFault(before: string, after: string): string | undefined {
  const bare = (text: string) => text.match(/(?<!\r)\n/g)?.length ?? 0;
  if (before.includes('\r\n') && bare(after) > bare(before)) return 'a line ends with a line feed alone';
  if (before.endsWith('\n') !== after.endsWith('\n')) return 'the end of the file has changed';
  return undefined;
}

function valuesIn(text: string): Value[] {
  const documents = parseAllDocuments(text, { version: '1.1', uniqueKeys: false, logLevel: 'silent', strict: false });
  return (Array.isArray(documents) ? documents : []).map((document): Value => document.toJS({ maxAliasCount: -1 }));
}
