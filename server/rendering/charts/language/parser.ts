import { unquoted } from '../go/quote';
import { tooMuch } from '../reasons';
import { orFail, pipeline, type Reading, unexpected } from './pipelines';
import { ParseFault, tokenReader } from './tokenReader';
import type { Token } from './tokens';
import type { Node, Parsed, Pipeline } from './tree';

/** What is wrong with a template's text. */
export interface ParseError {
  readonly message: string;
  readonly line: number;
  readonly start: number;
}

/** The templates of a file, its own last; or why there are none. */
export type ParsedFile =
  | { readonly templates: readonly Parsed[]; readonly error: undefined }
  | { readonly templates: undefined; readonly error: ParseError };

/** Reads a template's text as Go's text/template does. */
export function parseTemplate(name: string, text: string, isFunction: (name: string) => boolean): ParsedFile {
  const tokens = tokenReader(text);
  const reading: Reading = { tokens, isFunction, name, variables: ['$'], rangeDepth: 0, parentheses: 0, actionLine: 0 };
  const known = new Map<string, Parsed>();
  try {
    const nodes = file(reading, known);
    add(reading, known, { name, nodes, start: 0, end: text.length });
    return { templates: [...known.values()], error: undefined };
  } catch (error) {
    if (error instanceof RangeError) {
      return { templates: undefined, error: { message: tooMuch(error), line: 1, start: tokens.peek().start } };
    }
    if (!(error instanceof ParseFault)) throw error;
    return { templates: undefined, error: { message: error.message, line: error.line, start: error.start } };
  }
}

/** True for a template that holds nothing but blanks: it replaces no other. */
export function isEmpty(nodes: readonly Node[]): boolean {
  return nodes.every((node) => node.kind === 'text' && node.text.trim() === '');
}

function add({ tokens }: Reading, known: Map<string, Parsed>, parsed: Parsed): void {
  const before = known.get(parsed.name);
  if (before === undefined || isEmpty(before.nodes)) {
    known.delete(parsed.name);
    known.set(parsed.name, parsed);
  } else if (!isEmpty(parsed.nodes)) {
    tokens.fail(`template: multiple definition of template ${JSON.stringify(parsed.name)}`);
  }
}

function file(reading: Reading, known: Map<string, Parsed>): Node[] {
  const { tokens } = reading;
  const nodes: Node[] = [];
  while (tokens.peek().kind !== 'end of file') {
    if (tokens.peek().kind === 'leftDelimiter') {
      const delimiter = tokens.next();
      const word = tokens.nextNonSpace();
      if (word.kind === 'keyword' && word.text === 'define') {
        definition(reading, known, delimiter.start);
        continue;
      }
      tokens.back(word, delimiter);
    }
    const node = textOrAction(reading, known);
    if (isMark(node)) tokens.fail(`unexpected {{${node.mark}}}`);
    else nodes.push(node);
  }
  return nodes;
}

/** Reads something that has variables of its own. */
function apart<Result>(reading: Reading, read: () => Result): Result {
  const { variables, rangeDepth } = reading;
  Object.assign(reading, { variables: ['$'], rangeDepth: 0 });
  const result = read();
  Object.assign(reading, { variables, rangeDepth });
  return result;
}

function definition(reading: Reading, known: Map<string, Parsed>, start: number): void {
  const { tokens } = reading;
  const name = templateName(reading, tokens.nextNonSpace(), 'define clause');
  expectEnd(reading, 'define clause');
  apart(reading, () => {
    const { nodes, mark } = itemList(reading, known);
    if (mark.mark !== 'end') tokens.fail(`unexpected {{else}} in define clause`);
    add(reading, known, { name, nodes, start, end: mark.end });
  });
}

/** `end` or `else`, which end a list of nodes. */
interface ListEnd {
  readonly kind: 'list end';
  readonly mark: 'end' | 'else';
  readonly end: number;
}

function isMark(node: Node | ListEnd): node is ListEnd {
  return node.kind === 'list end';
}

function itemList(reading: Reading, known: Map<string, Parsed>): { nodes: Node[]; mark: ListEnd } {
  const { tokens } = reading;
  const nodes: Node[] = [];
  while (tokens.peekNonSpace().kind !== 'end of file') {
    const node = textOrAction(reading, known);
    if (isMark(node)) return { nodes, mark: node };
    nodes.push(node);
  }
  return tokens.fail('unexpected EOF');
}

function textOrAction(reading: Reading, known: Map<string, Parsed>): Node | ListEnd {
  const token = reading.tokens.nextNonSpace();
  if (token.kind === 'text') {
    return { kind: 'text', text: token.text, start: token.start, end: token.start + token.text.length };
  }
  if (token.kind !== 'leftDelimiter') return unexpected(reading, token, 'input');
  reading.actionLine = token.line;
  const node = action(reading, known, token.start);
  reading.actionLine = 0;
  return node;
}

function action(reading: Reading, known: Map<string, Parsed>, start: number): Node | ListEnd {
  const { tokens } = reading;
  const word = tokens.nextNonSpace();
  if (word.kind === 'keyword') {
    switch (word.text) {
      case 'block':
        return block(reading, known, start);
      case 'break':
      case 'continue': {
        const token = tokens.nextNonSpace();
        if (token.kind !== 'rightDelimiter') unexpected(reading, token, `{{${word.text}}}`);
        if (reading.rangeDepth === 0) tokens.fail(`{{${word.text}}} outside {{range}}`);
        return { kind: word.text, start: word.start, end: token.start + 2 };
      }
      case 'else': {
        const next = tokens.peekNonSpace();
        const isChained = next.kind === 'keyword' && (next.text === 'if' || next.text === 'with');
        const end = isChained ? next.start : expectEnd(reading, 'else');
        return { kind: 'list end', mark: 'else', end };
      }
      case 'end':
        return { kind: 'list end', mark: 'end', end: expectEnd(reading, 'end') };
      case 'if':
      case 'with':
      case 'range':
        return control(reading, known, word.text, start);
      case 'template':
        return call(reading, start);
    }
  }
  tokens.back(word);
  const piped = pipeline(reading, 'command', 'rightDelimiter');
  return { kind: 'print', pipeline: piped, start, end: piped.end + 2 };
}

function control(reading: Reading, known: Map<string, Parsed>, kind: 'if' | 'with' | 'range', start: number): Node {
  const { tokens } = reading;
  const { length } = reading.variables;
  const piped = pipeline(reading, kind, 'rightDelimiter');
  if (kind === 'range') reading.rangeDepth++;
  const { nodes, mark } = itemList(reading, known);
  if (kind === 'range') reading.rangeDepth--;
  let otherwise: Node[] | undefined;
  let { end } = mark;
  if (mark.mark === 'else') {
    const next = tokens.peek();
    if (kind !== 'range' && next.kind === 'keyword' && next.text === kind) {
      tokens.next();
      const inner = control(reading, known, kind, next.start);
      otherwise = [inner];
      end = inner.end;
    } else {
      const rest = itemList(reading, known);
      if (rest.mark.mark !== 'end') tokens.fail('expected end; found {{else}}');
      otherwise = rest.nodes;
      end = rest.mark.end;
    }
  }
  reading.variables.length = length;
  return { kind, pipeline: piped, nodes, otherwise, start, end };
}

function block(reading: Reading, known: Map<string, Parsed>, start: number): Node {
  const { tokens } = reading;
  const word = tokens.nextNonSpace();
  const name = templateName(reading, word, 'block clause');
  const piped = pipeline(reading, 'block clause', 'rightDelimiter');
  const end = apart(reading, () => {
    const { nodes, mark } = itemList(reading, known);
    if (mark.mark !== 'end') tokens.fail('unexpected {{else}} in block clause');
    add(reading, known, { name, nodes, start, end: mark.end });
    return mark.end;
  });
  return { kind: 'template', name, pipeline: piped, at: word.start, start, end };
}

function call(reading: Reading, start: number): Node {
  const { tokens } = reading;
  const word = tokens.nextNonSpace();
  const name = templateName(reading, word, 'template clause');
  const next = tokens.nextNonSpace();
  let piped: Pipeline | undefined;
  if (next.kind !== 'rightDelimiter') {
    tokens.back(next);
    piped = pipeline(reading, 'template clause', 'rightDelimiter');
  }
  return { kind: 'template', name, pipeline: piped, at: word.start, start, end: (piped?.end ?? next.start) + 2 };
}

function templateName(reading: Reading, token: Token, context: string): string {
  if (token.kind !== 'string' && token.kind !== 'rawString') return unexpected(reading, token, context);
  return orFail(reading, () => unquoted(token.text)).text;
}

/** Reads `}}`, and says where it ends. */
function expectEnd(reading: Reading, context: string): number {
  const token = reading.tokens.nextNonSpace();
  return token.kind === 'rightDelimiter' ? token.start + 2 : unexpected(reading, token, context);
}
