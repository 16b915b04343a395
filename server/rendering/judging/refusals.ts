import { chartNotRendered } from '../../rules/charts/chartNotRendered';
import type { Severity } from '../../rules/rule';
import { isPackedPath } from '../charts/chart/chartPaths';
import type { Place } from '../charts/origins/place';
import type { SourceFile } from '../charts/origins/source';
import type { JudgedChart, RefusedSet } from './judgeChart';

/** Why a chart isn't rendered with some of its values sets, at the action that is to blame. */
export interface Refusal {
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  /** The names of the sets that the chart can't be rendered with. */
  readonly sets: readonly string[];
}

/** What keeps a chart from being rendered as a whole, each once; empty where nobody wants to know. */
export function refusalsOf({ refused, rendered, fileAt, options }: JudgedChart): Refusal[] {
  const enabled = options.rules.find(({ rule }) => rule === chartNotRendered);
  if (!enabled || isLibrary(fileAt)) return [];
  const found = new Map<string, Refusal>();
  const add = ({ severity, message, place, sets }: Refusal) => {
    const key = JSON.stringify([place.file.path, place.start, message]);
    const known = found.get(key);
    found.set(key, known ? { ...known, sets: [...known.sets, ...sets] } : { severity, message, place, sets });
  };
  for (const { set, rendered: refusal } of refused) {
    const place = placeOf(refusal.place, fileAt);
    if (!place) continue;
    const message = `Helm can't render the chart: ${oneLine(refusal.reason)}. In helm's words: ${oneLine(refusal.message)}`;
    const isAsked = set.values.length === 0 && set.set.length === 0 && asksForValues.test(refusal.message);
    const severity = isAsked && !enabled.isSeverityChosen ? 'information' : enabled.severity;
    add({ severity, message, place, sets: [set.name] });
  }
  for (const { set, absent } of rendered) {
    for (const { name, place: named } of absent) {
      const place = placeOf(named, fileAt);
      const message = `The chart "${name}" is not in charts/, so what it renders is not judged; helm dependency build gets it`;
      const severity = enabled.isSeverityChosen ? enabled.severity : 'information';
      if (place) add({ severity, message, place, sets: [set.name] });
    }
  }
  return [...found.values()];
}

/** A chart that only whoever uses it can give its values refuses its own ones on purpose; dependencies are often fetched later. */
const asksForValues =
  /error calling (?:required|fail):|^execution error at|specifications of the schema|missing in charts\/ directory/m;

/** Other charts use a library's templates; by itself it renders nothing. */
function isLibrary(fileAt: JudgedChart['fileAt']): boolean {
  return /^type:[ \t]*["']?library\b/m.test(fileAt('Chart.yaml')?.text ?? '');
}

/** What is to blame; else the name of the chart, for which nobody but the whole of it is to blame. */
function placeOf(
  blamed: RefusedSet['rendered']['place'],
  fileAt: (path: string) => SourceFile | undefined,
): Place | undefined {
  if (blamed && !isPackedPath(blamed.file.path)) return blamed;
  const chart = fileAt('Chart.yaml');
  const name = chart && /^name:[ \t]*(\S+)/m.exec(chart.text);
  const end = name ? name.index + name[0].length : 0;
  return chart && { file: chart, start: name ? end - (name[1]?.length ?? 0) : 0, end };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[.\s]+$/, '');
}
