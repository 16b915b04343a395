import stringWidth from 'string-width';
import type { Severity } from '../rules/rule';
import type { Look, Paint } from './colors';
import { printable } from './printable';
import type { ConfigurationComplaint, Excerpt, FileReport, Place, ReportedFinding } from './report';

const severityLooks: Readonly<Record<Severity, Look>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

const tabStop = 4;
const mostHelp = 3;

/** The findings of a file as compilers show them: place, message, the line with the fault underlined, how to mend it. */
export function prettyFile({ name, outcome }: FileReport, paint: Paint): string {
  if (outcome.state !== 'linted') return '';
  return outcome.findings.map((finding) => prettyFinding(name, finding, paint)).join('');
}

function prettyFinding(name: string, finding: ReportedFinding, paint: Paint): string {
  const look = severityLooks[finding.severity];
  const title = paint(`${finding.severity}[${finding.rule}]`, look, 'bold');
  const lines = [
    `${prettyPlace(name, finding.start, paint)}: ${title}: ${paint(printable(finding.message), 'bold')}`,
    ...prettyExcerpt(finding.start, finding.excerpt, look, paint),
  ];
  const margin = ' '.repeat(String(finding.start.line).length);
  for (const fix of finding.fixes.slice(0, mostHelp)) {
    lines.push(`${margin} ${paint('=', 'blue')} ${paint('help:', 'bold')} ${printable(fix.title)}`);
  }
  return `${lines.join('\n')}\n\n`;
}

/** What is wrong in a configuration, shown like a finding. */
export function prettyComplaint({ name, message, start, excerpt }: ConfigurationComplaint, paint: Paint): string {
  const lines = [
    `${prettyPlace(name, start, paint)}: ${paint('error', 'red', 'bold')}: ${paint(printable(message), 'bold')}`,
    ...(excerpt ? prettyExcerpt(start, excerpt, 'red', paint) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function prettyPlace(name: string, { line, column }: Place, paint: Paint): string {
  return paint(`${printable(name)}:${line}:${column}`, 'bold');
}

function prettyExcerpt({ line }: Place, excerpt: Excerpt, look: Look, paint: Paint): string[] {
  const number = String(line);
  const margin = ' '.repeat(number.length);
  const before = `${excerpt.isCutBefore ? '…' : ''}${excerpt.text.slice(0, excerpt.start)}`;
  const start = displayWidth(before);
  const end = displayWidth(`${before}${excerpt.text.slice(excerpt.start, excerpt.end)}`);
  const text = `${excerpt.isCutBefore ? '…' : ''}${excerpt.text}${excerpt.isCutAfter ? '…' : ''}`;
  const bar = paint('|', 'blue');
  return [
    `${paint(number, 'blue')} ${bar} ${withoutTabs(text)}`.trimEnd(),
    `${margin} ${bar} ${' '.repeat(start)}${paint('^'.repeat(Math.max(1, end - start)), look, 'bold')}`,
  ];
}

/** How many cells of a terminal a text takes, from the start of a line on. */
function displayWidth(text: string): number {
  const shown = withoutTabs(text);
  return /^[\x20-\x7E]*$/.test(shown) ? shown.length : stringWidth(shown);
}

/** A line with its tabs as spaces, so that what stands below it can be lined up. */
function withoutTabs(text: string): string {
  let shown = '';
  for (const [index, part] of printable(text).split('\t').entries()) {
    if (index > 0) shown += ' '.repeat(tabStop - (stringWidth(shown) % tabStop));
    shown += part;
  }
  return shown;
}
