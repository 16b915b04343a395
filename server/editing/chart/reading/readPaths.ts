import { readOnce } from '../../../readOnce';
import { allCharts, type EditedChart } from '../model/chartModel';
import { pathFromTop } from '../model/chartValues';
import { each, type ValuePath } from '../model/valuePath';
import { fieldOf, type Meaning } from './meaning';
import { accessesIn, pathsOf } from './notes';
import type { ChartReading } from './readChart';

/** The values that a chart and the charts in it read. */
export interface ReadPaths {
  /** True for a path that is read, by itself, with all that it is in, or on the way to something in it. */
  readonly isRead: (path: ValuePath) => boolean;
  /** True for a path whose presence some template asks for, or that one writes to. */
  readonly isTested: (path: ValuePath) => boolean;
  /** The names that are read in what a path leads to. */
  readonly namesIn: (path: ValuePath) => readonly string[];
}

interface Node {
  readonly below: Map<string, Node>;
  isWhole: boolean;
  isTested: boolean;
}

function newNode(): Node {
  return { below: new Map(), isWhole: false, isTested: false };
}

/** What the templates of a chart read, and its `Chart.yaml`. */
export function readPaths(top: EditedChart, reading: ChartReading): ReadPaths {
  return pathsReadIn(top)(reading);
}

const pathsReadIn = readOnce((top: EditedChart) => readOnce((reading: ChartReading) => collected(top, reading)));

function collected(top: EditedChart, { notes }: ChartReading): ReadPaths {
  const root = newNode();
  const at = (path: ValuePath): Node => {
    let node = root;
    for (const step of path) {
      const next = node.below.get(step) ?? newNode();
      node.below.set(step, next);
      node = next;
    }
    return node;
  };
  for (const file of notes.accesses.keys()) {
    for (const { names, base, isTested } of accessesIn(notes, file)) {
      let meaning: Meaning = base;
      for (const { name } of names) {
        meaning = fieldOf(meaning, name);
        for (const one of meaning.kind === 'oneOf' ? meaning.of : [meaning]) {
          if (one.kind !== 'value') continue;
          for (const path of pathsOf(one)) at(path).isTested ||= isTested;
        }
      }
    }
  }
  for (const path of [...notes.whole.values(), ...notes.iterated.values()]) at(path).isWhole = true;
  for (const path of notes.written.values()) Object.assign(at(path), { isWhole: true, isTested: true });
  for (const chart of allCharts(top)) {
    at(pathFromTop(chart, ['tags'])).isWhole = true;
    at(pathFromTop(chart, ['exports'])).isWhole = true;
    for (const { key, conditions, imports } of chart.description.dependencies) {
      for (const path of conditions) at(pathFromTop(chart, path)).isTested = true;
      for (const { child } of imports) at(pathFromTop(chart, [key, ...child])).isWhole = true;
    }
  }
  /** The nodes that a path leads to, after those that it leads through. */
  const passed = (path: ValuePath): (readonly Node[])[] => {
    let nodes: readonly Node[] = [root];
    const all = [nodes];
    for (const step of path) {
      nodes = nodes.flatMap(({ below }) =>
        step === each ? [...below.values()] : [below.get(step), below.get(each)].flatMap((node) => node ?? []),
      );
      all.push(nodes);
    }
    return all;
  };
  const reached = (path: ValuePath): readonly Node[] => passed(path).at(-1) ?? [];
  return {
    isRead: (path) => reached(path).length > 0 || passed(path).some((nodes) => nodes.some(({ isWhole }) => isWhole)),
    isTested: (path) => reached(path).some((node) => node.isTested),
    namesIn: (path) => reached(path).flatMap(({ below }) => [...below.keys()].filter((name) => name !== each)),
  };
}
