import { printableLines } from '../lint/printable';
import type { Severity } from '../rules/rule';
import type { FileReport } from './report';

/** The workflow commands that annotate a pull request ("Workflow commands for GitHub Actions", docs.github.com). */
const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * The findings of a file as annotations, one a line.
 *
 * @param name relative to the repository's root, which is what GitHub takes names for
 */
export function githubAnnotations(name: string, { outcome }: FileReport): string {
  if (outcome.state !== 'linted') return '';
  const annotations = outcome.findings.map(({ rule, severity, message, start, end }) => {
    const properties = {
      file: name,
      line: start.line,
      col: start.column,
      endLine: end.line,
      endColumn: end.column,
      title: rule,
    };
    const written = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
    return `::${commands[severity]} ${written.join(',')}::${escapedMessage(message)}\n`;
  });
  return annotations.join('');
}

function escapedMessage(text: string): string {
  return printableLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
