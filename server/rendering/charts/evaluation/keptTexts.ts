import { type Moves, noMoves } from '../origins/moves';
import { relocator } from '../origins/relocate';
import type { WrittenFile } from '../output/writtenFile';
import type { Text } from '../values/value';
import type { Budget, Limits } from './budget';
import { newRecording, type Read, type Recorder, type Recording, type Said } from './recording';
import { isUnchanged, type Present } from './unchanged';

/** What the templates of a chart wrote, from one rendering to the next. */
export interface KeptTexts {
  readonly recorder: Recorder;
  /**
   * What a template wrote when all that it asked was answered as now, else what it writes.
   *
   * @param set what the chart is rendered with, by a name: a template has one text of each set
   */
  readonly written: (set: string, template: Asked, write: () => Text) => WrittenFile;
}

/** A template that is to be rendered. */
interface Asked {
  readonly name: string;
  readonly present: Present;
  readonly budget: Budget;
}

interface Kept {
  readonly recording: Recording;
  readonly file: WrittenFile;
  /** What it took to write it. */
  readonly steps: number;
  readonly limits: Limits;
}

/** Of so many sets a template's texts are kept. */
const mostKept = 100;
/** So many other texts than its own set's are tried. */
const mostTried = 6;

/** Nothing is kept yet. */
export function keptTexts(): KeptTexts {
  const known = new Map<string, Map<string, Kept>>();
  const recorder: Recorder = { recording: undefined };
  return {
    recorder,
    written(set, { name, present, budget }, write) {
      const all = known.get(name) ?? new Map<string, Kept>();
      known.set(name, all);
      const found = takenOver(all, set, present, budget);
      if (found) {
        keep(all, set, found);
        budget.take(found.steps);
        return found.file;
      }
      const recording = newRecording();
      present.dot.meet(recording);
      recorder.recording = recording;
      const before = budget.taken();
      try {
        const file: WrittenFile = { text: write(), documents: undefined };
        if (recording.isKeepable) {
          keep(all, set, { recording, file, steps: budget.taken() - before, limits: budget.limits });
        }
        return file;
      } finally {
        recorder.recording = undefined;
      }
    },
  };
}

function keep(all: Map<string, Kept>, set: string, kept: Kept): void {
  all.delete(set);
  all.set(set, kept);
  const [oldest] = all.keys();
  if (all.size > mostKept && oldest !== undefined) all.delete(oldest);
}

/** What still holds, of its own set or of another. */
function takenOver(all: Map<string, Kept>, set: string, present: Present, { limits }: Budget): Kept | undefined {
  const own = all.get(set);
  const others = new Set([...all.values()].reverse());
  const tried = own ? new Set([own, ...others]) : others;
  for (const kept of [...tried].slice(0, mostTried)) {
    if (!isSameLimit(kept.limits, limits)) continue;
    const moves = noMoves();
    if (!isUnchanged(kept.recording, present, moves)) continue;
    const found = moves.files.size + moves.sources.size === 0 ? kept : orNothing(() => relocated(kept, present, moves));
    if (found) return found;
  }
  return undefined;
}

function isSameLimit(one: Limits, other: Limits): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Nothing where texts are put together so deep that nobody can follow. */
function orNothing<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same in files that have been edited elsewhere. */
function relocated({ recording, file, ...rest }: Kept, present: Present, moves: Moves): Kept | undefined {
  const { source, value, isLost } = relocator(moves);
  const said = (one: Said): Said => ({ value: one.value && value(one.value), keySource: source(one.keySource) });
  const reads = recording.reads.map((read): Read => {
    if (read.kind === 'size') return read;
    if (read.kind === 'entry') return { ...read, said: said(read.said) };
    return { ...read, said: read.said.map(([key, one]) => [key, said(one)] as const) };
  });
  const text = (of: Text): Text => ({ ...of, source: source(of.source) });
  const documents = file.documents?.map(({ manifest, hook }) => ({
    manifest: { ...manifest, text: text(manifest.text) },
    hook,
  }));
  const moved = { text: text(file.text), documents };
  const templates = new Map([...recording.templates.keys()].map((name) => [name, present.templateNamed(name)]));
  return isLost() ? undefined : { ...rest, recording: { ...recording, reads, templates }, file: moved };
}
