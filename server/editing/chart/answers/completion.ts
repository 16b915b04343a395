import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { textOf } from '../../../rendering/charts/chart/givenFile';
import { builtInObjects } from '../facts/builtInObjects';
import { functionFacts, signatureOf } from '../facts/functionFacts';
import { keywords } from '../facts/keywords';
import type { OpenChartFile } from '../model/chartIndex';
import { fieldOf, type Meaning, oneOf, unknown } from '../reading/meaning';
import { accessesIn } from '../reading/notes';
import { type ActionPlace, actionAt } from './actionAt';
import type { LeftToUs } from './leftToUs';
import { rangeIn } from './locations';
import { keysOf, type OfferedKey } from './offeredKeys';
import { definedPlaces } from './references';

/** What can be typed at an offset; undefined outside of actions, where other things are typed. */
export function completionsAt(open: OpenChartFile, offset: number, left: LeftToUs): CompletionItem[] | undefined {
  const place = open.at.path.startsWith('templates/') ? actionAt(open.at.file, offset) : undefined;
  if (!place) return undefined;
  if (left === 'nothing') return [];
  const { token } = place;
  const isLeft = left === 'all';
  switch (token?.kind) {
    case 'string':
    case 'rawString':
      return inString(open, place, offset);
    case 'number':
    case 'characterConstant':
      return [];
    case 'variable':
      return variables(open, token.start, token.start + token.text.length);
    case 'field':
    case 'dot':
      return isLeft || !isFromRoot(open, offset) ? keys(open, place, offset) : [];
    case 'identifier':
    case 'keyword':
      return isLeft ? words(open, place, token.start, token.start + token.text.length) : [];
    default:
      return isLeft ? words(open, place, offset, offset) : variables(open, offset, offset);
  }
}

/** True behind `.Values.a` and the like, which need no look at what is around. */
function isFromRoot({ at }: OpenChartFile, offset: number): boolean {
  const before = textOf(at.file).slice(Math.max(0, offset - 200), offset);
  return /(?:^|[^\w.)])\$?\.(?:Values|Release|Chart|Capabilities|Files|Template)\b[\w.]*$/.test(before);
}

function inString(open: OpenChartFile, { token, before }: ActionPlace, offset: number): CompletionItem[] {
  if (!token) return [];
  const calls = before.at(-1);
  const isClosed = token.text.length > 1 && token.text.at(-1) === token.text[0];
  const start = token.start + 1;
  const end = token.start + token.text.length - (isClosed ? 1 : 0);
  if (offset > end) return [];
  const range = rangeIn(open.at.file, { start, end });
  if (calls?.text === 'include' || calls?.text === 'template') {
    return [...open.index.definitions.keys()].map((name) => ({
      label: name,
      kind: CompletionItemKind.Reference,
      detail: definedPlaces(open.index, name)[0]?.file.path ?? '',
      textEdit: { range, newText: name },
    }));
  }
  if (calls?.kind === 'field' && /^\.(?:Get|GetBytes|Lines)$/.test(calls.text)) {
    const [chart] = open.at.charts;
    const paths = [...(chart?.files.keys() ?? [])].filter(
      (path) => !/^(?:templates\/|Chart\.|values\.|\.helmignore)/.test(path),
    );
    return paths.map((path) => ({ label: path, kind: CompletionItemKind.File, textEdit: { range, newText: path } }));
  }
  return itemsOf(keysOf(open.index, lookedIn(open, offset)), { start, end }, open, false);
}

/** What the name at an offset is looked up in. */
function lookedIn({ index, at }: OpenChartFile, offset: number): Meaning {
  const found: Meaning[] = [];
  for (const { start, end, names, base } of accessesIn(index.notesOf(at), at.file)) {
    if (offset < start || offset > end) continue;
    const position = names.findIndex((name) => name.start <= offset && offset <= name.end);
    if (position < 0) continue;
    let meaning = base;
    for (const { name } of names.slice(0, position)) meaning = fieldOf(meaning, name);
    found.push(meaning);
  }
  return oneOf(found);
}

function keys(open: OpenChartFile, { token, action }: ActionPlace, offset: number): CompletionItem[] {
  if (!token) return [];
  const { index } = open;
  const start = token.start + 1;
  const end = token.start + token.text.length;
  const behind = action.tokens.find(
    (other) => other.start + other.text.length === token.start && other.kind !== 'space',
  );
  const isAlone =
    token.kind === 'dot' && !(behind && /^(?:field|variable|rightParenthesis|identifier)$/.test(behind.kind));
  const dot = dotIn(open, action);
  const base = isAlone ? dot : lookedIn(open, offset);
  return itemsOf(keysOf(index, base), { start, end }, open, true);
}

/** What `.` is in an action; what `else if` begins is noted at its second word. */
function dotIn({ index, at }: Pick<OpenChartFile, 'index' | 'at'>, { start, close }: ActionPlace['action']): Meaning {
  for (const [place, dot] of index.notesOf(at).dots.get(at.file) ?? []) {
    if (start <= place && place <= close) return dot;
  }
  return unknown;
}

const identifier = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

function itemsOf(
  offered: readonly OfferedKey[],
  replaced: { readonly start: number; readonly end: number },
  open: OpenChartFile,
  isField: boolean,
): CompletionItem[] {
  const range = rangeIn(open.at.file, replaced);
  // Other names are reached by `index` alone.
  const fitting = offered.filter(({ name }) => !isField || identifier.test(name));
  return fitting.map(({ name, detail, what, isMap }) => ({
    label: name,
    kind: isMap ? CompletionItemKind.Module : CompletionItemKind.Property,
    ...(detail === undefined ? {} : { detail }),
    ...(what === undefined ? {} : { documentation: { kind: 'markdown', value: what } }),
    textEdit: { range, newText: name },
  }));
}

function variables({ index, at }: OpenChartFile, start: number, end: number): CompletionItem[] {
  const range = rangeIn(at.file, { start, end });
  const noted = [...(index.notesOf(at).variables.get(at.file)?.values() ?? [])];
  const names = noted.filter(({ declared }) => !declared || declared.end < start).map(({ name }) => name);
  return [...new Set(['$', ...names])].map((name) => ({
    label: name,
    kind: CompletionItemKind.Variable,
    filterText: name,
    textEdit: { range, newText: name },
  }));
}

/** Functions, and what actions begin with where one begins. */
function words(open: OpenChartFile, { before, token }: ActionPlace, start: number, end: number): CompletionItem[] {
  const range = rangeIn(open.at.file, { start, end });
  const functions = [...functionFacts].map(([name, fact]) => ({
    label: name,
    kind: CompletionItemKind.Function,
    detail: signatureOf(name, fact),
    documentation: { kind: 'markdown' as const, value: fact.what },
    textEdit: { range, newText: name },
  }));
  const isBeginning = before.length === 0;
  const begun = !isBeginning
    ? []
    : [...keywords].map(([name, { form, what }]) => ({
        label: name,
        kind: CompletionItemKind.Keyword,
        detail: form,
        documentation: { kind: 'markdown' as const, value: what },
        textEdit: { range, newText: name },
      }));
  const dot = token ? [] : dotNames(open, start);
  return [...begun, ...dot, ...variables(open, start, end), ...functions];
}

/** `.Values` and the like, where nothing is typed yet. */
function dotNames({ index, at }: OpenChartFile, offset: number): CompletionItem[] {
  const place = actionAt(at.file, offset);
  const dot = place ? dotIn({ index, at }, place.action) : unknown;
  const range = rangeIn(at.file, { start: offset, end: offset });
  return keysOf(index, dot).map(({ name }) => ({
    label: `.${name}`,
    kind: CompletionItemKind.Property,
    detail: builtInObjects.get(name)?.what ?? '',
    sortText: `!${name}`,
    textEdit: { range, newText: `.${name}` },
  }));
}
