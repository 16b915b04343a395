import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import { describingKey } from '../model/chartDescription';
import type { ChartIndex, IndexedFile } from '../model/chartIndex';
import { namePlace, type Thing, thingAt } from './thingAt';
import { conditionPlaces, type Place, readPlaces, saidValues, schemaPlaces } from './valuePlaces';

/** Where what stands at an offset is defined; undefined where nothing has a name. */
export function definitionOf(index: ChartIndex, at: IndexedFile, offset: number): Place[] | undefined {
  const thing = thingAt(index, at, offset);
  return thing && openable(index, definitionPlaces(index, at, thing));
}

function definitionPlaces(index: ChartIndex, at: IndexedFile, thing: Thing): Place[] {
  const { file } = at;
  switch (thing.kind) {
    case 'template': {
      const [first] = index.reading.definitions.get(thing.name) ?? [];
      return first ? [{ file: first.file, ...namePlace(first) }] : [];
    }
    case 'value': {
      const said = saidValues(index, thing.paths);
      const own = said.filter(({ from }) => from.isOwn);
      const places = (own.length > 0 ? own : said).map(({ found }) => ({ file: found.file, ...found.key }));
      return places.length > 0 ? places : schemaPlaces(index, thing.paths);
    }
    case 'object': {
      const [object, name] = thing.path;
      const described = thing.chart.describing[0];
      if (object !== 'Chart' || name === undefined || !described) return [];
      const key = describingKey(described, name);
      return key ? [{ file: described, ...key.key }] : [];
    }
    case 'variable':
      return thing.declared ? [{ file, ...thing.declared }] : [];
    case 'function':
      return [];
  }
}

/** Where what stands at an offset is used, and where it is defined if that is asked for. */
export function referencesTo(
  index: ChartIndex,
  at: IndexedFile,
  offset: number,
  includesDefinition: boolean,
): Place[] | undefined {
  const thing = thingAt(index, at, offset);
  if (!thing) return undefined;
  switch (thing.kind) {
    case 'template':
      return openable(index, [
        ...callPlaces(index, thing.name),
        ...(includesDefinition ? definedPlaces(index, thing.name) : []),
      ]);
    case 'value': {
      const said = saidValues(index, thing.paths);
      const written = includesDefinition ? said : said.filter(({ from }) => !from.isOwn);
      return openable(index, [
        ...readPlaces(index, thing.paths),
        ...written.map(({ found }) => ({ file: found.file, ...found.key })),
        ...conditionPlaces(index, thing.paths),
        ...(includesDefinition ? schemaPlaces(index, thing.paths) : []),
      ]);
    }
    case 'variable':
      return [...(index.reading.notes.variables.get(at.file)?.values() ?? [])].filter(
        ({ name, start, declared }) =>
          name === thing.name &&
          declared?.start === thing.declared?.start &&
          (includesDefinition || start !== declared?.start),
      );
    case 'object':
    case 'function':
      return [];
  }
}

/** Where a template is called. */
export function callPlaces({ reading }: ChartIndex, name: string): Place[] {
  return [...reading.notes.calls.values()].flatMap((calls) => [...calls.values()].filter((call) => call.name === name));
}

/** Where a template is defined. */
export function definedPlaces({ definitions }: ChartIndex, name: string): Place[] {
  return (definitions.get(name) ?? []).map((definition) => ({
    file: definition.file,
    ...namePlace(definition),
  }));
}

/** The places that an editor can open, each once. */
function openable(index: ChartIndex, places: readonly Place[]): Place[] {
  const seen = new Map<GivenFile, Set<number>>();
  return places.filter(({ file, start }) => {
    const known = seen.get(file) ?? new Set();
    seen.set(file, known);
    if (known.has(start) || index.pathOf(file) === undefined) return false;
    known.add(start);
    return true;
  });
}
