import { readOnce } from '../../../readOnce';
import { Fault } from '../go/fault';
import { trimSpace } from '../go/spaces';
import { lineIn } from '../origins/place';
import type { SourceFile } from '../origins/source';
import { type Table, table, type Value } from '../values/value';
import { readYaml } from '../yaml/readYaml';

/** Reads a values file: its documents are merged, the later over the earlier. Nobody may change what is read. */
export const readValues = readOnce((file: SourceFile): Table => {
  let merged = table();
  for (const { start, end } of documents(file.text)) {
    try {
      // Helm reads lines, and ends each of them.
      const whole = `${file.text.slice(start, end)}${file.text[end - 1] === '\n' ? '' : '\n'}`;
      const read = readYaml(whole, (from, to, copy, path) => ({
        kind: 'spot',
        file,
        start: start + from,
        end: start + to,
        copy: copy < 0 ? -1 : start + copy,
        path,
      }));
      merged = mergedTables(merged, asTable(read));
    } catch (error) {
      if (error instanceof Fault) {
        const { said, at = 0 } = error;
        const place = lineIn(file, start + at);
        throw new Fault(`cannot unmarshal yaml document: ${error.message}`, { said, place });
      }
      throw error;
    }
  }
  return merged;
});

/** The table that a document is; throws what Go's JSON says of anything else. */
export function asTable(value: Value, type = 'map[string]interface {}'): Table {
  if (value.kind === 'map') return value;
  if (value.kind === 'nil') return table(new Map(), undefined, value.source);
  const kind = { list: 'array', string: 'string', float: 'number', int: 'number', bool: 'bool', struct: 'object' }[
    value.kind
  ];
  throw new Fault(
    `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${kind} into Go value of type ${type}`,
  );
}

/** Where the documents of a stream are, as Kubernetes' reader splits it: the mark that begins one belongs to it. */
function* documents(text: string): Iterable<{ start: number; end: number }> {
  let start = 0;
  let place = 0;
  while (place < text.length) {
    const next = text.indexOf('\n', place);
    const end = next < 0 ? text.length : next + 1;
    if (text.startsWith('---', place)) {
      const rest = trimSpace(text.slice(place + 3, end));
      if (rest !== '' && !rest.startsWith('#')) {
        throw new Fault(`error reading yaml document: invalid Yaml document separator: ${rest}`);
      }
      if (place > start) {
        yield { start, end: place };
        start = end;
      }
    }
    place = end;
  }
  if (start < text.length) yield { start, end: text.length };
}

/** The second table over the first, tables within them merged too. Neither is changed. */
export function mergedTables(one: Table, other: Table): Table {
  const entries = new Map(one.entries);
  const keys = new Map(one.keys);
  for (const [key, value] of other.entries) {
    const before = entries.get(key);
    entries.set(key, value.kind === 'map' && before?.kind === 'map' ? mergedTables(before, value) : value);
    const source = other.keys.get(key);
    if (source) keys.set(key, source);
  }
  return { ...one, entries, keys, source: other.source ?? one.source };
}
