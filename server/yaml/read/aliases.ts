import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isPair,
  isScalar,
  type Scalar,
  type Node as YamlNode,
} from 'yaml';
import { deepest } from '../parsing/parse';
import { placeholder } from '../parsing/placeholder';
import { readScalar } from '../parsing/readScalar';
import type { SyntaxFault } from '../parsing/syntaxFault';

/** How many nodes the aliases of a document may stand for. kubectl refuses such documents too. */
const mostAliasedNodes = 100_000;

/** For a document without any. */
export const noAliases: ReadonlyMap<Alias, YamlNode> = new Map();

/** What aliases stand for, or why their document is not read. */
export type Measured =
  | {
      readonly outcome: 'fine';
      readonly aliasTargets: ReadonlyMap<Alias, YamlNode>;
      /** The first alias whose anchor isn't there, which `yaml` lets pass. */
      readonly dangling: readonly SyntaxFault[];
    }
  | { readonly outcome: 'refused'; readonly message: string };

/** Finds what aliases stand for, and refuses documents that would take forever to walk. */
export function measure(document: Document.Parsed, text: string): Measured {
  const anchors = new Map<string, YamlNode>();
  const sizes = new Map<YamlNode, number>();
  const targets = new Map<Alias, YamlNode>();
  const dangling: SyntaxFault[] = [];
  let aliasedNodes = 0;
  let refused: Measured | undefined;

  const sizeOf = (node: unknown, depth: number): number => {
    if (refused) return 0;
    if (depth > deepest) {
      refused = tooDeep;
      return 0;
    }
    if (isPair(node)) return sizeOf(node.key, depth) + sizeOf(node.value, depth);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (!target) {
        const [start, end] = node.range ?? [0, 0];
        if (dangling.length === 0)
          dangling.push({ start, end, message: `No anchor &${node.source} stands before this` });
        return 1;
      }
      const size = sizes.get(target);
      if (size === undefined) {
        refused = { outcome: 'refused', message: `The anchor &${node.source} contains an alias of itself` };
        return 0;
      }
      targets.set(node, target);
      aliasedNodes += size;
      if (aliasedNodes > mostAliasedNodes) refused = tooManyAliases;
      return size;
    }
    if (isScalar(node)) {
      spellOut(node, text);
      if (node.anchor) {
        anchors.set(node.anchor, node);
        sizes.set(node, 1);
      }
      return 1;
    }
    if (!isCollection(node)) return 0;
    if (node.anchor) anchors.set(node.anchor, node);
    let size = 1;
    for (const item of node.items) size += sizeOf(item, depth + 1);
    if (node.anchor) sizes.set(node, size);
    return size;
  };

  sizeOf(document.contents, 0);
  return refused ?? { outcome: 'fine', aliasTargets: targets.size > 0 ? targets : noAliases, dangling };
}

/** Gives a scalar the text that it spells in base64, and no placeholder where an escape spells one: that is no template's. */
function spellOut(node: Scalar, text: string): void {
  const spelt = node.tag?.endsWith(':binary') ? readScalar(node) : undefined;
  if (spelt?.type === 'string' && spelt.value !== node.value) {
    node.value = spelt.value;
    node.tag = 'tag:yaml.org,2002:str';
  }
  if (node.type !== 'QUOTE_DOUBLE' || !String(node.value).includes(placeholder)) return;
  const [start, end] = node.range ?? [0, 0];
  if (!text.slice(start, end).includes(placeholder)) node.value = String(node.value).replaceAll(placeholder, '\uFFFD');
}

/** A document too deep to be read safely. */
export const tooDeep = {
  outcome: 'refused',
  message: `This document is nested deeper than ${deepest} levels, so it is not checked`,
} as const;

const tooManyAliases = {
  outcome: 'refused',
  message: `The aliases of this document stand for more than ${mostAliasedNodes} values, so it is not checked`,
} as const;
