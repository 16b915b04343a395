import { type CompletionItem, CompletionItemKind, MarkupKind, type Position } from 'vscode-languageserver-types';
import { ignoreAnnotation } from '../lint/silences/readSilences';
import { objectFields } from '../manifests/fieldDocumentation/objectFields';
import { type FieldPlace, fieldPlaceOf } from '../manifests/fieldPlace';
import { podSecurityModes, podSecurityPrefix } from '../manifests/podSecurityLabels';
import { cursorPlace } from '../yaml/cursorPlace';
import type { DocumentLines, SnippetText } from './snippets/snippetPlace';

/** A key that is no field of its own, so that no schema knows it. */
interface OfferedKey {
  readonly name: string;
  readonly documentation: string;
}

/**
 * The labels and annotations that mean something, where one is being typed: those of Pod Security in a Namespace, and the one
 * that silences rules.
 *
 * @param asksAgain the client's command that asks for completions; what is offered then is the value
 */
export function keyCompletions(
  { workloadKinds }: Pick<SnippetText, 'workloadKinds'>,
  { lines, firstLine }: DocumentLines,
  { line, character }: Position,
  asksAgain: string | undefined,
): CompletionItem[] {
  const cursor = cursorPlace(lines, line - firstLine, character);
  const place = cursor?.parent.kind === 'key' ? fieldPlaceOf(cursor.parent, workloadKinds) : undefined;
  if (!cursor || !place || cursor.followsDash) return [];
  const offered = keysAt(place).filter(({ name }) => !cursor.siblings.some((sibling) => sibling.name === name));
  const range = { start: { line, character: cursor.column }, end: { line, character } };
  return offered.map(({ name, documentation }, index) => ({
    label: name,
    kind: CompletionItemKind.Property,
    filterText: name,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range, newText: `${name}: ` },
    documentation: { kind: MarkupKind.Markdown, value: documentation },
    ...(asksAgain !== undefined && { command: { title: 'Choose the value', command: asksAgain } }),
  }));
}

function keysAt({ part, path, kind }: FieldPlace): OfferedKey[] {
  const at = path.join('.');
  if (part === 'object' && kind === 'Namespace' && at === 'metadata.labels') return podSecurityLabels();
  const isAnnotations =
    (part === 'object' && at === 'metadata.annotations') || (part === 'pod metadata' && at === 'annotations');
  return isAnnotations ? [silencing] : [];
}

const silencing: OfferedKey = {
  name: ignoreAnnotation,
  documentation: 'Rules of Seaworthy that say nothing about this object: `RULE, RULE -- reason`.',
};

function podSecurityLabels(): OfferedKey[] {
  const table = objectFields['/Namespace'] ?? {};
  return podSecurityModes
    .flatMap((mode) => [`${podSecurityPrefix}${mode}`, `${podSecurityPrefix}${mode}-version`])
    .map((name) => ({ name, documentation: table[`metadata.labels.${name}`]?.what ?? '' }));
}
