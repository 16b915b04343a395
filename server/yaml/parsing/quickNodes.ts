import { type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/*
 * The constructors of `yaml` define hidden properties of every node, one by one, which takes longer than all else that
 * quick reading does. What is made here has them from its prototype.
 */

const scalars = prototypeLike(new Scalar(''));
const pairs = prototypeLike(new Pair(null));
const mappings = prototypeLike(new YAMLMap());
const sequences = prototypeLike(new YAMLSeq());

function prototypeLike(made: object): object {
  const hidden = Reflect.ownKeys(made).flatMap((key) => {
    const property = Object.getOwnPropertyDescriptor(made, key);
    return property && !property.enumerable ? [[key, property] as const] : [];
  });
  return Object.create(Object.getPrototypeOf(made), Object.fromEntries(hidden));
}

/** A scalar that stands at some offsets of the text. */
export function scalarNode(value: string, type: Scalar.Type, start: number, end: number): Scalar<string> {
  const node: Scalar<string> = Object.create(scalars);
  node.value = value;
  node.type = type;
  node.range = [start, end, end];
  return node;
}

/** A pair of a mapping. */
export function pairNode(key: Node, value: Node): Pair<Node, Node> {
  const node: Pair<Node, Node> = Object.create(pairs);
  node.key = key;
  node.value = value;
  return node;
}

/** A mapping without pairs, in flow style or not. */
export function mappingNode(isFlow: boolean): YAMLMap {
  return collection<YAMLMap>(mappings, isFlow);
}

/** A sequence without items, in flow style or not. */
export function sequenceNode(isFlow: boolean): YAMLSeq {
  return collection<YAMLSeq>(sequences, isFlow);
}

function collection<Collection extends YAMLMap | YAMLSeq>(prototype: object, isFlow: boolean): Collection {
  const node: Collection = Object.create(prototype);
  node.items = [];
  if (isFlow) node.flow = true;
  return node;
}
