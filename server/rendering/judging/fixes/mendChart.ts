import type { FixChoice } from '../../../fixes/applyFixes';
import { mostRounds } from '../../../fixes/rounds';
import type { ChartView } from '../chartView';
import type { ChartToJudge, JudgedChart, PlacedFinding } from '../judgeChart';
import { fixTogether } from './fixTogether';
import { withChanges } from './proof';

/** A chart with what was found in it. */
export interface ViewedChart {
  readonly chart: ChartToJudge;
  readonly judged: JudgedChart;
  readonly view: ChartView;
}

/** A file of a chart before and after it was mended. */
export interface MendedText {
  readonly before: string;
  readonly after: string;
}

/** A chart as fixes leave it. */
export interface MendedChart<Viewed extends ViewedChart> {
  readonly left: Viewed;
  /** By the paths of the files. */
  readonly texts: ReadonlyMap<string, MendedText>;
  readonly mended: readonly PlacedFinding[];
}

/** What tells one way of mending a chart from another. */
export interface ChartMending<Viewed extends ViewedChart> {
  readonly choose: FixChoice;
  /** Leaves out the findings that nobody is told of. */
  readonly shown: (findings: readonly PlacedFinding[]) => readonly PlacedFinding[];
  /** Whether a file may be written, by its path. */
  readonly isChangeable: (path: string) => boolean;
  /** Judges the chart as a round leaves it. */
  readonly judge: (chart: ChartToJudge, before: Viewed) => Viewed;
}

/** Mends a chart in rounds, until there is nothing left that is wanted and can be proven. */
export function mendChart<Viewed extends ViewedChart>(
  start: Viewed,
  { choose, shown, isChangeable, judge }: ChartMending<Viewed>,
): MendedChart<Viewed> {
  const texts = new Map<string, MendedText>();
  const mended: PlacedFinding[] = [];
  let left = start;
  for (let round = 0; round < mostRounds; round++) {
    const wanted = shown(left.view.findings).flatMap((found) => {
      const fix = choose(found.finding);
      return fix ? [{ found, fix }] : [];
    });
    if (wanted.length === 0) break;
    const { changes, mended: own } = fixTogether(left.chart, left.judged, wanted, isChangeable);
    if (changes.length === 0) break;
    for (const { file, text } of changes) {
      texts.set(file.path, { before: texts.get(file.path)?.before ?? file.text, after: text });
    }
    mended.push(...own);
    left = judge(withChanges(left.chart, changes), left);
  }
  return { left, texts, mended };
}
