import { weigh } from '../functions/weight';
import { Stopped } from '../go/fault';
import { printed } from '../go/print';
import type { BranchNode, CallNode, Node, PrintNode, RangeNode } from '../language/tree';
import { madeOf } from '../origins/source';
import { missing, type Text, text, type Value } from '../values/value';
import { spotIn } from './constants';
import { evaluatePipeline, setVariable } from './evaluate';
import { fail } from './failure';
import { evaluated } from './opened';
import { rangeItems } from './rangeItems';
import type { State } from './run';
import type { Jump, Steps } from './steps';
import { templateNamed } from './templateSet';
import { isTrue } from './truth';

/** So deep calls of `template` are refused by Go. */
const mostCalls = 100_000;

/** Writes what nodes write. */
export function* walk(state: State, dot: Value, nodes: readonly Node[]): Steps {
  for (const node of nodes) {
    switch (node.kind) {
      case 'text':
        state.out.add(node.text, spotIn(state.template, node.start, node.end, node.start));
        break;
      case 'print':
        state.node = node;
        print(state, node, yield* evaluated(state, dot, node.pipeline));
        break;
      case 'if':
      case 'with': {
        const jump = yield* branch(state, dot, node);
        if (jump) return jump;
        break;
      }
      case 'range':
        yield* range(state, dot, node);
        break;
      case 'template':
        yield* call(state, dot, node);
        break;
      default:
        return node.kind;
    }
  }
  return undefined;
}

function print(state: State, node: PrintNode, value: Value): void {
  if (node.pipeline.variables.length > 0) return;
  state.node = node;
  const by = { template: state.template, start: node.start, end: node.end };
  if (weigh(value, state.run.budget.take)) throw new Stopped('a table holds itself, and goes on without end');
  const shown = shownText(value);
  if (value.kind === 'nil' || shown.text === '') noteGap(state, node, shown);
  state.out.add(shown.text, { kind: 'written', by, of: shown.source });
}

function shownText(value: Value): Text {
  if (value.kind === 'nil') return text('<no value>', madeOf([value.source]));
  return value.kind === 'struct' && value.asPrinted ? text(value.asPrinted(), value.source) : printed(value);
}

function* branch(state: State, dot: Value, node: BranchNode): Steps {
  const { length } = state.variables;
  const value = yield* evaluated(state, dot, node.pipeline);
  let jump: Jump;
  if (isTrue(value)) {
    if (node.otherwise) noteGap(state, node, value);
    jump = yield* walk(state, node.kind === 'with' ? value : dot, node.nodes);
  } else {
    noteGap(state, node, value);
    if (node.otherwise) jump = yield* walk(state, dot, node.otherwise);
  }
  state.variables.length = length;
  return jump;
}

/** Notes that something is kept out here, or empty. */
function noteGap(state: State, { start, end }: Node, { source }: Value): void {
  state.out.note({ kind: 'gap', by: { template: state.template, start, end }, condition: source });
}

function* range(state: State, dot: Value, node: RangeNode): Steps<void> {
  const { length } = state.variables;
  const value = yield* evaluated(state, dot, node.pipeline);
  const { variables, isAssignment } = node.pipeline;
  const [first, second] = variables;
  if (value.kind === 'int' && second) {
    fail(state, `can't use ${printed(value).text} to iterate over more than one variable`);
  }
  const items = rangeItems(state, value);
  const mark = state.variables.length;
  let hasRun = false;
  for (const { key, item } of items) {
    hasRun = true;
    state.run.budget.take(1);
    if (first && isAssignment) {
      setVariable(state, first.names[0], second ? key : item);
      if (second) setVariable(state, second.names[0], item);
    } else if (first) {
      setTop(state, mark - 1, item);
      if (second) setTop(state, mark - 2, key);
    }
    const jump = yield* walk(state, item, node.nodes);
    state.variables.length = mark;
    if (jump === 'break') break;
  }
  if (!hasRun) {
    noteGap(state, node, value);
    if (node.otherwise) yield* walk(state, dot, node.otherwise);
  }
  state.variables.length = length;
}

function setTop(state: State, index: number, value: Value): void {
  const variable = state.variables[index];
  if (variable) variable.value = value;
}

function* call(state: State, dot: Value, node: CallNode): Steps<void> {
  state.node = node;
  const { set } = state;
  const template = templateNamed(set, node.name);
  if (!template) fail(state, `template ${JSON.stringify(node.name)} not defined`);
  if (state.depth === mostCalls) fail(state, `exceeded maximum template depth (${mostCalls})`);
  const value = node.pipeline ? evaluatePipeline(state, dot, node.pipeline) : missing;
  const by = { template: state.template, start: node.start, end: node.end };
  const written = yield { set, template, dot: value, calls: state.depth + 1 };
  state.out.add(written.text, { kind: 'written', by, of: written.source });
}
