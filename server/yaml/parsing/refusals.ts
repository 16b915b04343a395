import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  visit,
  type Node as YamlNode,
} from 'yaml';
import type { SyntaxFault } from '../parsing/syntaxFault';
import { refusedTab } from './continuations';
import { jsonValues } from './jsonStream';
import { isMergeScalar, isNullScalar, tagFault } from './readScalar';

/** What no text may hold for kubectl's reader, not even in a comment. */
// Without the flag `u` and classes of Unicode, which take several times as long for each character of every text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const controlCharacters = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** A document as kubectl would take it, if nothing in it is refused. */
interface ReadDocument {
  readonly document: Document.Parsed;
  /** As `yaml` has read it, and as it is written. */
  readonly text: string;
  readonly source: string;
  readonly aliasTargets: ReadonlyMap<Alias, YamlNode>;
}

/** The first place of a document which kubectl's reader refuses although `yaml` reads it; undefined for nearly all. */
export function refusalIn(read: ReadDocument): SyntaxFault | undefined {
  // A text in JSON is read by other rules.
  return jsonValues(read.source).length > 0 ? undefined : (textRefusal(read) ?? nodeRefusal(read));
}

function textRefusal({ text, source }: ReadDocument): SyntaxFault | undefined {
  const control = text.search(controlCharacters);
  if (control >= 0) return at(control, 'control characters are not allowed');
  const marker = /(?:^|\n)(---)[^\S\n]*[^\s#]/.exec(source);
  if (marker) {
    const start = source.indexOf('---', marker.index);
    return { start, end: start + 3, message: 'nothing but a comment may stand on the line of ---' };
  }
  const end = /^(?:[ \t]*(?:#.*)?\r?\n)*(\.\.\.)(?=\s|$)/.exec(text)?.[0].length;
  if (end !== undefined) return { start: end - 3, end, message: 'nothing stands before ... that it could end' };
  const tab = refusedTab(text);
  return tab === undefined ? undefined : at(tab, 'a tab is no indentation');
}

function at(start: number, message: string): SyntaxFault {
  return { start, end: start + 1, message };
}

function nodeRefusal({ document, text, aliasTargets }: ReadDocument): SyntaxFault | undefined {
  let found: SyntaxFault | undefined;
  visit(document, {
    Pair: (_, pair) => {
      found ??= pairRefusal(pair, aliasTargets);
      return found && visit.BREAK;
    },
    Node: (_, node) => {
      found ??= anchorRefusal(node, text) ?? (isScalar(node) ? scalarRefusal(node, text) : undefined);
      return found && visit.BREAK;
    },
  });
  return found;
}

function pairRefusal({ key, value }: Pair, aliasTargets: ReadonlyMap<Alias, YamlNode>): SyntaxFault | undefined {
  if (isCollection(key)) return placed(key, 'a key must be text');
  if (!isScalar(key)) return undefined;
  if (isNullScalar(key)) return placed(key, 'a key must not be empty');
  if (!isMergeScalar(key)) return undefined;
  const sources = isSeq(value) ? value.items : [value];
  const isMerged = sources.every((source) => isMap(isAlias(source) ? (aliasTargets.get(source) ?? source) : source));
  return isMerged ? undefined : placed(key, 'nothing but mappings can be merged');
}

function scalarRefusal(node: Scalar, text: string): SyntaxFault | undefined {
  const [start = 0, end = 0] = node.range ?? [];
  const ofTag = tagFault(node);
  if (ofTag !== undefined) return placed(node, ofTag);
  if (node.type === 'PLAIN' && /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(String(node.value))) {
    return placed(node, 'this is no number that JSON can hold');
  }
  if (node.type !== 'QUOTE_DOUBLE') return undefined;
  const slash = /^(?:[^\\]|\\[^/])*?\\\//.exec(text.slice(start, end))?.[0].length;
  if (slash === undefined) return undefined;
  return { start: start + slash - 2, end: start + slash, message: '"\\/" is an escape of JSON alone' };
}

function anchorRefusal(node: YamlNode, text: string): SyntaxFault | undefined {
  const name = isAlias(node) ? node.source : node.anchor;
  if (name === undefined || /^[\w-]+$/.test(name)) return undefined;
  const [start = 0] = node.range ?? [];
  const written = isAlias(node) ? start : text.lastIndexOf(`&${name}`, start);
  return {
    start: Math.max(0, written),
    end: Math.max(0, written) + name.length + 1,
    message: 'the name of an anchor holds nothing but letters, digits, _ and -',
  };
}

function placed(node: YamlNode, message: string): SyntaxFault {
  const [start = 0, end = 0] = node.range ?? [];
  return { start, end: Math.max(start, end), message };
}
