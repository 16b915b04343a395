import type { Token } from '../tokens';
import type { Node, Parsed, Pipeline } from '../tree';
import { actionTokens, isBlank, lineEnd, type TypedAction } from './actionTokens';
import { literal, nextToken, type TypedTokens, typedPipeline } from './typedPipeline';

/** What could be read of a template's text. */
export interface HalfTyped {
  /** The templates that it defines, each as often as it does, and the file's own last. */
  readonly templates: readonly Parsed[];
  readonly actions: readonly TypedAction[];
  /** From `{{` to `}}`. */
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** Something that is to be ended. */
interface Open {
  readonly kind: 'file' | 'define' | 'block' | 'if' | 'with' | 'range';
  readonly start: number;
  readonly name: string;
  /** Where its name stands, if it has one. */
  readonly at: number;
  readonly pipeline: Pipeline;
  readonly nodes: Node[];
  otherwise: Node[] | undefined;
  /** True for what `else if` begins: it ends with what that belongs to. */
  readonly isChained: boolean;
}

/** So deep is what the tree tells apart; what lies deeper belongs to what is around it. */
const deepest = 400;

const nothing: Pipeline = { kind: 'pipeline', start: 0, end: 0, variables: [], isAssignment: false, commands: [] };

/**
 * Reads a template's text, however much of it is typed. What is valid gives the tree that Go's text/template would give; an
 * action that isn't closed ends with its line, an `end` that is missing is taken for written where a definition begins or
 * the text ends, one too many is left out.
 */
export function parseHalfTyped(name: string, text: string): HalfTyped {
  const templates: Parsed[] = [];
  const actions: TypedAction[] = [];
  const comments: { start: number; end: number }[] = [];
  const file: Open = { ...opened('file', 0), name };
  const open: Open[] = [file];
  const innermost = () => open.at(-1) ?? file;
  const add = (node: Node) => listOf(innermost()).push(node);

  const close = (end: number) => {
    const done = open.pop();
    if (!done) return;
    const { kind, start, name: own, at, pipeline, nodes, otherwise } = done;
    if (kind === 'file') return;
    if (kind === 'define' || kind === 'block') {
      templates.push({ name: own, nodes, start, end });
      if (kind === 'block') add({ kind: 'template', name: own, pipeline, at, start, end });
    } else if (open.length < deepest) add({ kind, pipeline, nodes, otherwise, start, end });
    else for (const node of [...nodes, ...(otherwise ?? [])]) add(node);
  };
  const closeAll = (end: number) => {
    while (open.length > 1) close(end);
  };

  for (const part of parts(text)) {
    if ('comment' in part) {
      comments.push(part.comment);
      continue;
    }
    if ('text' in part) {
      add({ kind: 'text', ...part });
      continue;
    }
    actions.push(part);
    const typed: TypedTokens = { tokens: part.tokens, at: 0, depth: 0, end: part.close };
    const word = nextToken(typed);
    switch (word?.kind === 'keyword' ? word.text : '') {
      case 'define':
        closeAll(part.start);
        open.push({ ...opened('define', part.start), name: nameIn(nextToken(typed)) });
        break;
      case 'block': {
        const named = nextToken(typed);
        const pipeline = typedPipeline(typed);
        const at = named?.start ?? part.close;
        open.push({ ...opened('block', part.start, pipeline), name: nameIn(named), at });
        break;
      }
      case 'template': {
        const named = nextToken(typed);
        const behind = typed.at;
        const pipeline = nextToken(typed) === undefined ? undefined : typedPipeline({ ...typed, at: behind });
        const at = named?.start ?? part.close;
        add({ kind: 'template', name: nameIn(named), pipeline, at, start: part.start, end: part.end });
        break;
      }
      case 'break':
      case 'continue':
        add({ kind: word?.text === 'break' ? 'break' : 'continue', start: word?.start ?? 0, end: part.end });
        break;
      case 'if':
      case 'with':
      case 'range':
        open.push(opened(kindOf(word), part.start, typedPipeline(typed)));
        break;
      case 'else': {
        const { kind, otherwise } = innermost();
        if (!(kind === 'if' || kind === 'with' || kind === 'range') || otherwise) break;
        innermost().otherwise = [];
        const next = nextToken(typed);
        if (next?.kind !== 'keyword' || (next.text !== 'if' && next.text !== 'with')) break;
        open.push({ ...opened(next.text, next.start, typedPipeline(typed)), isChained: true });
        break;
      }
      case 'end': {
        while (innermost().isChained) close(part.end);
        if (open.length > 1) close(part.end);
        break;
      }
      default:
        add({ kind: 'print', pipeline: typedPipeline({ ...typed, at: 0 }), start: part.start, end: part.end });
    }
  }
  closeAll(text.length);
  templates.push({ name, nodes: file.nodes, start: 0, end: text.length });
  return { templates, actions, comments };
}

function opened(kind: Open['kind'], start: number, pipeline = nothing): Open {
  return { kind, start, name: '', at: start, pipeline, nodes: [], otherwise: undefined, isChained: false };
}

function kindOf(word: Token | undefined): 'if' | 'with' | 'range' {
  return word?.text === 'if' || word?.text === 'with' ? word.text : 'range';
}

function listOf({ nodes, otherwise }: Open): Node[] {
  return otherwise ?? nodes;
}

function nameIn(token: Token | undefined): string {
  return token?.kind === 'string' || token?.kind === 'rawString' ? literal(token).text : '';
}

interface TextBetween {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The actions and comments of a text, and what stands between them. */
function* parts(text: string): Iterable<TypedAction | TextBetween | { comment: { start: number; end: number } }> {
  const lastCommentEnd = text.lastIndexOf('*/');
  let place = 0;
  for (let start = text.indexOf('{{'); start >= 0; start = text.indexOf('{{', place)) {
    const isTrimmed = text[start + 2] === '-' && isBlank(text[start + 3]);
    let end = start;
    if (isTrimmed) while (end > place && isBlank(text[end - 1])) end--;
    if (end > place) yield { text: text.slice(place, end), start: place, end };
    const behind = start + (isTrimmed ? 4 : 2);
    let trimsBehind = false;
    if (text.startsWith('/*', behind)) {
      place = commentEnd(text, behind, lastCommentEnd);
      yield { comment: { start, end: place } };
      trimsBehind = text.endsWith('-}}', place) && isBlank(text[place - 4]);
    } else {
      const action = actionTokens(text, start);
      yield action;
      place = action.end;
      ({ trimsBehind } = action);
    }
    if (trimsBehind) while (isBlank(text[place])) place++;
  }
  if (place < text.length) yield { text: text.slice(place), start: place, end: text.length };
}

/** Behind a comment, or where the line ends of one that has no end. */
function commentEnd(text: string, start: number, lastCommentEnd: number): number {
  const line = lineEnd(text, start);
  if (lastCommentEnd < start + 2) return line;
  const end = text.indexOf('*/', start + 2) + 2;
  const close = text.indexOf('}}', end);
  return close >= 0 && close <= lineEnd(text, end) ? close + 2 : end;
}
