import { madeOf, type Source } from './source';
import { partAt } from './trace';

/**
 * Where what a number, a boolean or nothing is written as comes from: its very characters if they stand there, else the whole
 * place. `1e3` in a file is written as `1000`.
 */
export function copiedIfSame(written: string, source: Source | undefined): Source | undefined {
  let place = 0;
  let at = source;
  while (at !== undefined) {
    switch (at.kind) {
      case 'spot':
        return at.copy >= 0 && at.file.text.startsWith(written, at.copy + place) ? source : madeOf([source]);
      case 'slice':
        place += at.from;
        at = at.of;
        break;
      case 'written':
      case 'unknown':
        at = at.of;
        break;
      case 'joined': {
        const part = partAt(at.ends, place);
        const start = part === 0 ? 0 : (at.ends[part - 1] ?? 0);
        if (place + written.length > (at.ends[part] ?? 0)) return madeOf([source]);
        place -= start;
        at = at.parts[part];
        break;
      }
      default:
        return madeOf([source]);
    }
  }
  return source;
}
