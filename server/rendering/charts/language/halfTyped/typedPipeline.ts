import { Fault } from '../../go/fault';
import { unquoted } from '../../go/quote';
import { numeral } from '../numeral';
import type { Token } from '../tokens';
import type { Command, Literal, Numeral, Pipeline, Term, Variable } from '../tree';

/** The tokens of an action that are still to be read. */
export interface TypedTokens {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  /** Where the action ends. */
  readonly end: number;
}

/** So deep expressions are read; what lies deeper is left out. */
const mostParentheses = 200;

/** Reads a pipeline up to the end of its action or parenthesis; what makes no sense in it is left out. */
export function typedPipeline(typed: TypedTokens): Pipeline {
  skipSpaces(typed);
  const start = typed.tokens[typed.at]?.start ?? typed.end;
  const { variables, isAssignment } = declarations(typed);
  const commands: Command[] = [];
  for (;;) {
    skipSpaces(typed);
    const token = typed.tokens[typed.at];
    if (token === undefined || (token.kind === 'rightParenthesis' && typed.depth > 0)) {
      const end = token?.start ?? typed.end;
      return { kind: 'pipeline', start, end, variables, isAssignment, commands };
    }
    const read = command(typed);
    if (read) commands.push(read);
  }
}

/** The next token that is no blank. */
export function nextToken(typed: TypedTokens): Token | undefined {
  skipSpaces(typed);
  return typed.tokens[typed.at++];
}

function skipSpaces(typed: TypedTokens): void {
  while (typed.tokens[typed.at]?.kind === 'space') typed.at++;
}

function declarations(typed: TypedTokens): Pick<Pipeline, 'variables' | 'isAssignment'> {
  const variables: Variable[] = [];
  for (;;) {
    const before = typed.at;
    const first = nextToken(typed);
    const next = first?.kind === 'variable' ? nextToken(typed) : undefined;
    const isMore = next?.kind === 'character' && next.text === ',';
    if (!first || !(next?.kind === 'assign' || next?.kind === 'declare' || isMore)) {
      typed.at = before;
      return { variables, isAssignment: false };
    }
    variables.push(variable(first));
    if (!isMore) return { variables, isAssignment: next?.kind === 'assign' };
  }
}

/** Reads a command and the `|` behind it. */
function command(typed: TypedTokens): Command | undefined {
  skipSpaces(typed);
  const start = typed.tokens[typed.at]?.start ?? typed.end;
  const terms: Term[] = [];
  for (;;) {
    const token = typed.tokens[typed.at];
    if (token === undefined || (token.kind === 'rightParenthesis' && typed.depth > 0)) break;
    if (token.kind === 'pipe') {
      typed.at++;
      break;
    }
    const read = operand(typed);
    if (read) terms.push(read);
  }
  const [first, ...rest] = terms;
  return first && { kind: 'command', start, end: terms.at(-1)?.end ?? start, terms: [first, ...rest] };
}

/** Reads a term with the fields behind it, or leaves a token out. */
function operand(typed: TypedTokens): Term | undefined {
  const first = term(typed);
  if (!first) return undefined;
  const names: string[] = [];
  const at = typed.tokens[typed.at]?.start ?? typed.end;
  let { end } = first;
  if (first.kind === 'pipeline') end += 1;
  let isField = false;
  for (;;) {
    const token = typed.tokens[typed.at];
    const isNext = token?.kind === 'field' || (token?.kind === 'dot' && first.kind !== 'dot');
    if (!token || !isNext || token.start !== end) break;
    isField = true;
    names.push(token.text.slice(1));
    end = token.start + token.text.length;
    typed.at++;
  }
  if (!isField) return first;
  switch (first.kind) {
    case 'field':
      return { ...first, at, end, names: [...first.names, ...names] };
    case 'variable':
      return { ...first, at, end, names: [...first.names, ...names] };
    default:
      return { kind: 'chain', of: first, names, at, start: first.start, end };
  }
}

function variable({ start, text }: Token): Variable {
  return { kind: 'variable', names: [text], at: start, start, end: start + text.length };
}

function term(typed: TypedTokens): Term | undefined {
  const token = typed.tokens[typed.at++];
  if (!token) return undefined;
  const { start, text } = token;
  const end = start + text.length;
  switch (token.kind) {
    case 'identifier':
      return { kind: 'name', name: text, start, end };
    case 'dot':
    case 'nil':
      return { kind: token.kind, start, end };
    case 'variable':
      return variable(token);
    case 'field':
      return { kind: 'field', names: [text.slice(1)], at: start, start, end };
    case 'bool':
      return { kind: 'bool', value: text === 'true', start, end };
    case 'characterConstant':
    case 'complex':
    case 'number':
      return typedNumeral(token);
    case 'string':
    case 'rawString':
      return literal(token);
    case 'leftParenthesis': {
      if (typed.depth >= mostParentheses) return undefined;
      typed.depth++;
      const inner = typedPipeline(typed);
      typed.depth--;
      if (typed.tokens[typed.at]?.kind === 'rightParenthesis') typed.at++;
      return inner;
    }
    default:
      return undefined;
  }
}

function typedNumeral({ text, kind, start }: Token): Numeral {
  return orElse(
    () => numeral(text, kind, start),
    () => ({
      kind: 'number',
      text,
      start,
      end: start + text.length,
      int: undefined,
      uint: undefined,
      float: undefined,
      isComplex: false,
    }),
  );
}

/** The literal that a token is; one without its end says what stands behind its mark. */
export function literal({ text, start }: Token): Literal {
  const said = orElse(
    () => unquoted(text),
    () => ({ text: unmarked(text), isCopy: true }),
  );
  return { kind: 'string', written: text, ...said, start, end: start + text.length };
}

/** A literal without its marks, of which the second may be missing. */
function unmarked(text: string): string {
  const isClosed = text.length > 1 && text.at(-1) === text[0];
  return text.slice(1, isClosed ? -1 : undefined);
}

function orElse<Result>(read: () => Result, otherwise: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof Fault) return otherwise();
    throw error;
  }
}
