import { Stopped } from '../go/fault';
import type { Template } from '../language/tree';
import { pieces } from '../values/joinTexts';
import { type Text, text, type Value } from '../values/value';
import type { Run, State } from './run';
import type { Steps, Wanted } from './steps';
import type { TemplateSet } from './templateSet';
import { walk } from './walk';

/** A template that is being executed. */
interface Open {
  readonly state: State;
  readonly steps: Steps;
  /** What was executed before it. */
  readonly outer: State | undefined;
}

/**
 * Executes a template and says what it wrote. Templates that it includes don't lie within each other here, as far as each
 * is called where a pipeline begins: Node has room for some hundred calls within calls of this kind, and helm allows 1,000.
 */
export function execute(run: Run, set: TemplateSet, template: Template, dot: Value): Text {
  if (!template.parsed.nodes[0]) return text('');
  const open: Open[] = [opened(run, { set, template, dot, calls: 0 })];
  let answer: Text | undefined;
  let failure: unknown;
  for (;;) {
    const last = open.at(-1);
    if (!last) {
      if (failure !== undefined) throw failure;
      return answer ?? text('');
    }
    try {
      const { steps } = last;
      const next = failure === undefined ? steps.next(answer ?? text('')) : steps.throw(failure);
      failure = undefined;
      answer = undefined;
      if (next.done) {
        answer = last.state.out.done();
        run.budget.hold(answer.text.length);
        closed(run, open);
      } else open.push(opened(run, next.value));
    } catch (error) {
      failure = error;
      answer = undefined;
      // Who stopped it wants to know where that was.
      if (error instanceof Stopped || error instanceof RangeError) throw error;
      closed(run, open);
    }
  }
}

function opened(run: Run, { set, template, dot, calls }: Wanted): Open {
  const { limits } = run.budget;
  const [first] = template.parsed.nodes;
  const variables = [{ name: '$', value: dot }];
  // What is empty is never looked at.
  const node = first ?? { kind: 'dot', start: 0, end: 0 };
  const state: State = { run, set, template, out: pieces(), variables, depth: calls, node };
  if (++run.depth > limits.depth) {
    throw new Stopped(`templates are called more than ${(limits.depth - 2).toLocaleString('en')} deep in each other`);
  }
  const outer = run.state;
  run.state = state;
  return { state, steps: walk(state, dot, template.parsed.nodes), outer };
}

function closed(run: Run, open: Open[]): void {
  run.depth--;
  run.state = open.pop()?.outer;
}
