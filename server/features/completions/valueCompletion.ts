import { type CompletionItem, CompletionItemKind, MarkupKind, type Position } from 'vscode-languageserver-types';
import { fieldPlaceOf } from '../../manifests/objects/fieldPlace';
import { jsonLine, missingItemPlace, type ValuePlace, valuePlace, writtenAt } from '../../yaml/typing/valuePlace';
import type { DocumentLines, SnippetText } from '../snippets/snippetPlace';
import type { OfferedValue, TypedField, ValueContext } from '../values/offeredValue';
import { valueSources } from '../values/valueSources';

/** The values that are known for the field at the cursor; none where nothing is known of it. */
export async function valueCompletions(
  { workloadKinds }: Pick<SnippetText, 'workloadKinds'>,
  { lines, firstLine }: DocumentLines,
  { line, character }: Position,
  context: ValueContext,
): Promise<CompletionItem[]> {
  const own = line - firstLine;
  const place = valuePlace(lines, own, character) ?? missingItemPlace(lines, own, character);
  if (!place) return [];
  const field = fieldPlaceOf(place.node, workloadKinds);
  const offered = await (field
    ? valuesOf({ ...field, node: place.node }, context)
    : context.valuesOutsideObjects(place.node, jsonLine(lines) >= 0));
  return offered
    .filter(({ value }) => !place.others.includes(String(value)))
    .map((value, index) => itemOf(value, index, place, line));
}

async function valuesOf(field: TypedField, context: ValueContext): Promise<readonly OfferedValue[]> {
  for (const source of valueSources) {
    const offered = await source(field, context);
    if (offered) return offered;
  }
  return [];
}

function itemOf(offered: OfferedValue, index: number, place: ValuePlace, line: number): CompletionItem {
  const { value, note, documentation, is = 'name' } = offered;
  const text = String(value);
  return {
    label: text === '' ? '""' : text,
    kind: kinds[is],
    filterText: text === '' ? '"" core' : text,
    sortText: String(index).padStart(3, '0'),
    textEdit: {
      range: { start: { line, character: place.start }, end: { line, character: place.end } },
      newText: writtenAt(place, value),
    },
    ...(note !== undefined && { labelDetails: { description: note } }),
    ...(documentation !== undefined && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
  };
}

const kinds: Readonly<Record<NonNullable<OfferedValue['is']>, CompletionItemKind>> = {
  choice: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Constant,
  file: CompletionItemKind.File,
};
