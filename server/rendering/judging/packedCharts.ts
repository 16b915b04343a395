import type { SourceFile } from '../charts/origins/source';
import type { JudgedChart, PlacedFinding } from './judgeChart';
import type { SourcePlace } from './places';

/** What stands between a packed chart's name and the paths in it. */
const packed = '!';

/**
 * What packed charts show is told where the chart around them names them, once for each rule: nobody can change a packed
 * chart's own text.
 */
export function inOwnFiles(findings: readonly PlacedFinding[], fileAt: JudgedChart['fileAt']): PlacedFinding[] {
  const own: PlacedFinding[] = [];
  const together = new Map<string, PlacedFinding[]>();
  for (const found of findings) {
    const { path } = found.told.place.file;
    const end = path.indexOf(packed);
    if (end < 0) own.push(found);
    else {
      const key = `${path.slice(0, end)} ${found.finding.rule.id}`;
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

/** The dependency in `Chart.yaml`, or the value of the same name where that says nothing of it. */
function namingPlace({ told: { place } }: PlacedFinding, fileAt: JudgedChart['fileAt']): SourcePlace | undefined {
  const archive = place.file.path.slice(0, place.file.path.indexOf(packed));
  const folder = archive.slice(0, archive.lastIndexOf('charts/'));
  const file = fileAt(`${folder}requirements.yaml`) ?? fileAt(`${folder}Chart.yaml`);
  if (!file) return undefined;
  const name = archive.slice(archive.lastIndexOf('/') + 1).replace(/-v?\d+\.\d+\.\d+.*$|\.tgz$/, '');
  return { file, ...rangeNaming(file, name) };
}

function rangeNaming({ text }: SourceFile, name: string): { readonly start: number; readonly end: number } {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = new RegExp(`^[ \\t-]*name:[ \\t]*["']?(${escaped})["']?[ \\t]*$`, 'm').exec(text);
  const start = found ? found.index + found[0].lastIndexOf(name) : 0;
  return { start, end: found ? start + name.length : Math.max(0, text.indexOf('\n')) };
}
