import { printed } from '../go/print';
import type { BranchNode, CallNode, Node, PrintNode, RangeNode, Template } from '../language/tree';
import { madeOf } from '../origins/source';
import { pieces } from '../values/joinTexts';
import { missing, type Text, text, type Value } from '../values/value';
import { spotIn } from './constants';
import { evaluatePipeline, setVariable } from './evaluate';
import { fail } from './failure';
import { rangeItems } from './rangeItems';
import type { Run, State } from './run';
import { type TemplateSet, templateNamed } from './templateSet';
import { isTrue } from './truth';

/** So deep calls of `template` are refused by Go. */
const mostCalls = 100_000;

/** Executes a template and says what it wrote. */
export function execute(run: Run, set: TemplateSet, template: Template, dot: Value): Text {
  const out = pieces();
  const [first] = template.parsed.nodes;
  if (!first) return text('');
  run.depth++;
  const state: State = { run, set, template, out, variables: [{ name: '$', value: dot }], depth: 0, node: first };
  walk(state, dot, template.parsed.nodes);
  run.depth--;
  const written = out.done();
  run.budget.hold(written.text.length);
  return written;
}

type Jump = 'break' | 'continue' | undefined;

function walk(state: State, dot: Value, nodes: readonly Node[]): Jump {
  for (const node of nodes) {
    switch (node.kind) {
      case 'text':
        state.out.add(node.text, spotIn(state.template, node.start, node.end, node.start));
        break;
      case 'print':
        state.node = node;
        print(state, dot, node);
        break;
      case 'if':
      case 'with': {
        const jump = branch(state, dot, node);
        if (jump) return jump;
        break;
      }
      case 'range': {
        range(state, dot, node);
        break;
      }
      case 'template':
        call(state, dot, node);
        break;
      default:
        return node.kind;
    }
  }
  return undefined;
}

function print(state: State, dot: Value, node: PrintNode): void {
  const value = evaluatePipeline(state, dot, node.pipeline);
  if (node.pipeline.variables.length > 0) return;
  state.node = node;
  const by = { template: state.template, start: node.start, end: node.end };
  const shown = value.kind === 'nil' ? text('<no value>', madeOf([value.source])) : printed(value);
  if (value.kind === 'nil' || shown.text === '') noteGap(state, node, shown);
  state.out.add(shown.text, { kind: 'written', by, of: shown.source });
}

function branch(state: State, dot: Value, node: BranchNode): Jump {
  const { length } = state.variables;
  const value = evaluatePipeline(state, dot, node.pipeline);
  let jump: Jump;
  if (isTrue(value)) {
    if (node.otherwise) noteGap(state, node, value);
    jump = walk(state, node.kind === 'with' ? value : dot, node.nodes);
  } else {
    noteGap(state, node, value);
    if (node.otherwise) jump = walk(state, dot, node.otherwise);
  }
  state.variables.length = length;
  return jump;
}

/** Notes that something is kept out here, or empty. */
function noteGap(state: State, { start, end }: Node, { source }: Value): void {
  state.out.note({ kind: 'gap', by: { template: state.template, start, end }, condition: source });
}

function range(state: State, dot: Value, node: RangeNode): void {
  const { length } = state.variables;
  const value = evaluatePipeline(state, dot, node.pipeline);
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
    const jump = walk(state, item, node.nodes);
    state.variables.length = mark;
    if (jump === 'break') break;
  }
  if (!hasRun) {
    noteGap(state, node, value);
    if (node.otherwise) walk(state, dot, node.otherwise);
  }
  state.variables.length = length;
}

function setTop(state: State, index: number, value: Value): void {
  const variable = state.variables[index];
  if (variable) variable.value = value;
}

function call(state: State, dot: Value, node: CallNode): void {
  state.node = node;
  const template = templateNamed(state.set, node.name);
  if (!template) fail(state, `template ${JSON.stringify(node.name)} not defined`);
  if (state.depth === mostCalls) fail(state, `exceeded maximum template depth (${mostCalls})`);
  const value = node.pipeline ? evaluatePipeline(state, dot, node.pipeline) : missing;
  const by = { template: state.template, start: node.start, end: node.end };
  const out = pieces();
  const inner: State = { ...state, template, out, variables: [{ name: '$', value }], depth: state.depth + 1 };
  walk(inner, value, template.parsed.nodes);
  const written = out.done();
  state.run.budget.hold(written.text.length);
  state.out.add(written.text, { kind: 'written', by, of: written.source });
}
