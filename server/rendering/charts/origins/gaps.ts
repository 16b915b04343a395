import type { Gap, Source } from './source';

/** The actions that kept something out between two places of a text, both of them included, in their order. */
export function gapsIn(source: Source | undefined, start: number, end: number): readonly Gap[] {
  const gaps = new Set<Gap>();
  const follow = (from: Source | undefined, low: number, high: number): void => {
    switch (from?.kind) {
      case 'gap':
        gaps.add(from);
        // What an action that printed nothing was given may have been kept out in turn.
        follow(from.condition, 0, 0);
        return;
      case 'slice':
        follow(from.of, low + from.from, high + from.from);
        return;
      case 'written':
      case 'unknown':
        follow(from.of, low, high);
        return;
      case 'joined': {
        let begin = 0;
        for (const [index, stop] of from.ends.entries()) {
          if (begin > high) return;
          if (stop >= low) follow(from.parts[index], Math.max(0, low - begin), Math.min(stop, high) - begin);
          begin = stop;
        }
      }
    }
  };
  follow(source, start, end);
  return [...gaps];
}
