import { isMap, isNode, isScalar, isSeq } from 'yaml';
import { type Field, items, members, rangeOf, rootField } from '../yaml/field/field';
import type { OffsetRange } from '../yaml/parsing/lines';
import { byPlace } from '../yaml/parsing/ranges';
import { splitDocuments } from '../yaml/read/documents';
import { parseTree } from '../yaml/read/tree';
import { type ConfigurationProblem, type ConfigurationReading, emptyConfiguration } from './configuration';
import { configurationFrom } from './validation';
import { placeOfItem, placeOfKey, type WrittenEntry, type WrittenValue } from './written';

/** Reads the text of a `.seaworthy.yaml`. What can't be meant is left out and told as a problem; the rest counts. */
export function readConfiguration(text: string): ConfigurationReading {
  const problems: ConfigurationProblem[] = [];
  const governing = governingDocument(text, (problem) => problems.push(problem));
  if (!governing) return { configuration: emptyConfiguration, problems };
  const reading = configurationFrom(governing, 'reported');
  return {
    configuration: reading.configuration,
    problems: [...problems, ...reading.problems].sort(byPlace),
  };
}

/** What the text of a `.seaworthy.yaml` has written where; undefined if that is nothing. */
export function writtenConfiguration(text: string): WrittenValue | undefined {
  return governingDocument(text, () => undefined);
}

/** The baseline that the text of a `.seaworthy.yaml` names, and where. */
export function writtenBaseline(text: string): { readonly named: string; readonly range: OffsetRange } | undefined {
  const root = writtenConfiguration(text);
  const value = root?.kind === 'mapping' ? root.entries.findLast(({ name }) => name === 'baseline')?.value : undefined;
  return value?.kind === 'text' && value.text !== '' ? { named: value.text, range: value.range } : undefined;
}

function governingDocument(text: string, tell: (problem: ConfigurationProblem) => void): WrittenValue | undefined {
  let governing: WrittenValue | undefined;
  for (const document of splitDocuments(text)) {
    const { start } = document;
    const report = (range: OffsetRange, message: string, isFormal: boolean) =>
      tell({ message, start: start + range.start, end: start + range.end, isFormal });
    const parsed = parseTree({ variants: [document.text], ways: [], gaps: [] }, 0, document.text);
    if (parsed.outcome === 'refused') {
      report({ start: 0, end: document.text.search(/\r?\n|$/) }, parsed.message, false);
      continue;
    }
    const root = rootField(parsed.tree);
    const [fault] = parsed.tree.faults;
    if (fault) report(fault, `This is not valid YAML: ${fault.message}`, true);
    if (root.state === 'absent') continue;
    if (governing) {
      report(rangeOf(root), 'A configuration is one document; what stands behind its first one is ignored', false);
    } else governing = writtenAt(root, '', start);
  }
  return governing;
}

/** @param offset where the document begins in the file */
function writtenAt(field: Field, place: string, offset: number): WrittenValue {
  const at = { place, range: shifted(rangeOf(field), offset) };
  const { node } = field;
  if (field.state === 'absent') return { ...at, kind: 'nothing' };
  if (isScalar(node)) return { ...at, kind: 'text', text: String(node.value) };
  if (isSeq(node)) {
    const written = items(field).map((item, index) => writtenAt(item, placeOfItem(place, index), offset));
    return { ...at, kind: 'list', items: written };
  }
  if (isMap(node)) return { ...at, kind: 'mapping', entries: entriesAt(field, place, offset) };
  return { ...at, kind: 'alias without anchor' };
}

function entriesAt(field: Field, place: string, offset: number): WrittenEntry[] {
  const { node, tree } = field;
  const keys = isMap(node) ? node.items.map(({ key }) => key) : [];
  const counts = new Map<unknown, number>();
  for (const key of keys) if (isScalar(key)) counts.set(key.value, (counts.get(key.value) ?? 0) + 1);
  const named = members(field).map(({ name, value: below }): WrittenEntry => {
    const value = writtenAt(below, placeOfKey(place, name), offset);
    const range = below.key?.range ? { start: below.key.range[0], end: below.key.range[1] } : rangeOf(below);
    const isRepeated = (counts.get(name) ?? 0) > 1;
    return { name, place: value.place, range: shifted(range, offset), isRepeated, value };
  });
  // A list or a mapping in place of a key has no legal meaning anywhere, so it is kept as the key nobody knows.
  const unnamed = keys.flatMap((key): WrittenEntry[] => {
    if (isScalar(key) || !isNode(key) || !key.range) return [];
    const name = tree.source.slice(key.range[0], key.range[1]);
    const at = { place: placeOfKey(place, name), range: shifted({ start: key.range[0], end: key.range[1] }, offset) };
    return [{ ...at, name, isRepeated: false, value: { ...at, kind: 'nothing' } }];
  });
  return [...named, ...unnamed];
}

function shifted({ start, end }: OffsetRange, offset: number): OffsetRange {
  return { start: start + offset, end: end + offset };
}
