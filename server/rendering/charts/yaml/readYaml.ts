import { decodedBase64 } from '../go/base64';
import { decodeUtf8, wellFormed } from '../go/bytes';
import { Fault } from '../go/fault';
import { formatFloat } from '../go/numbers';
import type { Source } from '../origins/source';
import { tooMuch } from '../reasons';
import { anyList, anyTable, bool, float, heldNil, int, text, type Value } from '../values/value';
import { compose } from './compose';
import type { MappingNode, Node, ScalarNode } from './nodes';
import { type Resolved, resolvePlain, resolveTagged } from './resolve';
import { YamlFault } from './scanState';

/** Says where a node of a text comes from; `copy` is where its characters stand in a row, or -1. */
export type Locate = (start: number, end: number, copy: number, path: readonly string[]) => Source | undefined;

const nowhere: Locate = () => undefined;
/** The keys of tables that nobody changes: who doesn't ask for places only looks. */
const nowhereWritten = new Map<string, Source>();

/**
 * Reads the first document as helm does: YAML 1.1 into JSON into Go's values, so that every number is a float64.
 *
 * @param locate asked for each node and key
 * @throws Fault with the text that sigs.k8s.io/yaml returns
 */
export function readYaml(written: string, locate: Locate = nowhere, { keepsIntegers = false } = {}): Value {
  try {
    const node = compose(written);
    if (!node) return { ...heldNil, source: locate(0, written.length, -1, []) };
    const reading: Reading = {
      locate,
      isLocated: locate !== nowhere,
      keepsIntegers,
      path: [],
      open: new Set(),
      decoded: 0,
      aliased: 0,
      aliasDepth: 0,
    };
    return valueOfNode(reading, node);
  } catch (error) {
    if (error instanceof JsonFault) throw new Fault(`error converting YAML to JSON: ${error.message}`, error);
    if (error instanceof YamlFault) throw new Fault(`error converting YAML to JSON: yaml: ${error.message}`, error);
    // A text that is read deep within other calls finds less room.
    if (error instanceof RangeError) throw new Fault(`error converting YAML to JSON: yaml: ${tooMuch(error)}`);
    throw error;
  }
}

/** What YAML can say and JSON can't. */
class JsonFault extends YamlFault {}

interface Reading {
  readonly locate: Locate;
  readonly isLocated: boolean;
  readonly keepsIntegers: boolean;
  readonly path: string[];
  readonly open: Set<Node>;
  decoded: number;
  aliased: number;
  aliasDepth: number;
}

function valueOfNode(reading: Reading, node: Node): Value {
  reading.decoded++;
  if (reading.aliasDepth > 0) {
    reading.aliased++;
    refuseBombs(reading);
  }
  switch (node.kind) {
    case 'alias': {
      if (reading.open.has(node.of)) throw new YamlFault(`anchor '${node.name}' value contains itself`, node.start);
      reading.open.add(node.of);
      reading.aliasDepth++;
      const value = valueOfNode(reading, node.of);
      reading.aliasDepth--;
      reading.open.delete(node.of);
      return value;
    }
    case 'scalar':
      return scalarValue(reading, node);
    case 'sequence': {
      const items = node.items.map((item, index) => {
        reading.path.push(String(index));
        const value = valueOfNode(reading, item);
        reading.path.pop();
        return value;
      });
      return { kind: 'list', type: anyList, items, source: sourceOf(reading, node, -1) };
    }
    case 'mapping': {
      const entries = new Map<string, Value>();
      const keys = reading.isLocated ? new Map<string, Source>() : nowhereWritten;
      fill(reading, node, { entries, keys });
      return { kind: 'map', type: anyTable, entries, keys, source: sourceOf(reading, node, -1) };
    }
  }
}

function sourceOf({ isLocated, locate, path }: Reading, { start, end }: Node, copy: number): Source | undefined {
  return isLocated ? locate(start, end, copy, [...path]) : undefined;
}

/** go-yaml's measure against documents that are small and mean a lot. */
function refuseBombs({ aliased, decoded }: Reading): void {
  const [low, high] = [400_000, 4_000_000];
  const allowed = decoded <= low ? 0.99 : decoded >= high ? 0.1 : 0.99 - 0.89 * ((decoded - low) / (high - low));
  if (aliased > 100 && decoded > 1000 && aliased / decoded > allowed) {
    throw new YamlFault('document contains excessive aliasing');
  }
}

interface Filled {
  readonly entries: Map<string, Value>;
  readonly keys: Map<string, Source>;
}

function fill(reading: Reading, node: MappingNode, into: Filled): void {
  for (const [key, value] of node.pairs) {
    if (isMerge(key)) {
      merge(reading, value, into);
      continue;
    }
    const name = keyName(reading, key);
    reading.path.push(name);
    const read = valueOfNode(reading, value);
    const isCopy = key.kind === 'scalar' && key.value === name;
    const source = sourceOf(reading, key.kind === 'alias' ? key.of : key, isCopy ? key.copy : -1);
    reading.path.pop();
    into.entries.set(name, read);
    if (source) into.keys.set(name, source);
  }
}

function isMerge(key: Node): boolean {
  return key.kind === 'scalar' && key.value === '<<' && (key.isPlain || key.tag === 'tag:yaml.org,2002:merge');
}

const wantsMap = 'map merge requires map or sequence of maps as the value';

function merge(reading: Reading, node: Node, into: Filled): void {
  const mapping = node.kind === 'alias' ? node.of : node;
  if (mapping.kind === 'mapping') {
    if (node.kind === 'alias') {
      if (reading.open.has(mapping)) throw new YamlFault(`anchor '${node.name}' value contains itself`, node.start);
      reading.open.add(mapping);
    }
    fill(reading, mapping, into);
    reading.open.delete(mapping);
  } else if (node.kind === 'sequence') {
    for (const item of [...node.items].reverse()) {
      if ((item.kind === 'alias' ? item.of : item).kind !== 'mapping') throw new YamlFault(wantsMap);
      merge(reading, item, into);
    }
  } else throw new YamlFault(wantsMap);
}

function resolved(node: ScalarNode): Resolved {
  if (node.tag === '' || node.tag === '!') return node.isPlain ? resolvePlain(node.value) : { type: 'string' };
  return resolveTagged(node.tag, node.value);
}

function keyName(reading: Reading, key: Node): string {
  const node = key.kind === 'alias' ? key.of : key;
  if (node.kind !== 'scalar') {
    const shown = node.kind === 'mapping' ? 'map[interface {}]interface {}{}' : '[]interface {}{}';
    throw new YamlFault(`invalid map key: ${shown}`, key.start);
  }
  reading.decoded++;
  const said = resolved(node);
  switch (said.type) {
    case 'null':
      throw new JsonFault('unsupported map key of type: %!s(<nil>), key: <nil>, value: interface {}(nil)', key.start);
    case 'bool':
      return String(said.value);
    case 'int':
      if (said.value >= 2n ** 63n) {
        throw new JsonFault(
          `unsupported map key of type: uint64, key: 0x${said.value.toString(16)}, value: interface {}(nil)`,
        );
      }
      return String(said.value);
    case 'float':
      return floatKey(said.value);
    case 'binary':
      return binary(node.value);
    default:
      return node.value;
  }
}

function floatKey(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return formatFloat32(value);
}

/** The shortest digits that a float32 needs. */
function formatFloat32(value: number): string {
  const narrow = Math.fround(value);
  for (let precision = 1; precision < 10; precision++) {
    const written = formatFloat(narrow, 'e', precision - 1);
    if (Math.fround(Number(written)) === narrow) return formatFloat(Number(written), 'g');
  }
  return formatFloat(narrow, 'g');
}

function scalarValue(reading: Reading, node: ScalarNode): Value {
  const said = resolved(node);
  const source = scalarSource(reading, node, said.type === 'binary');
  switch (said.type) {
    case 'null':
      return { kind: 'nil', isHeld: true, source };
    case 'bool':
      return bool(said.value, source);
    case 'int':
      return reading.keepsIntegers ? int(said.value, 'int', source) : float(Number(said.value), source);
    case 'float':
      if (!Number.isFinite(said.value))
        throw new JsonFault(`json: unsupported value: ${formatFloat(said.value, 'g')}`, node.start);
      return float(said.value, source);
    case 'binary':
      return text(wellFormed(binary(node.value)), source);
    default:
      return text(node.value, source);
  }
}

/** Where a scalar comes from: of one on several lines each line knows its place. */
function scalarSource(reading: Reading, node: ScalarNode, isDecoded: boolean): Source | undefined {
  const { runs, value } = node;
  if (!runs || isDecoded || !reading.isLocated) return sourceOf(reading, node, isDecoded ? -1 : node.copy);
  const whole = sourceOf(reading, node, -1);
  const ends: number[] = [];
  const parts: (Source | undefined)[] = [];
  const add = (end: number, part: Source | undefined) => {
    if (end <= (ends.at(-1) ?? 0)) return;
    ends.push(end);
    parts.push(part);
  };
  for (const { at, from, length } of runs) {
    add(at, whole);
    add(Math.min(at + length, value.length), sourceOf(reading, node, from));
  }
  add(value.length, whole);
  return parts.length < 2 ? (parts[0] ?? whole) : { kind: 'joined', ends, parts };
}

function binary(written: string): string {
  const bytes = decodedBase64(written);
  if (typeof bytes === 'number') throw new YamlFault('!!binary value contains invalid base64 data');
  return decodeUtf8(bytes);
}
