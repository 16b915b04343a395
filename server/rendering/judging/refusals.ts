import type { LintOptions } from '../../lint/lintOptions';
import { chartNotRendered } from '../../rules/charts/chartNotRendered';
import type { Severity } from '../../rules/rule';
import type { SourceFile } from '../charts/origins/source';
import type { RefusedSet } from './judgeChart';
import type { SourcePlace } from './places';

/** Why a chart isn't rendered with some of its values sets, at the action that is to blame. */
export interface Refusal {
  readonly severity: Severity;
  readonly message: string;
  readonly place: SourcePlace;
  /** The names of the sets that the chart can't be rendered with. */
  readonly sets: readonly string[];
}

/** What keeps a chart from being rendered, each once; empty where nobody wants to know. */
export function refusalsOf(
  refused: readonly RefusedSet[],
  fileAt: (path: string) => SourceFile | undefined,
  { rules }: LintOptions,
): Refusal[] {
  const enabled = rules.find(({ rule }) => rule === chartNotRendered);
  if (!enabled) return [];
  const found = new Map<string, Refusal>();
  for (const { set, rendered } of refused) {
    const place = placeOf(rendered.place, fileAt);
    if (!place) continue;
    const { reason, message: said } = rendered;
    const message = `Helm can't render the chart: ${oneLine(reason)}. In helm's words: ${oneLine(said)}`;
    const key = JSON.stringify([place.file.path, place.start, message]);
    const known = found.get(key);
    const sets = [...(known?.sets ?? []), set.name];
    found.set(key, { severity: enabled.severity, message, place, sets });
  }
  return [...found.values()];
}

/** What is to blame; else the name of the chart, for which nobody but the whole of it is to blame. */
function placeOf(
  blamed: RefusedSet['rendered']['place'],
  fileAt: (path: string) => SourceFile | undefined,
): SourcePlace | undefined {
  if (blamed && !blamed.file.path.includes('!')) return blamed;
  const chart = fileAt('Chart.yaml');
  const name = chart && /^name:[ \t]*(\S+)/m.exec(chart.text);
  const end = name ? name.index + name[0].length : 0;
  return chart && { file: chart, start: name ? end - (name[1]?.length ?? 0) : 0, end };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[.\s]+$/, '');
}
