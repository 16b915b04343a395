import { stringField } from '../chart/metadata';
import { Fault } from '../go/fault';
import { placeOfSource } from '../origins/place';
import type { Table, Value } from '../values/value';
import { type Locate, readYaml } from '../yaml/readYaml';

/** What helm reads of a document. */
export interface Head {
  readonly kind: string;
  readonly annotations: ReadonlyMap<string, string>;
}

/** Reads the head of a document; throws a fault with helm's reason if it can't be. */
export function readHead(document: string, locate?: Locate): Head {
  const read = readYaml(document, locate, { keepsIntegers: true });
  if (read.kind === 'nil') return { kind: '', annotations: new Map() };
  const root = object(read, 'util.SimpleHead');
  stringField(field(root, 'apiVersion'), 'SimpleHead.apiVersion');
  const { text: kind } = stringField(field(root, 'kind'), 'SimpleHead.kind');
  const metadata = field(root, 'metadata');
  const annotations = new Map<string, string>();
  if (metadata && metadata.kind !== 'nil') {
    const inner = object(metadata, 'struct', 'SimpleHead.metadata');
    stringField(field(inner, 'name'), 'SimpleHead.metadata.name');
    const given = field(inner, 'annotations');
    if (given && given.kind !== 'nil') {
      for (const [key, value] of object(given, 'map[string]string', 'SimpleHead.metadata.annotations').entries) {
        annotations.set(key, stringField(value, 'SimpleHead.metadata.annotations').text);
      }
    }
  }
  return { kind, annotations };
}

/** At which character a document's head goes wrong. */
export function placeOfFault(document: string): number {
  const file = { path: '', text: document };
  try {
    readHead(document, (start, end) => ({ kind: 'spot', file, start, end, copy: -1 }));
  } catch (error) {
    if (error instanceof Fault) return error.place?.start ?? error.at ?? 0;
    throw error;
  }
  return 0;
}

/** The value of a key; Go's JSON doesn't mind its letters' case, and takes the last one. */
function field({ entries }: Table, name: string): Value | undefined {
  const found = entries.get(name);
  if (found) return found;
  const lower = name.toLowerCase();
  for (const [key, value] of entries) if (key.length === name.length && key.toLowerCase() === lower) return value;
  return undefined;
}

function object(value: Value, type: string, place?: string): Table {
  if (value.kind === 'map') return value;
  const kind = { list: 'array', string: 'string', float: 'number', int: 'number', bool: 'bool' }[value.kind as string];
  const into = place ? `Go struct field ${place} of type ${type}` : `Go value of type ${type}`;
  throw new Fault(`error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${kind} into ${into}`, {
    place: placeOfSource(value.source),
  });
}
