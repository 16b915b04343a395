import { type ReadText, readText } from '../lint/lint';
import type { Surroundings } from '../lint/surroundings';
import { textObjects } from '../lint/textObjects';
import { type FileFacts, factsOf } from '../workspace/judge/fileFacts';
import { type Neighbourhood, neighbourhood } from '../workspace/judge/neighbourhood';
import { type Checker, crashOf, judgeSource, type ReadSource, readSource, type Source, sourceOf } from './checkFile';
import type { PlannedFile } from './plan';
import type { Outcome } from './report';
import { type Told, toldOfUnread } from './told';

/** How much text is kept read until it is judged, in UTF-16 units; more is read once more. */
const mostKept = 16 * 1024 * 1024;

/** The part of a run that one thread does. */
export interface Share {
  /** The next file that nobody has taken; undefined if there are none left. */
  readonly next: () => PlannedFile | undefined;
  /** What stands for a file in place of what is on the disk. */
  readonly sourceFor: (file: PlannedFile) => Source | undefined;
  readonly checker: Checker;
  /** Hands over what the files of the share tell; gives back what those of the others tell. */
  readonly exchange: (told: readonly Told[]) => Promise<readonly Told[]>;
  readonly onChecked: (file: PlannedFile, outcome: Outcome) => void;
}

interface Pending {
  readonly file: PlannedFile;
  readonly source: Source;
  /** What it tells, where its neighbours don't see it. */
  readonly guest: FileFacts | undefined;
  /** Undefined where keeping it would take too much. */
  readonly kept: { readonly source: ReadSource; readonly read: ReadText } | undefined;
}

/**
 * Checks a share of files. First each file is read, and what it tells others is exchanged with the other shares; then
 * those that were asked for are judged among their neighbours.
 */
export async function checkShare({ next, sourceFor, checker, exchange, onChecked }: Share): Promise<void> {
  const told: Told[] = [];
  const pending: Pending[] = [];
  let keptSize = 0;

  const tellUnread = ({ path, neighbourhood: home, isSeen }: PlannedFile) => {
    if (home !== undefined && isSeen) told.push(...toldOfUnread(home, path));
  };

  const take = async (file: PlannedFile): Promise<void> => {
    const source = sourceFor(file) ?? sourceOf(file, checker.writer);
    const reading = await readSource(source, checker);
    if (reading.state === 'done') {
      if (reading.outcome.state === 'unreadable') tellUnread(file);
      if (file.isShown) onChecked(file, reading.outcome);
      return;
    }
    const { text, options } = reading;
    const { uri, neighbourhood: home } = file;
    if (home === undefined) {
      onChecked(file, await judgeSource(reading, checker.job, undefined));
      return;
    }
    const read = file.isShown ? readText({ name: uri, text }, options) : undefined;
    const facts = factsOf(uri, text, read ?? textObjects({ name: uri, text }, options));
    if (file.isSeen) told.push({ neighbourhood: home, facts });
    if (!read) return;
    // What a tool renders first is judged by itself in any case.
    if (facts.isTemplate) return onChecked(file, await judgeSource(reading, checker.job, undefined, read));
    keptSize += text.length;
    const kept = keptSize > mostKept ? undefined : { source: reading, read };
    pending.push({ file, source, guest: file.isSeen ? undefined : facts, kept });
  };

  const judge = async ({ file, source, guest, kept }: Pending, neighbours: Neighbourhood | undefined) => {
    const reading = kept?.source ?? (await readSource(source, checker));
    if (reading.state === 'done') return onChecked(file, reading.outcome);
    const surroundings: Surroundings | undefined = neighbours?.surroundingsOf(file.uri, {
      isKept: false,
      ...(guest && { guest }),
    });
    onChecked(file, await judgeSource(reading, checker.job, surroundings, kept?.read));
  };

  const safely = async (file: PlannedFile, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      tellUnread(file);
      if (file.isShown) onChecked(file, crashOf(error));
    }
  };

  for (let file = next(); file; file = next()) {
    const taken = file;
    await safely(taken, () => take(taken));
  }
  const neighbourhoods = neighbourhoodsOf([...told, ...(await exchange(told))]);
  for (const waiting of pending) {
    await safely(waiting.file, () => judge(waiting, neighbourhoods.get(waiting.file.neighbourhood ?? '')));
  }
}

function neighbourhoodsOf(told: readonly Told[]): Map<string, Neighbourhood> {
  const found = new Map<string, Neighbourhood>();
  for (const { neighbourhood: folder, facts } of told) {
    const files = found.get(folder) ?? neighbourhood();
    found.set(folder, files);
    files.set(facts.uri, facts);
  }
  return found;
}
