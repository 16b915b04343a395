import { Fault } from '../go/fault';
import { unquoted } from '../go/quote';
import { numeral } from './numeral';
import { shownToken, type TokenReader } from './tokenReader';
import type { Token } from './tokens';
import type { Command, Pipeline, Term, Variable } from './tree';
import { writtenTerm } from './written';

/** What the parser knows while it reads. */
export interface Reading {
  readonly tokens: TokenReader;
  readonly isFunction: (name: string) => boolean;
  readonly name: string;
  /** The variables that may be used. */
  variables: string[];
  rangeDepth: number;
  parentheses: number;
  /** The line that the action at hand began at, 0 outside. */
  actionLine: number;
}

/** So deep expressions are refused. Go takes 10,000; the stack of JavaScript is shorter. */
const mostParentheses = 1000;

/** Says that a token can't stand where it does. */
export function unexpected({ tokens, actionLine, name }: Reading, token: Token, context: string): never {
  if (token.kind !== 'error') return tokens.fail(`unexpected ${shownToken(token)} in ${context}`);
  let extra = actionLine !== 0 && actionLine !== token.line ? ` in action started at ${name}:${actionLine}` : '';
  if (extra && token.text.endsWith(' action')) extra = extra.slice(' in action'.length);
  return tokens.fail(token.text + extra);
}

/** Reads a pipeline and the token that ends it. */
export function pipeline(reading: Reading, context: string, end: 'rightDelimiter' | 'rightParenthesis'): Pipeline {
  const { tokens } = reading;
  const { start } = tokens.peekNonSpace();
  const { variables, isAssignment } = declarations(reading, context);
  const commands: Command[] = [];
  for (;;) {
    const token = tokens.nextNonSpace();
    if (token.kind === end) {
      check(reading, commands, context);
      return { kind: 'pipeline', start, end: token.start, variables, isAssignment, commands };
    }
    if (!beginsTerm.has(token.kind)) unexpected(reading, token, context);
    tokens.back(token);
    commands.push(command(reading));
  }
}

const beginsTerm = new Set<Token['kind']>([
  'bool',
  'characterConstant',
  'complex',
  'dot',
  'field',
  'identifier',
  'number',
  'nil',
  'rawString',
  'string',
  'variable',
  'leftParenthesis',
]);

function declarations(reading: Reading, context: string): Pick<Pipeline, 'variables' | 'isAssignment'> {
  const { tokens } = reading;
  const variables: Variable[] = [];
  const take = (token: Token) => {
    variables.push(variable(token));
    reading.variables.push(token.text);
  };
  for (;;) {
    const first = tokens.peekNonSpace();
    if (first.kind !== 'variable') return { variables, isAssignment: false };
    tokens.next();
    const behind = tokens.peek();
    const next = tokens.peekNonSpace();
    if (next.kind === 'assign' || next.kind === 'declare') {
      tokens.nextNonSpace();
      take(first);
      return { variables, isAssignment: next.kind === 'assign' };
    }
    if (next.kind === 'character' && next.text === ',') {
      tokens.nextNonSpace();
      take(first);
      if (context === 'range' && variables.length < 2) {
        const { kind } = tokens.peekNonSpace();
        if (kind === 'variable' || kind === 'rightDelimiter' || kind === 'rightParenthesis') continue;
        tokens.fail('range can only initialize variables');
      }
      tokens.fail(`too many declarations in ${context}`);
    }
    if (behind.kind === 'space') tokens.back(behind);
    tokens.back(first);
    return { variables, isAssignment: false };
  }
}

function check({ tokens }: Reading, commands: readonly Command[], context: string): void {
  if (commands.length === 0) tokens.fail(`missing value for ${context}`);
  for (const [index, { terms }] of commands.entries()) {
    const { kind } = terms[0];
    const isConstant = kind === 'bool' || kind === 'dot' || kind === 'nil' || kind === 'number' || kind === 'string';
    if (index > 0 && isConstant) tokens.fail(`non executable command in pipeline stage ${index + 1}`);
  }
}

function command(reading: Reading): Command {
  const { tokens } = reading;
  const { start } = tokens.peekNonSpace();
  const terms: Term[] = [];
  let end = start;
  for (;;) {
    tokens.peekNonSpace();
    const term = operand(reading);
    if (term) {
      terms.push(term);
      end = term.end;
    }
    const token = tokens.next();
    if (token.kind === 'space') continue;
    if (token.kind === 'rightDelimiter' || token.kind === 'rightParenthesis') tokens.back(token);
    else if (token.kind !== 'pipe') unexpected(reading, token, 'operand');
    break;
  }
  const [first, ...rest] = terms;
  if (!first) return tokens.fail('empty command');
  return { kind: 'command', start, end, terms: [first, ...rest] };
}

function operand(reading: Reading): Term | undefined {
  const { tokens } = reading;
  const first = term(reading);
  if (!first || tokens.peek().kind !== 'field') return first;
  const at = tokens.peek().start;
  const names: string[] = [];
  let { end } = first;
  while (tokens.peek().kind === 'field') {
    const { text, start } = tokens.next();
    names.push(text.slice(1));
    end = start + text.length;
  }
  switch (first.kind) {
    case 'field':
      return { ...first, at, end, names: [...first.names, ...names] };
    case 'variable':
      return { ...first, at, end, names: [...first.names, ...names] };
    case 'bool':
    case 'string':
    case 'number':
    case 'nil':
    case 'dot':
      return tokens.fail(`unexpected . after term ${JSON.stringify(writtenTerm(first))}`);
    default:
      return { kind: 'chain', of: first, names, at, start: first.start, end };
  }
}

function variable({ start, text }: Token): Variable {
  return { kind: 'variable', names: [text], at: start, start, end: start + text.length };
}

function term(reading: Reading): Term | undefined {
  const { tokens } = reading;
  const token = tokens.nextNonSpace();
  const { start, text } = token;
  const end = start + text.length;
  switch (token.kind) {
    case 'identifier':
      if (!reading.isFunction(text)) tokens.fail(`function "${text}" not defined`);
      return { kind: 'name', name: text, start, end };
    case 'dot':
    case 'nil':
      return { kind: token.kind, start, end };
    case 'variable':
      if (!reading.variables.includes(text)) tokens.fail(`undefined variable "${text}"`);
      return variable(token);
    case 'field':
      return { kind: 'field', names: [text.slice(1)], at: start, start, end };
    case 'bool':
      return { kind: 'bool', value: text === 'true', start, end };
    case 'characterConstant':
    case 'complex':
    case 'number':
      return orFail(reading, () => numeral(text, token.kind, start));
    case 'leftParenthesis': {
      if (++reading.parentheses > mostParentheses) tokens.fail('max expression depth exceeded');
      const inner = pipeline(reading, 'parenthesized pipeline', 'rightParenthesis');
      reading.parentheses--;
      return inner;
    }
    case 'string':
    case 'rawString':
      return { kind: 'string', written: text, ...orFail(reading, () => unquoted(text)), start, end };
    default:
      tokens.back(token);
      return undefined;
  }
}

/** Reads a literal. */
export function orFail<Result>({ tokens }: Reading, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof Fault) return tokens.fail(error.message);
    throw error;
  }
}
