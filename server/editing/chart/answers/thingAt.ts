import { textOf } from '../../../rendering/charts/chart/givenFile';
import type { ChartIndex, IndexedFile } from '../model/chartIndex';
import { allCharts, type EditedChart } from '../model/chartModel';
import { templateOf } from '../model/chartText';
import { isLaidOver, pathFromTop } from '../model/chartValues';
import { pathKey, type ValuePath } from '../model/valuePath';
import { placeAt } from '../model/yamlFile';
import type { Definition } from '../reading/definitions';
import { fieldOf, type Meaning } from '../reading/meaning';
import { accessesIn, pathsOf } from '../reading/notes';

/** Something that has a name, and where it is named. */
export type Thing = {
  readonly start: number;
  readonly end: number;
} & (
  | { readonly kind: 'value'; readonly paths: readonly ValuePath[]; readonly isKey: boolean }
  | { readonly kind: 'template'; readonly name: string }
  | { readonly kind: 'object'; readonly chart: EditedChart; readonly path: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string; readonly declared: Declared }
  | { readonly kind: 'function'; readonly name: string }
);

type Declared = { readonly start: number; readonly end: number } | undefined;

/** What stands at an offset of a file; undefined where nothing has a name. */
export function thingAt(index: ChartIndex, at: IndexedFile, offset: number): Thing | undefined {
  if (at.path.startsWith('templates/')) return inTemplate(index, at, offset);
  return inYaml(at, offset) ?? accessed(index, at, offset);
}

function inTemplate(index: ChartIndex, at: IndexedFile, offset: number): Thing | undefined {
  const { notes } = index.reading;
  const holds = ({ start, end }: { start: number; end: number }) => start <= offset && offset <= end;
  const call = [...(notes.calls.get(at.file)?.values() ?? [])].find(holds);
  if (call) return { kind: 'template', name: call.name, start: call.start, end: call.end };
  const defined = definitionsIn(index, at).find((one) => holds(one.place));
  if (defined) return { kind: 'template', name: defined.definition.name, ...defined.place };
  const found = accessed(index, at, offset);
  if (found) return found;
  const variable = [...(notes.variables.get(at.file)?.values() ?? [])].find(holds);
  if (variable) {
    const { name, start, end, declared } = variable;
    return { kind: 'variable', name, declared, start, end };
  }
  const action = templateOf(at.file).actions.find(({ start, end }) => start <= offset && offset <= end);
  const word = action?.tokens.find(
    ({ kind, start, text }) =>
      (kind === 'identifier' || kind === 'keyword') && start <= offset && offset <= start + text.length,
  );
  return word && { kind: 'function', name: word.text, start: word.start, end: word.start + word.text.length };
}

/** The definitions in a file, and where their names stand. */
export function definitionsIn(
  { reading }: ChartIndex,
  { file }: Pick<IndexedFile, 'file'>,
): { readonly definition: Definition; readonly place: { readonly start: number; readonly end: number } }[] {
  const found = [];
  for (const definitions of reading.definitions.values()) {
    for (const definition of definitions) {
      if (definition.file === file) found.push({ definition, place: namePlace(definition) });
    }
  }
  return found;
}

/** Where the name of a definition stands, without its quotes. */
export function namePlace({ file, parsed }: Definition): { readonly start: number; readonly end: number } {
  const action = templateOf(file).actions.find(({ start }) => start === parsed.start);
  const name = action?.tokens.find(({ kind }) => kind === 'string' || kind === 'rawString');
  const start = name ? name.start + 1 : parsed.start;
  return { start, end: name ? name.start + Math.max(1, name.text.length - 1) : start };
}

/** What an expression leads to, up to the name at an offset. */
function accessed({ reading }: ChartIndex, { file }: IndexedFile, offset: number): Thing | undefined {
  const paths = new Map<string, ValuePath>();
  let object: { readonly chart: EditedChart; readonly path: readonly string[] } | undefined;
  let place: { readonly start: number; readonly end: number } | undefined;
  for (const { start, end, names, base } of accessesIn(reading.notes, file)) {
    if (offset < start || offset > end) continue;
    const position = names.findIndex((name) => name.start <= offset + 1 && offset <= name.end);
    const named = names[position];
    if (!named) continue;
    let meaning: Meaning = base;
    for (const { name } of names.slice(0, position + 1)) meaning = fieldOf(meaning, name);
    for (const one of meaning.kind === 'oneOf' ? meaning.of : [meaning]) {
      if (one.kind === 'value') for (const path of pathsOf(one)) paths.set(pathKey(path), path);
      if (one.kind === 'object') object = one;
    }
    if (paths.size > 0 || object) place = named;
  }
  if (!place) return undefined;
  const { start, end } = place;
  if (paths.size > 0) return { kind: 'value', paths: [...paths.values()], isKey: false, start, end };
  return object && { kind: 'object', chart: object.chart, path: object.path, start, end };
}

function inYaml({ file, charts, path }: IndexedFile, offset: number): Thing | undefined {
  if (!/\.(?:ya?ml|json)$/.test(path)) return undefined;
  const place = placeAt(file, offset);
  if (!place) return undefined;
  const { start, end } = place.found.key;
  const valued = (own: ValuePath): Thing => {
    const paths = charts.map((chart) => pathOfKey(chart, own));
    return { kind: 'value', paths, isKey: true, start, end };
  };
  if (path === 'values.schema.json') {
    const own = valuesOfSchema(place.path);
    return own && place.part === 'key' ? valued(own) : undefined;
  }
  if (path === 'Chart.yaml' || path === 'requirements.yaml') return inConditions(file, charts, offset);
  const isValues = path === 'values.yaml' || charts.some((chart) => isLaidOver(path, chart));
  return isValues && place.part === 'key' ? valued(place.path) : undefined;
}

/** The path of a key of a chart's values file from the topmost chart; what is global in a section is global everywhere. */
export function pathOfKey(chart: EditedChart, own: ValuePath): ValuePath {
  const path = pathFromTop(chart, own);
  for (const { section } of allCharts(chart)) {
    const depth = section.length;
    if (path[depth] === 'global' && section.every((step, index) => step === path[index])) return path.slice(depth);
  }
  return path;
}

/** The path of a value that a place of a schema speaks of. */
function valuesOfSchema(path: ValuePath): ValuePath | undefined {
  const names = path.filter((_, index) => index % 2 === 1);
  return path.length % 2 === 0 && path.every((step, index) => index % 2 === 1 || step === 'properties')
    ? names
    : undefined;
}

/** A key of the values that switches a dependency on and off. */
function inConditions(file: IndexedFile['file'], charts: readonly EditedChart[], offset: number): Thing | undefined {
  const text = textOf(file);
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const [written] = /^[ \t-]*condition:[^\n#]*/.exec(text.slice(line)) ?? [];
  if (written === undefined || offset > line + written.length) return undefined;
  for (const { index, 0: condition } of written.slice(written.indexOf(':')).matchAll(/[^\s,"':]+/g)) {
    const start = line + written.indexOf(':') + index;
    const end = start + condition.length;
    if (offset < start || offset > end) continue;
    const behind = condition.indexOf('.', Math.max(0, offset - start));
    const upTo = behind < 0 ? condition : condition.slice(0, behind);
    const path = upTo.split('.');
    const from = start + upTo.lastIndexOf('.') + 1;
    const paths = charts.map((chart) => pathOfKey(chart, path));
    return { kind: 'value', paths, isKey: false, start: from, end: start + upTo.length };
  }
  return undefined;
}
