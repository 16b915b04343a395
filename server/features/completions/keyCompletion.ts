import { type CompletionItem, CompletionItemKind, MarkupKind, type Position } from 'vscode-languageserver-types';
import { ignoreAnnotation } from '../../documents/manifest/read/kind';
import { objectFields } from '../../manifests/fieldDocumentation/objectFields';
import { type FieldPlace, fieldPlaceOf } from '../../manifests/objects/fieldPlace';
import { podSecurityModes, podSecurityPrefix } from '../../manifests/podSecurity/podSecurityLabels';
import { type CursorPlace, cursorPlace } from '../../yaml/typing/cursorPlace';
import type { DocumentLines, SnippetText } from '../snippets/snippetPlace';
import { fieldKeys, type OfferedKey } from './fieldKeys';

/**
 * The keys that can be typed at a cursor: the labels and annotations that mean something, which no schema knows, and the
 * fields of pods and containers, if nothing else offers them.
 *
 * @param asking.hasSchemas whether another extension offers what schemas say
 * @param asking.asksAgain the client's command that asks for completions; what is offered then is the value
 */
export function keyCompletions(
  { workloadKinds }: Pick<SnippetText, 'workloadKinds'>,
  { lines, firstLine }: DocumentLines,
  { line, character }: Position,
  { asksAgain, hasSchemas }: { readonly asksAgain: string | undefined; readonly hasSchemas: boolean },
): CompletionItem[] {
  const cursor = cursorPlace(lines, line - firstLine, character);
  const place = cursor && cursor.parent.kind !== 'root' ? fieldPlaceOf(cursor.parent, workloadKinds) : undefined;
  if (!cursor || !place) return [];
  const offered = keysAt(place, cursor, hasSchemas).filter(
    ({ name }) => !cursor.siblings.some((sibling) => sibling.name === name),
  );
  const range = { start: { line, character: cursor.column }, end: { line, character } };
  return offered.map(({ name, documentation, holdsMore }, index) => ({
    label: name,
    kind: CompletionItemKind.Property,
    filterText: name,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range, newText: holdsMore ? `${name}:` : `${name}: ` },
    documentation: { kind: MarkupKind.Markdown, value: documentation },
    ...(asksAgain !== undefined && !holdsMore && { command: { title: 'Choose the value', command: asksAgain } }),
  }));
}

function keysAt(place: FieldPlace, { parent, followsDash }: CursorPlace, hasSchemas: boolean): OfferedKey[] {
  const fields = hasSchemas ? [] : fieldKeys(place);
  return [...(parent.kind === 'key' && !followsDash ? keysOfMetadata(place) : []), ...fields];
}

function keysOfMetadata({ part, path, kind }: FieldPlace): OfferedKey[] {
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
