import type { Command, Pipeline, Term, Variable } from '../../../rendering/charts/language/tree';
import { follow } from './follow';
import { flows, type Given } from './functionFlows';
import { type Meaning, unknown } from './meaning';
import { type NamePlace, noted, readWhole } from './notes';
import type { Scope } from './scope';

/** Reads a pipeline: takes down what it reads, and says what it stands for. */
export function readPipeline(pipeline: Pipeline, scope: Scope, isTested: boolean): Meaning {
  let piped: Meaning | undefined;
  for (const [index, command] of pipeline.commands.entries()) {
    const next = pipeline.commands[index + 1]?.terms[0];
    const isAsked = next?.kind === 'name' && flows.get(next.name)?.tests === true;
    piped = readCommand(command, scope, { piped, isTested: isTested || isAsked });
  }
  return piped ?? unknown;
}

interface Around {
  /** What the command before gives. */
  readonly piped: Meaning | undefined;
  readonly isTested: boolean;
}

function readCommand({ terms }: Command, scope: Scope, { piped, isTested }: Around): Meaning {
  const [first, ...rest] = terms;
  if (first.kind === 'name') {
    const flow = flows.get(first.name);
    const tests = isTested || flow?.tests === true;
    const given: Given[] = rest.map((term) => ({ term, meaning: readTerm(term, scope, tests) }));
    if (piped) given.push({ term: undefined, meaning: piped });
    if (flow) return flow.follow(given, scope, isTested);
    for (const { meaning } of given) readWhole(scope.reader.notes, meaning);
    return unknown;
  }
  const meaning = readTerm(first, scope, isTested);
  if (rest.length === 0 && piped === undefined) return meaning;
  for (const term of rest) readWhole(scope.reader.notes, readTerm(term, scope, isTested));
  if (piped) readWhole(scope.reader.notes, piped);
  return unknown;
}

/** Reads a term. */
function readTerm(term: Term, scope: Scope, isTested: boolean): Meaning {
  switch (term.kind) {
    case 'dot':
      return follow(scope.dot, [], term, scope, isTested);
    case 'field':
      return follow(scope.dot, placesBehind(term.start, term.names), term, scope, isTested);
    case 'variable':
      return readVariable(term, scope, isTested);
    case 'chain': {
      const base = readTerm(term.of, scope, isTested);
      const length = term.names.reduce((sum, name) => sum + name.length + 1, 0);
      return follow(base, placesBehind(term.end - length, term.names), term, scope, isTested);
    }
    case 'pipeline':
      return readPipeline(term, scope, isTested);
    case 'string':
      return { kind: 'text', text: term.text };
    case 'name':
      return flows.get(term.name)?.follow([], scope, isTested) ?? unknown;
    default:
      return unknown;
  }
}

function readVariable(term: Variable, scope: Scope, isTested: boolean): Meaning {
  const [name, ...names] = term.names;
  const known = scope.variables.get(name);
  const { file } = scope;
  const place = { file, name, start: term.start, end: term.start + name.length, declared: known?.declared };
  noted(scope.reader.notes.variables, scope.file).set(term.start, place);
  return follow(known?.meaning ?? unknown, placesBehind(term.start + name.length, names), term, scope, isTested);
}

/** Where names stand that follow each other, each with a dot before it. */
function placesBehind(start: number, names: readonly string[]): NamePlace[] {
  let at = start;
  return names.map((name) => {
    const place = { name, start: at + 1, end: at + 1 + name.length };
    at = place.end;
    return place;
  });
}
