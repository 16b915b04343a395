import { byteLength } from '../go/bytes';
import { Fault, Stopped } from '../go/fault';
import { quoted } from '../go/quote';
import type { Template } from '../language/tree';
import { writtenCommand, writtenNode, writtenPipeline, writtenTerm } from '../language/written';
import { placeOfAction } from '../origins/place';
import type { State } from './run';

/** An error while a template is executed, as Go words it. */
export class ExecutionFault extends Fault {}

/** Stops executing a template. */
export function fail(state: State, message: string, inner?: Fault): never {
  if (inner instanceof Stopped) throw inner;
  const { node, template } = state;
  const { start, end } = node;
  // What lies innermost has said already what went wrong, and where.
  const known = inner?.place ? inner : { said: message, place: placeOfAction({ template, start, end }) };
  const location = locationOf(template, positionOf(node));
  const where = `template: ${location}: executing ${quoted(template.parsed.name)} at <${shown(node)}>: `;
  throw new ExecutionFault(where + message, { said: known.said, place: known.place, inner });
}

/** Where a node is, as Go sees it. */
function positionOf(node: State['node']): number {
  if ('at' in node) return node.at;
  if (node.kind === 'print' || node.kind === 'if' || node.kind === 'with' || node.kind === 'range') {
    return node.pipeline.start;
  }
  return node.start;
}

/** `FILE:LINE:COLUMN`, the column in bytes from 0. */
function locationOf({ text, fileName }: Template, place: number): string {
  const before = text.slice(0, place);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  return `${fileName}:${line}:${byteLength(before.slice(lineStart))}`;
}

function shown(node: State['node']): string {
  switch (node.kind) {
    case 'pipeline':
      return writtenPipeline(node);
    case 'command':
      return writtenCommand(node);
    case 'text':
    case 'print':
    case 'if':
    case 'with':
    case 'range':
    case 'template':
    case 'break':
    case 'continue':
      return writtenNode(node);
    default:
      return writtenTerm(node);
  }
}
