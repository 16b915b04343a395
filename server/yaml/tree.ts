import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isPair,
  isScalar,
  type ParsedNode,
  parseDocument,
  type Node as YamlNode,
} from 'yaml';
import { isDeeperThan } from './depth';
import { openNodes } from './gaps';
import { quickParse } from './quickParse';
import { isBetter, repairs } from './recover';
import type { MaskedText } from './templates';

/** A fault of the text itself. Offsets in UTF-16 units from the document's start. */
export interface SyntaxFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A parsed document: what can be read of it, however broken the rest. */
export interface Tree {
  /** The text that was parsed: templates masked, so use it for its shape, never for its lines or to copy from. */
  readonly text: string;
  /** The text as it stands in the file; same length as `text`. */
  readonly source: string;
  /** Which way through the branches of its templates this is; 0 without templates. */
  readonly variant: number;
  readonly root: YamlNode | undefined;
  readonly faults: readonly SyntaxFault[];
  /** Nodes and pairs that a template adds unknown lines to. */
  readonly open: ReadonlySet<unknown>;
  /** What each alias stands for. Aliases of anchors that don't exist are missing. */
  readonly aliasTargets: ReadonlyMap<Alias, YamlNode>;
  /** The nodes that some alias stands for: editing one changes other places too. */
  readonly aliased: ReadonlySet<YamlNode>;
}

/** The tree, or the reason why the document is not read at all. */
export type ParseResult =
  | { readonly outcome: 'parsed'; readonly tree: Tree }
  | { readonly outcome: 'refused'; readonly message: string };

/** Deeper than any Kubernetes object (JSONSchemaProps, the deepest, stays below 60) and safe for recursion. */
const deepest = 200;

/** How many nodes the aliases of a document may stand for. kubectl refuses such documents too. */
const mostAliasedNodes = 100_000;

/** How many repairs of a broken document are tried, and how many characters all of them may read: typing must not wait. */
const mostRepairs = 8;
const mostReread = 500_000;

/** A half-typed line causes a few faults; where there are more, a handful of repairs brings nobody further. */
const mostFaults = 50;

/**
 * Reads one document. Scalars keep their text (YAML's failsafe schema): what Kubernetes makes of it is told by
 * `scalarValue`.
 *
 * @param variant which of the masked text's variants to read
 * @param source the document as written
 */
export function parseTree({ variants, gaps }: MaskedText, variant: number, source: string): ParseResult {
  const masked = variants[variant] ?? source;
  const quick = quickParse(masked);
  if (quick) {
    const open = gaps.length > 0 ? openNodes(masked, quick, gaps) : noNodes;
    return {
      outcome: 'parsed',
      tree: {
        text: masked,
        source,
        variant,
        root: quick,
        faults: [],
        open,
        aliasTargets: noAliases,
        aliased: noAliased,
      },
    };
  }
  const written = parse(masked);
  if (!written) return tooDeep;
  const faults = faultsOf(written, masked);
  const document = repaired(masked, written);
  const root: ParsedNode | null = document.contents;
  const measured = measure(document);
  if (measured.outcome === 'refused') return measured;
  const tree: Tree = {
    text: masked,
    source,
    variant,
    root: root ?? undefined,
    faults: faults.length > 0 ? faults : measured.dangling,
    open: gaps.length > 0 && root ? openNodes(masked, root, gaps) : noNodes,
    aliasTargets: measured.aliasTargets,
    aliased: measured.aliasTargets.size > 0 ? new Set(measured.aliasTargets.values()) : noAliased,
  };
  return { outcome: 'parsed', tree };
}

const noNodes: ReadonlySet<unknown> = new Set();
const noAliased: ReadonlySet<YamlNode> = new Set();
const noAliases: ReadonlyMap<Alias, YamlNode> = new Map();

/** Undefined for a text too deep to be parsed safely. */
function parse(text: string): Document.Parsed | undefined {
  if (isDeeperThan(text, deepest)) return undefined;
  return withoutStacks(() =>
    parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      strict: false,
      prettyErrors: false,
      keepSourceTokens: false,
      logLevel: 'silent',
    }),
  );
}

/** `yaml` makes an error of each fault; taking its stack, which nobody looks at, can cost more than all the reading. */
function withoutStacks<Result>(read: () => Result): Result {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return read();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}

/** The document with as many of its faults blanked out as a few attempts can find. */
function repaired(masked: string, written: Document.Parsed): Document.Parsed {
  if (written.errors.length > mostFaults) return written;
  let text = masked;
  let document = written;
  let left = Math.min(mostRepairs, Math.ceil(mostReread / text.length));
  let faults = repairs(text, document)[Symbol.iterator]();
  for (let fault = faults.next(); !fault.done && left > 0; fault = faults.next()) {
    const tried = fault.value.slice(0, left);
    left -= tried.length;
    let best = document;
    for (const candidate of tried) {
      const next = parse(candidate);
      if (!next || !isBetter(next, best)) continue;
      text = candidate;
      best = next;
    }
    if (best === document) continue;
    document = best;
    faults = repairs(text, document)[Symbol.iterator]();
  }
  return document;
}

/** YAML stops making sense behind the first fault, so one a document is enough to say. */
function faultsOf(document: Document.Parsed, text: string): SyntaxFault[] {
  const [error] = document.errors;
  if (!error) return [];
  const start = Math.min(error.pos[0], text.length);
  const end = Math.max(start, Math.min(error.pos[1], text.length));
  return [{ start, end, message: error.message.replace(/\s+/g, ' ').trim() }];
}

type Measured =
  | {
      readonly outcome: 'fine';
      readonly aliasTargets: ReadonlyMap<Alias, YamlNode>;
      /** The first alias whose anchor isn't there, which `yaml` lets pass. */
      readonly dangling: readonly SyntaxFault[];
    }
  | { readonly outcome: 'refused'; readonly message: string };

/** Finds what aliases stand for, and refuses documents that would take forever to walk. */
function measure(document: Document.Parsed): Measured {
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

const tooDeep: ParseResult & Measured = {
  outcome: 'refused',
  message: `This document is nested deeper than ${deepest} levels, so it is not checked`,
};

const tooManyAliases: Measured = {
  outcome: 'refused',
  message: `The aliases of this document stand for more than ${mostAliasedNodes} values, so it is not checked`,
};
