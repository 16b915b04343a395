import { type Document, parseDocument } from 'yaml';
import { isDeeperThan } from './depth';
import { indentations } from './indentations';
import { type Insertion, restoreOffsets, withInsertions } from './insertions';
import { jsonValues } from './jsonStream';
import { missingBrackets } from './openBrackets';

/** Deeper than any Kubernetes object (JSONSchemaProps, the deepest, stays below 60) and safe for recursion. */
export const deepest = 200;

/** A document as `yaml` gives it. */
export interface Parsed {
  readonly document: Document.Parsed;
  /** True for several objects in JSON one behind the other, read as a sequence of them. */
  readonly isStream: boolean;
}

/** Reads a text; undefined for one too deep to be read safely. */
export function parse(text: string): Document.Parsed | undefined {
  if (isDeeperThan(text, deepest)) return undefined;
  return withoutStacks(() =>
    parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      // A tag is weighed by what kubectl makes of it.
      resolveKnownTags: false,
      strict: false,
      prettyErrors: false,
      keepSourceTokens: false,
      logLevel: 'silent',
    }),
  );
}

/** Reads a text in which nothing counts as a fault that kubectl takes, though YAML 1.2 does not. */
export function parseAsKubectl(text: string): Parsed | undefined {
  const document = parse(text);
  if (!document) return undefined;
  if (document.errors.length === 0) return { document, isStream: false };
  const stream = parseWith(text, commas(text));
  if (stream) return { document: stream, isStream: true };
  return { document: parseWith(text, indentations(text)) ?? document, isStream: false };
}

/** A document in which flow collections that are still being written end where the next key begins; undefined where that is not all. */
export function parseClosed(text: string): Document.Parsed | undefined {
  return parseWith(text, missingBrackets(text));
}

/** Undefined where the insertions don't make a sound text of it. */
function parseWith(text: string, insertions: readonly Insertion[] | undefined): Document.Parsed | undefined {
  const document = insertions && parse(withInsertions(text, insertions));
  if (!document || document.errors.length > 0) return undefined;
  restoreOffsets(document, insertions);
  return document;
}

/** What makes a sequence of several objects in JSON; undefined for any other text. */
function commas(text: string): Insertion[] | undefined {
  const values = jsonValues(text);
  const last = values.at(-1);
  if (!last || values.length < 2 || text.slice(last.end).trim() !== '') return undefined;
  return [
    ...values.map(({ start }, index) => ({ at: start, text: index === 0 ? '[' : ',' })),
    { at: last.end, text: ']' },
  ];
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
