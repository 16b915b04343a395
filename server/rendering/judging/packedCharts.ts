import { dependenciesFile, packedChartOf } from '../charts/chart/chartPaths';
import type { Place } from '../charts/origins/place';
import type { JudgedChart, PlacedFinding } from './judgeChart';
import { namedDependencies } from './namedDependencies';

/**
 * What packed charts show is told where the chart around them names them, once for each rule: nobody can change a packed
 * chart's own text.
 */
export function inOwnFiles(findings: readonly PlacedFinding[], fileAt: JudgedChart['fileAt']): PlacedFinding[] {
  const own: PlacedFinding[] = [];
  const together = new Map<string, PlacedFinding[]>();
  for (const found of findings) {
    const packed = packedChartOf(found.told.place.file.path);
    if (!packed) own.push(found);
    else {
      const key = `${packed.archive} ${found.finding.rule.id}`;
      together.set(key, [...(together.get(key) ?? []), found]);
    }
  }
  return [...own, ...[...together.values()].flatMap((found) => asOne(found, fileAt))];
}

function asOne(found: readonly PlacedFinding[], fileAt: JudgedChart['fileAt']): PlacedFinding[] {
  const [first] = found;
  if (!first) return [];
  const place = namingPlace(first, fileAt);
  const others = found.length - 1;
  const message = others === 0 ? first.finding.message : `${first.finding.message}, and ${others} more like it`;
  const sets = [...new Set(found.flatMap((one) => one.sets))];
  // Of several only each by itself could be mended.
  const finding = { ...first.finding, message, fixes: others === 0 ? first.finding.fixes : [] };
  return place ? [{ ...first, finding, sets, told: { place, way: [], value: undefined } }] : [];
}

/** The dependency in `Chart.yaml`; the first line of that where it says nothing of it. */
function namingPlace({ told: { place } }: PlacedFinding, fileAt: JudgedChart['fileAt']): Place | undefined {
  const packed = packedChartOf(place.file.path);
  const file = packed && dependenciesFile(packed.folder, fileAt);
  if (!file) return undefined;
  const named = namedDependencies(file).find(({ name }) => name === packed.name);
  const { start, end } = named?.range ?? { start: 0, end: Math.max(0, file.text.indexOf('\n')) };
  return { file, start, end };
}
