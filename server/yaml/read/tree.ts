import type { Alias, Document, ParsedNode, Node as YamlNode } from 'yaml';
import type { OffsetRange } from '../parsing/lines';
import { parse, parseAsKubectl, parseClosed } from '../parsing/parse';
import { quickParse } from '../parsing/quickParse';
import { refusalIn } from '../parsing/refusals';
import type { SyntaxFault } from '../parsing/syntaxFault';
import type { MaskedText, Template } from '../templates/templates';
import type { Way } from '../templates/templateWays';
import { measure, noAliases, tooDeep } from './aliases';
import { openNodes } from './gaps';
import { isBetter, repairs } from './recover';

/** A parsed document: what can be read of it, however broken the rest. */
export interface Tree {
  /** The text that was parsed: templates masked, so use it for its shape, never for its lines or to copy from. */
  readonly text: string;
  /** The text as it stands in the file; same length as `text`. */
  readonly source: string;
  /** Which way through the branches of its template this is; undefined without one. */
  readonly way: Way | undefined;
  /** The template that this is one way through; undefined for a text without templates. */
  readonly template: Template | undefined;
  readonly root: YamlNode | undefined;
  readonly faults: readonly SyntaxFault[];
  /** What was taken for blank to read the rest, where there are faults; in the order of the text. */
  readonly blanked: readonly OffsetRange[];
  /** Where kubectl refuses it, though it is sound YAML. */
  readonly refusal: SyntaxFault | undefined;
  /** True where the root is a sequence of all the objects of a JSON text. */
  readonly isStream: boolean;
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
 * @param blank what to take for blank where there are faults, if that is known already
 */
export function parseTree(
  text: MaskedText,
  variant: number,
  source: string,
  blank?: readonly OffsetRange[],
): ParseResult {
  const masked = text.variants[variant] ?? source;
  const way = text.ways[variant];
  // What a way leaves out adds nothing.
  const gaps = text.gaps.filter(({ offset }) => masked.charAt(offset) !== '\n');
  const quick = quickParse(masked, text.shared);
  if (quick) {
    const open = gaps.length > 0 ? openNodes(masked, quick, gaps) : noNodes;
    return {
      outcome: 'parsed',
      tree: {
        text: masked,
        source,
        way,
        template: text.template,
        root: quick,
        faults: [],
        blanked: [],
        refusal: undefined,
        isStream: false,
        open,
        aliasTargets: noAliases,
        aliased: noAliased,
      },
    };
  }
  const read = parseAsKubectl(masked);
  if (!read) return tooDeep;
  const faults = faultsOf(read.document, masked);
  const { document, blanked } = blank ? blankedOut(masked, read.document, blank) : repaired(masked, read.document);
  const root: ParsedNode | null = document.contents;
  const measured = measure(document, masked);
  if (measured.outcome === 'refused') return measured;
  const isSound = faults.length + measured.dangling.length === 0;
  const tree: Tree = {
    text: masked,
    source,
    way,
    template: text.template,
    root: root ?? undefined,
    faults: faults.length > 0 ? faults : measured.dangling,
    blanked,
    refusal: isSound ? refusalIn({ document, text: masked, source, aliasTargets: measured.aliasTargets }) : undefined,
    isStream: read.isStream,
    open: gaps.length > 0 && root ? openNodes(masked, root, gaps) : noNodes,
    aliasTargets: measured.aliasTargets,
    aliased: measured.aliasTargets.size > 0 ? new Set(measured.aliasTargets.values()) : noAliased,
  };
  return { outcome: 'parsed', tree };
}

const noNodes: ReadonlySet<unknown> = new Set();
const noAliased: ReadonlySet<YamlNode> = new Set();

/** A document as it is read with some of its text for blank. */
interface Repaired {
  readonly document: Document.Parsed;
  readonly blanked: readonly OffsetRange[];
}

/** The document with as many of its faults blanked out as a few attempts can find. */
function repaired(masked: string, written: Document.Parsed): Repaired {
  const closed = written.errors.length > 0 ? parseClosed(masked) : undefined;
  if (closed || written.errors.length > mostFaults) return { document: closed ?? written, blanked: [] };
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
  return { document, blanked: text === masked ? [] : differences(masked, text) };
}

/** The document read with stretches for blank that are known to bring its reader further. */
function blankedOut(masked: string, written: Document.Parsed, blank: readonly OffsetRange[]): Repaired {
  let text = masked;
  for (const { start, end } of blank) {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
  }
  const document = blank.length === 0 ? written : parse(text);
  return { document: document ?? written, blanked: blank };
}

/** Where two texts of one length differ. */
function differences(one: string, other: string): OffsetRange[] {
  const found: OffsetRange[] = [];
  for (let start = 0; start < one.length; start++) {
    if (one[start] === other[start]) continue;
    let end = start + 1;
    while (end < one.length && one[end] !== other[end]) end++;
    found.push({ start, end });
    start = end;
  }
  return found;
}

/** YAML stops making sense behind the first fault, so one a document is enough to say. */
function faultsOf(document: Document.Parsed, text: string): SyntaxFault[] {
  const [error] = document.errors;
  if (!error) return [];
  const start = Math.min(error.pos[0], text.length);
  const end = Math.max(start, Math.min(error.pos[1], text.length));
  return [{ start, end, message: error.message.replace(/\s+/g, ' ').trim() }];
}
