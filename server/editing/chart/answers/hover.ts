import type { Hover } from 'vscode-languageserver-types';
import { boldName, codeSpan } from '../../../features/values/markdown';
import { printable } from '../../../lint/printable';
import { textOf } from '../../../rendering/charts/chart/givenFile';
import { joined } from '../../../workspace/uris';
import { positionAt } from '../../../yaml/parsing/lines';
import { builtInObjects } from '../facts/builtInObjects';
import { functionFacts, signatureOf } from '../facts/functionFacts';
import { keywords } from '../facts/keywords';
import { describingKey } from '../model/chartDescription';
import type { OpenChartFile } from '../model/chartIndex';
import { linesOf } from '../model/chartText';
import { shownPath, type ValuePath } from '../model/valuePath';
import type { LeftToUs } from './leftToUs';
import { rangeIn } from './locations';
import { callPlaces } from './references';
import { namePlace, type Thing, thingAt } from './thingAt';
import { type Place, readPlaces, type SaidValue, saidValues } from './valuePlaces';
import { commentAbout, shortValue } from './writtenValue';

/** So many places are listed. */
const mostPlaces = 6;

/** What stands at an offset of a chart's file; undefined where there is nothing to say. */
export function hoverAt(open: OpenChartFile, offset: number, left: LeftToUs): Hover | undefined {
  const thing = thingAt(open.index, open.at, offset);
  const isToldElsewhere =
    left === 'nothing' || (left === 'scopes' && (thing?.kind === 'function' || thing?.kind === 'object'));
  const sections = thing && !isToldElsewhere ? sectionsOf(open, thing) : [];
  if (!thing || sections.length === 0) return undefined;
  return { contents: { kind: 'markdown', value: sections.join('\n\n') }, range: rangeIn(open.at.file, thing) };
}

function sectionsOf(open: OpenChartFile, thing: Thing): string[] {
  switch (thing.kind) {
    case 'value':
      return valueSections(open, thing);
    case 'template':
      return templateSections(open, thing.name);
    case 'object':
      return objectSections(thing);
    case 'function':
      return functionSections(thing.name);
    case 'variable':
      return thing.name === '$'
        ? ['`$` is what the template was called with; in a file, all that helm gives to it.']
        : [];
  }
}

function valueSections(open: OpenChartFile, { paths, isKey }: Extract<Thing, { kind: 'value' }>): string[] {
  const [first] = paths;
  if (!first) return [];
  const said = saidValues(open.index, paths);
  const comment = said.flatMap(({ found }) => commentAbout(found) ?? []).at(-1);
  return [
    paths.map((path) => boldName(shownPath(path))).join(' or '),
    ...(said.length > 0 ? [saidLines(open, said)] : isKey ? [] : [notSaid(first)]),
    ...(comment === undefined ? [] : [quotation(comment)]),
    ...(isKey ? readLines(open, paths) : []),
  ];
}

function notSaid(path: ValuePath): string {
  return path.includes('*')
    ? 'No values file says it.'
    : 'No values file of the chart says it: unless somebody gives it, there is nothing.';
}

/** What each file says, what counts more first. */
function saidLines(open: OpenChartFile, said: readonly SaidValue[]): string {
  const shown = said.slice(0, mostPlaces).map(({ found }) => {
    return `- ${shortValue(found)} · ${link(open, { file: found.file, ...found.key })}`;
  });
  const left = said.length - mostPlaces;
  return [...shown, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n');
}

function readLines(open: OpenChartFile, paths: readonly ValuePath[]): string[] {
  const places = readPlaces(open.index, paths);
  if (places.length === 0) return [];
  const shown = places.slice(0, mostPlaces).map((place) => link(open, place));
  const left = places.length - mostPlaces;
  return [`Read in ${shown.join(', ')}${left > 0 ? ` and ${left} more places` : ''}`];
}

function templateSections(open: OpenChartFile, name: string): string[] {
  const [definition] = open.index.reading.definitions.get(name) ?? [];
  if (!definition) return [`${boldName(name)}`, 'No template of this name is defined in the chart.'];
  const place = { file: definition.file, ...namePlace(definition) };
  const count = callPlaces(open.index, name).length;
  const calls = count === 0 ? 'called by nobody here' : count === 1 ? 'called once' : `called ${count} times`;
  const comment = commentBefore(textOf(definition.file), definition.parsed.start);
  return [
    `${boldName(name)} · ${link(open, place)} · ${calls}`,
    ...(comment === undefined ? [] : [quotation(comment)]),
  ];
}

/** The comment that stands right before a definition. */
function commentBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 2000), start);
  const open = before.lastIndexOf('{{');
  const [, comment] = /^\{\{-?\s*\/\*([\s\S]*?)\*\/\s*-?\}\}\s*$/.exec(before.slice(Math.max(0, open))) ?? [];
  return comment?.trim() || undefined;
}

function objectSections({ chart, path }: Extract<Thing, { kind: 'object' }>): string[] {
  const name = path.join('.');
  const fact = builtInObjects.get(name);
  const sections = fact
    ? [code(`.${name}${fact.parameters === undefined ? '' : `(${fact.parameters})`} ${fact.result}`), fact.what]
    : [];
  const [described] = chart.describing;
  const [object, key] = path;
  if (object !== 'Chart' || key === undefined || path.length > 2 || !described) return sections;
  const found = describingKey(described, key);
  return found ? [...sections, `${codeSpan('Chart.yaml')} says ${shortValue(found)}.`] : sections;
}

function functionSections(name: string): string[] {
  const fact = functionFacts.get(name);
  if (fact) return [code(signatureOf(name, fact)), fact.what];
  const keyword = keywords.get(name);
  return keyword ? [code(keyword.form), keyword.what] : [];
}

function code(text: string): string {
  return `\`\`\`go\n${text}\n\`\`\``;
}

/** A place as a link, or its name where nobody can open it. */
function link({ index, folder }: OpenChartFile, { file, start }: Place): string {
  const line = positionAt(linesOf(file), start).line + 1;
  const path = index.pathOf(file);
  if (path === undefined) return `${codeSpan(file.path)} of a packed chart`;
  return `[${path.replace(/[[\]\\]/g, '\\$&')}:${line}](${joined(folder, path)}#L${line})`;
}

/** What somebody wrote, as it stands: Markdown in it means nothing. */
function quotation(written: string): string {
  const lines = printableLines(written.length > 600 ? `${written.slice(0, 600)}…` : written);
  return lines.map((line) => `> ${line.replace(/[\\`*_{}[\]<>#!|~&]/g, '\\$&')}`).join('  \n');
}

function printableLines(text: string): string[] {
  return text.split(/\r?\n/).map((line) => printable(line.trim()));
}
