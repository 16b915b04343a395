import { printable, printableName } from '../lint/printable';
import type { Severity } from '../rules/rule';
import type { Look, Paint } from './colors';
import { type WidthOf, widthOfAll, withoutTabs } from './displayWidth';
import type { ConfigurationComplaint, Excerpt, FileReport, Place, ReportedFinding } from './report';

const severityLooks: Readonly<Record<Severity, Look>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

const mostHelp = 3;

/** How output looks on the stream that it is written to. */
export interface Style {
  readonly paint: Paint;
  readonly widthOf: WidthOf;
}

/** The style of output that shows some excerpts. Lines that are cut end in an ellipsis, which is narrow anywhere. */
export async function styleFor(paint: Paint, excerpts: readonly Excerpt[]): Promise<Style> {
  const widthOf = await widthOfAll(excerpts.map(({ text }) => text));
  return { paint, widthOf };
}

/** The findings of a file as compilers show them: place, message, the line with the fault underlined, how to mend it. */
export function prettyFile({ name, outcome }: FileReport, style: Style): string {
  if (outcome.state !== 'linted') return '';
  return outcome.findings.map((finding) => prettyFinding(name, finding, style)).join('');
}

function prettyFinding(name: string, finding: ReportedFinding, style: Style): string {
  const { paint } = style;
  const look = severityLooks[finding.severity];
  const title = paint(`${finding.severity}[${finding.rule}]`, look, 'bold');
  const lines = [
    `${prettyPlace(name, finding.start, paint)}: ${title}: ${paint(printable(finding.message), 'bold')}`,
    ...prettyExcerpt(finding.start, finding.excerpt, look, style),
  ];
  const margin = ' '.repeat(String(finding.start.line).length);
  for (const { name: file, start } of finding.related?.slice(0, mostHelp) ?? []) {
    const place = `${printableName(file)}:${start.line}:${start.column}`;
    lines.push(`${margin} ${paint('=', 'blue')} ${paint('note:', 'bold')} written into the object at ${place}`);
  }
  for (const fix of finding.fixes.slice(0, mostHelp)) {
    lines.push(`${margin} ${paint('=', 'blue')} ${paint('help:', 'bold')} ${printable(fix.title)}`);
  }
  return `${lines.join('\n')}\n\n`;
}

/** What is wrong in a configuration, shown like a finding. */
export function prettyComplaint({ name, message, start, excerpt }: ConfigurationComplaint, style: Style): string {
  const { paint } = style;
  const lines = [
    `${prettyPlace(name, start, paint)}: ${paint('error', 'red', 'bold')}: ${paint(printable(message), 'bold')}`,
    ...(excerpt.text === '' ? [] : prettyExcerpt(start, excerpt, 'red', style)),
  ];
  return `${lines.join('\n')}\n`;
}

function prettyPlace(name: string, { line, column }: Place, paint: Paint): string {
  return paint(`${printableName(name)}:${line}:${column}`, 'bold');
}

function prettyExcerpt({ line }: Place, excerpt: Excerpt, look: Look, { paint, widthOf }: Style): string[] {
  const number = String(line);
  const margin = ' '.repeat(number.length);
  const before = `${excerpt.isCutBefore ? '…' : ''}${excerpt.text.slice(0, excerpt.start)}`;
  const start = widthOf(withoutTabs(before, widthOf));
  const end = widthOf(withoutTabs(`${before}${excerpt.text.slice(excerpt.start, excerpt.end)}`, widthOf));
  const text = `${excerpt.isCutBefore ? '…' : ''}${excerpt.text}${excerpt.isCutAfter ? '…' : ''}`;
  const bar = paint('|', 'blue');
  return [
    `${paint(number, 'blue')} ${bar} ${withoutTabs(text, widthOf)}`.trimEnd(),
    `${margin} ${bar} ${' '.repeat(start)}${paint('^'.repeat(Math.max(1, end - start)), look, 'bold')}`,
  ];
}
