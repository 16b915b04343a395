import type { GivenFile } from '../../../rendering/charts/chart/chart';
import type { Parsed } from '../../../rendering/charts/language/tree';
import { allCharts, type EditedChart } from '../model/chartModel';
import { templateOf } from '../model/chartText';
import { bounded, joined, keyOf, type Meaning, withoutRoots } from './meaning';
import { type Notes, noNotes, readWhole } from './notes';
import { readNodes } from './readNodes';
import type { Reader } from './scope';
import { noteWrittenReads } from './writtenReads';

/** A template that is defined under a name. */
export interface Definition {
  readonly name: string;
  readonly chart: EditedChart;
  readonly file: GivenFile;
  readonly parsed: Parsed;
}

/** What is known of all templates of a chart and of those in it. */
export interface ChartReading {
  readonly notes: Notes;
  /** By their names; of one name the one that counts comes first. */
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
}

/** So many ways of calling a template are told apart; what it is given in others is put together. */
const mostWays = 8;

/** The ways in which a template is called. */
interface Ways {
  /** What it was given, each as `keyOf` tells it. */
  readonly known: Set<string>;
  others: Meaning | undefined;
  /** How often others were put together. */
  rounds: number;
}

/** So often what a template is given may come to more. */
const mostRounds = 12;

/** Reads the templates of a chart and of those in it, with what each of them is called with. */
export function readChart(top: EditedChart): ChartReading {
  const notes = noNotes();
  const definitions = definitionsIn(top);
  const ways = new Map<string, Ways>();
  const waiting: { readonly name: string; readonly dot: Meaning }[] = [];
  const reader: Reader = {
    notes,
    call(name, given) {
      if (!definitions.has(name)) return false;
      const known = ways.get(name) ?? { known: new Set(), others: undefined, rounds: 0 };
      ways.set(name, known);
      const dot = bounded(given);
      const isWhole = keyOf(dot) === keyOf(given) && known.known.size < mostWays;
      // What can't be told apart counts as read, whoever reads it.
      if (!isWhole) readWhole(notes, withoutRoots(given));
      const way = newWay(known, dot);
      if (way) waiting.push({ name, dot: way });
      return true;
    },
  };
  const read = (file: GivenFile, parsed: Parsed, dot: Meaning) => {
    readNodes(parsed.nodes, { file, dot, reader, variables: new Map([['$', { meaning: dot, declared: undefined }]]) });
  };
  const readCalled = () => {
    for (let called = waiting.pop(); called; called = waiting.pop()) {
      for (const { file, parsed } of definitions.get(called.name) ?? []) read(file, parsed, called.dot);
    }
  };
  for (const chart of allCharts(top)) {
    for (const file of templateFiles(chart)) {
      const own = templateOf(file).templates.at(-1);
      if (own) read(file, own, { kind: 'root', chart });
    }
  }
  readCalled();
  // What nobody calls, or may call by a name that nobody knows, is given everything, as is the custom.
  for (const [name, defined] of definitions) {
    if (ways.has(name) && !notes.hasUnknownCalls) continue;
    for (const { chart } of defined) reader.call(name, { kind: 'root', chart });
  }
  readCalled();
  noteWrittenReads(top, reader);
  return { notes, definitions };
}

/** What a template is to be read with because of a call; undefined for what it was read with before. */
function newWay(ways: Ways, given: Meaning): Meaning | undefined {
  const key = keyOf(given);
  if (ways.known.has(key)) return undefined;
  ways.known.add(key);
  if (ways.known.size <= mostWays) return given;
  const others = ways.others ? bounded(joined(ways.others, given)) : given;
  const isNew = ways.rounds < mostRounds && (!ways.others || keyOf(others) !== keyOf(ways.others));
  ways.others = others;
  if (isNew) ways.rounds++;
  return isNew ? others : undefined;
}

/** The files of a chart that are templates. */
export function templateFiles({ files }: EditedChart): GivenFile[] {
  return [...files].flatMap(([path, file]) => (path.startsWith('templates/') ? file : []));
}

function definitionsIn(top: EditedChart): Map<string, Definition[]> {
  const all: Definition[] = [];
  const seen = new Set<GivenFile>();
  for (const chart of allCharts(top)) {
    for (const file of templateFiles(chart)) {
      const { templates } = templateOf(file);
      if (seen.has(file)) continue;
      seen.add(file);
      for (const parsed of templates.slice(0, -1)) all.push({ name: parsed.name, chart, file, parsed });
    }
  }
  const found = new Map<string, Definition[]>();
  const depth = ({ chart, file }: Definition) => (chart.folder + file.path).split('/').length;
  // Helm reads the deepest first, and what it reads later counts.
  for (const definition of all.sort((one, other) => depth(one) - depth(other))) {
    found.set(definition.name, [...(found.get(definition.name) ?? []), definition]);
  }
  return found;
}
