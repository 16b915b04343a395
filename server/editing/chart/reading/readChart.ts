import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import type { Parsed } from '../../../rendering/charts/language/tree';
import { allCharts, type EditedChart } from '../model/chartModel';
import { templateOf } from '../model/chartText';
import { type Definition, definitionsIn, templateFiles } from './definitions';
import { bounded, joined, keyOf, type Meaning, withoutRoots } from './meaning';
import { type Notes, noNotes, readWhole } from './notes';
import { readNodes } from './readNodes';
import type { Reader } from './scope';
import { noteWrittenReads } from './writtenReads';

/** What is known of all templates of a chart and of those in it. */
export interface ChartReading {
  readonly notes: Notes;
  /** By their names; of one name the one that counts comes first. */
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  /** What templates are called with, by their names. */
  readonly givenTo: ReadonlyMap<string, readonly Meaning[]>;
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
  const givenTo = new Map<string, Meaning[]>();
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
      if (!way) return true;
      waiting.push({ name, dot: way });
      givenTo.set(name, [...(givenTo.get(name) ?? []), way]);
      return true;
    },
  };
  const read = (file: GivenFile, parsed: Parsed, dot: Meaning) => readTemplate(file, parsed, dot, reader);
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
  return { notes, definitions, givenTo };
}

/** Reads a template that is given something. */
export function readTemplate(file: GivenFile, { nodes }: Parsed, dot: Meaning, reader: Reader): void {
  readNodes(nodes, { file, dot, reader, variables: new Map([['$', { meaning: dot, declared: undefined }]]) });
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
