import fc from 'fast-check';

/** A value as JSON has it. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** How a generated document is laid out. */
export interface Layout {
  readonly indent: number;
  readonly listIndent: number;
  readonly lineEnd: string;
  readonly endsWithLineEnd: boolean;
  /** Comments and blank lines are put between the lines by turns. */
  readonly hasComments: boolean;
  /** Mappings of scalars alone are written in flow style. */
  readonly hasFlow: boolean;
}

export const layouts: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom(2, 4),
  listIndent: fc.constantFrom(0, 2, 4),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  endsWithLineEnd: fc.boolean(),
  hasComments: fc.boolean(),
  hasFlow: fc.boolean(),
});

const keys = fc.constantFrom('name', 'image', 'securityContext', 'ports', 'spec', 'containers', 'a', 'b', 'runAsUser');

export const scalars: fc.Arbitrary<string | number | boolean> = fc.oneof(
  fc.constantFrom('web', 'nginx:1.25', 'two words', 'yes', '80', 'a: b', '# no comment', "it's", ''),
  fc.nat(70000),
  fc.boolean(),
);

/** A mapping of mappings, lists and scalars, none of the collections empty. */
export const mappings: fc.Arbitrary<{ [key: string]: Value }> = fc.letrec<{
  value: Value;
  mapping: { [key: string]: Value };
}>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    tie('mapping'),
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
  ),
  mapping: fc.dictionary(keys, tie('value'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
})).mapping;

/** Writes a mapping in a layout. */
export function written(mapping: { [key: string]: Value }, layout: Layout): string {
  const plain = mappingLines(mapping, 0, layout);
  const all = layout.hasComments
    ? plain.flatMap((line, index) =>
        index % 3 === 2
          ? [line, `${/^ */.exec(line)?.[0] ?? ''}# comment ${index}`]
          : index % 5 === 4
            ? [`${line} # behind ${index}`, '']
            : [line],
      )
    : plain;
  return all.join(layout.lineEnd) + (layout.endsWithLineEnd ? layout.lineEnd : '');
}

function mappingLines(mapping: { [key: string]: Value }, column: number, layout: Layout): string[] {
  return Object.entries(mapping).flatMap(([key, value]) => {
    const head = `${' '.repeat(column)}${key}:`;
    if (value === null || typeof value !== 'object' || isWrittenInFlow(value, layout))
      return [`${head} ${flow(value)}`];
    return Array.isArray(value)
      ? [head, ...listLines(value, column + layout.listIndent, layout)]
      : [head, ...mappingLines(value, column + layout.indent, layout)];
  });
}

function listLines(list: readonly Value[], column: number, layout: Layout): string[] {
  return list.flatMap((value) => {
    const dash = `${' '.repeat(column)}- `;
    if (value === null || typeof value !== 'object' || isWrittenInFlow(value, layout)) return [dash + flow(value)];
    const below = Array.isArray(value) ? listLines(value, column + 2, layout) : mappingLines(value, column + 2, layout);
    return below.map((line, index) => (index === 0 ? dash + line.slice(column + 2) : line));
  });
}

function isWrittenInFlow(value: Value, layout: Layout): boolean {
  if (value === null || typeof value !== 'object') return true;
  const members = Array.isArray(value) ? value : Object.values(value);
  if (members.length === 0) return true;
  return layout.hasFlow && members.every((member) => member === null || typeof member !== 'object');
}

function flow(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, member]) => `${key}: ${flow(member)}`)
      .join(', ')}}`;
  }
  return typeof value === 'string' && !/^[a-z]+(?::\d[.\d]*)?$/.test(value)
    ? JSON.stringify(value)
    : value === 'yes'
      ? '"yes"'
      : String(value);
}

/** Every path to something in a value, its own left out. */
export function pathsIn(value: Value, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [];
  const entries: [string | number, Value][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, member]) => [[...path, key], ...pathsIn(member, [...path, key])]);
}
