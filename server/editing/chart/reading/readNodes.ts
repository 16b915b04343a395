import type { Node, Pipeline } from '../../../rendering/charts/language/tree';
import { callNamed } from './functionFlows';
import { itemOf, type Meaning, oneOf, unknown } from './meaning';
import { noted, readEach, readWhole } from './notes';
import { readPipeline } from './readTerms';
import { inner, type Known, type Scope } from './scope';

/** A scope whose variables can be added to. */
type Growing = Scope & { readonly variables: Map<string, Known> };

/** Reads the nodes of a template, and takes down all that they read. */
export function readNodes(nodes: readonly Node[], scope: Growing): void {
  for (const node of nodes) {
    if (node.kind !== 'text') noteDot(node.start, scope);
    switch (node.kind) {
      case 'print': {
        const meaning = readPipeline(node.pipeline, scope, false);
        if (!declare(node.pipeline, meaning, scope)) readWhole(scope.reader.notes, meaning);
        break;
      }
      case 'if':
      case 'with': {
        const within = inner(scope);
        const meaning = readPipeline(node.pipeline, within, true);
        declare(node.pipeline, meaning, within);
        readNodes(node.nodes, inner(within, node.kind === 'with' ? meaning : scope.dot));
        if (node.otherwise) readNodes(node.otherwise, inner(within));
        break;
      }
      case 'range': {
        const within = inner(scope);
        const meaning = readPipeline(node.pipeline, within, true);
        // Whoever goes through a table or a list sees all that is in it.
        readEach(scope.reader.notes, meaning);
        const item = itemOf(meaning);
        const { variables } = node.pipeline;
        for (const [index, { names, start }] of variables.entries()) {
          const isItem = index === variables.length - 1;
          const declared = { start, end: start + names[0].length };
          within.variables.set(names[0], { meaning: isItem ? item : unknown, declared });
          noteVariable(names[0], start, within);
        }
        readNodes(node.nodes, inner(within, item));
        if (node.otherwise) readNodes(node.otherwise, inner(scope));
        break;
      }
      case 'template': {
        const dot = node.pipeline ? readPipeline(node.pipeline, scope, true) : unknown;
        const { at, name, end } = node;
        const isNamed = name !== '';
        const term = {
          kind: 'string' as const,
          written: '',
          text: name,
          isCopy: true,
          start: at,
          end: at + name.length + 2,
        };
        if (isNamed && end > at) callNamed({ term, meaning: { kind: 'text', text: name } }, dot, scope);
      }
    }
  }
}

function noteDot(start: number, { dot, file, reader }: Scope): void {
  const dots = noted(reader.notes.dots, file);
  dots.set(start, oneOf([dots.get(start) ?? unknown, dot]));
}

/** Gives the variables of a pipeline what it stands for; false if it has none. */
function declare({ variables, isAssignment }: Pipeline, meaning: Meaning, scope: Growing): boolean {
  for (const { names, start } of variables) {
    const [name] = names;
    const before = scope.variables.get(name);
    const declared = { start, end: start + name.length };
    // Whether an assignment is come by is known only when it is rendered.
    if (isAssignment && before) before.meaning = oneOf([before.meaning, meaning]);
    else scope.variables.set(name, { meaning, declared });
    noteVariable(name, start, scope);
  }
  return variables.length > 0;
}

function noteVariable(name: string, start: number, { file, variables, reader }: Scope): void {
  const declared = variables.get(name)?.declared;
  noted(reader.notes.variables, file).set(start, { file, name, start, end: start + name.length, declared });
}
