import { writtenConfiguration } from '../../configuration/readConfiguration';
import { itemsOf, memberOf, type WrittenValue } from '../../configuration/written';
import type { Path } from '../../yaml/field/field';
import type { OffsetRange } from '../../yaml/parsing/lines';
import { reaches } from '../../yaml/parsing/ranges';

/** The key or the text at an offset of a configuration. */
export interface ConfigurationPlace {
  readonly part: 'key' | 'text';
  /** Keys and indexes that lead to it from the root. */
  readonly path: Path;
  readonly text: string;
  readonly range: OffsetRange;
}

/** What stands at an offset, in UTF-16 units from the start of the text; undefined where nothing is written. */
export function placeAt(text: string, offset: number): ConfigurationPlace | undefined {
  const root = writtenConfiguration(text);
  return root && within(root, [], offset);
}

function within(value: WrittenValue, path: Path, offset: number): ConfigurationPlace | undefined {
  switch (value.kind) {
    case 'text':
      return reaches(value.range, offset) ? { part: 'text', path, text: value.text, range: value.range } : undefined;
    case 'list':
      return firstOf(value.items.map((item, index) => within(item, [...path, index], offset)));
    case 'mapping':
      return firstOf(
        value.entries.map(({ name, range, value: below }) =>
          reaches(range, offset)
            ? { part: 'key' as const, path: [...path, name], text: name, range }
            : within(below, [...path, name], offset),
        ),
      );
    default:
      return undefined;
  }
}

/** The globs that a configuration holds, each with the path that leads to it. */
export function writtenGlobs(text: string): { readonly glob: string; readonly range: OffsetRange }[] {
  const root = writtenConfiguration(text);
  const lists = [
    memberOf(root, 'exclude'),
    ...itemsOf(memberOf(root, 'overrides')).map((item) => memberOf(item, 'files')),
  ];
  return lists
    .flatMap((list) => itemsOf(list))
    .flatMap((item) => (item.kind === 'text' ? [{ glob: item.text, range: item.range }] : []));
}

function firstOf<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  return values.find((value) => value !== undefined);
}
