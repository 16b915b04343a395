import type { Fix, FixClass } from '../../../rules/rule';
import { fileOffset } from '../../../yaml/parsing/offsets';
import type { FileEdit } from '../../../yaml/write/rendering';
import type { ChartToJudge, JudgedChart, PlacedFinding } from '../judgeChart';
import { namedSets } from '../placedMessage';
import { copiesWhatIsFilledIn } from './copies';
import { type FileChange, fileChanges } from './fileChanges';
import { intentOf } from './intents';
import { prove } from './proof';
import { type Way, waysToFix } from './ways';

/** A way to mend a finding in the files of its chart, proven by rendering. */
export interface ChartFix {
  /** What it does, and with which values alone where it isn't all of them. */
  readonly title: string;
  readonly class: FixClass;
  readonly files: readonly ChartFileEdits[];
}

/** What a fix does to one file. */
export interface ChartFileEdits {
  /** As places say it: from the chart's folder, or as a values file was given. */
  readonly path: string;
  /** Sorted and without overlaps; offsets from the start of the file. */
  readonly edits: readonly FileEdit[];
}

/** The fixes of a finding that can be had in its chart, the best first. */
export function fixesOf(chart: ChartToJudge, judged: JudgedChart, found: PlacedFinding): ChartFix[] {
  return found.finding.fixes.flatMap((fix) => chartFix(chart, judged, found, fix) ?? []);
}

/** The ways of a fix that don't write into a file what belongs to one rendering alone. */
export function waysOf(judged: JudgedChart, found: PlacedFinding, fix: Fix): Way[] {
  return waysToFix(found, fix, judged.fileAt).filter((way) => !copiesWhatIsFilledIn(found, fix, way));
}

function chartFix(chart: ChartToJudge, judged: JudgedChart, found: PlacedFinding, fix: Fix): ChartFix | undefined {
  const ways = waysOf(judged, found, fix);
  const intent = ways.length > 0 ? intentOf(found, fix) : undefined;
  if (!intent) return undefined;
  for (const way of ways) {
    const changes = fileChanges(way);
    const files = changes && editsOfFiles(changes);
    if (!files || prove(chart, judged, changes, [intent]).state !== 'proven') continue;
    return { title: titleOf(fix, changes, judged), class: fix.class, files };
  }
  return undefined;
}

/** Edits as they are made where the texts stand; undefined where lines would have to be indented for that. */
function editsOfFiles(changes: readonly FileChange[]): ChartFileEdits[] | undefined {
  const files: ChartFileEdits[] = [];
  for (const { file, edits } of changes) {
    const { path, placeInFile } = file;
    if (!placeInFile) files.push({ path, edits });
    else if (edits.some(({ newText, start, end }) => /\n/.test(newText + file.text.slice(start, end))))
      return undefined;
    else {
      const place = (offset: number) => fileOffset(placeInFile(offset));
      files.push({ path, edits: edits.map((edit) => ({ ...edit, start: place(edit.start), end: place(edit.end) })) });
    }
  }
  return files;
}

/** A fix in a file that not all values sets are made with says so. */
function titleOf({ title }: Fix, changes: readonly FileChange[], { rendered }: JudgedChart): string {
  const concerned = rendered.filter(({ set }) =>
    changes.every(({ file }) => set.values.some(({ path }) => path === file.path) || !isGiven(file.path, rendered)),
  );
  if (concerned.length === rendered.length) return title;
  return `${title}, only with ${namedSets(concerned.map(({ set }) => set.name))}`;
}

/** True for a values file that is given beside the chart. */
function isGiven(path: string, rendered: JudgedChart['rendered']): boolean {
  return rendered.some(({ set }) => set.values.some((file) => file.path === path));
}
