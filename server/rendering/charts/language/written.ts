import type { Command, Node, Pipeline, Term } from './tree';

/** A term as Go's messages show it. */
export function writtenTerm(term: Term): string {
  switch (term.kind) {
    case 'field':
      return term.names.map((name) => `.${name}`).join('');
    case 'variable':
      return term.names.join('.');
    case 'chain':
      return (
        (term.of.kind === 'pipeline' ? `(${writtenPipeline(term.of)})` : writtenTerm(term.of)) +
        term.names.map((name) => `.${name}`).join('')
      );
    case 'name':
      return term.name;
    case 'number':
      return term.text;
    case 'string':
      return term.written;
    case 'bool':
      return String(term.value);
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'pipeline':
      return writtenPipeline(term);
  }
}

/** A pipeline as Go's messages show it. */
export function writtenPipeline({ variables, isAssignment, commands }: Pipeline): string {
  const taken = variables.map(writtenTerm).join(', ');
  return (taken && `${taken}${isAssignment ? ' = ' : ' := '}`) + commands.map(writtenCommand).join(' | ');
}

/** A command as Go's messages show it. */
export function writtenCommand({ terms }: Command): string {
  return terms.map((term) => (term.kind === 'pipeline' ? `(${writtenPipeline(term)})` : writtenTerm(term))).join(' ');
}

/** A node as Go's messages show it, which name actions and calls alone. */
export function writtenNode(node: Node): string {
  switch (node.kind) {
    case 'print':
      return `{{${writtenPipeline(node.pipeline)}}}`;
    case 'template':
      return `{{template ${JSON.stringify(node.name)}${node.pipeline ? ` ${writtenPipeline(node.pipeline)}` : ''}}}`;
    case 'if':
    case 'with':
    case 'range':
      return `{{${node.kind} ${writtenPipeline(node.pipeline)}}}`;
    case 'break':
    case 'continue':
      return `{{${node.kind}}}`;
    case 'text':
      return node.text;
  }
}
