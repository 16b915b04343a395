import type { Action, Gap, Given, Source, Spot } from './source';

/** Where a character of a rendered text comes from. */
export interface Trace {
  /** The places that say it; several only where it was made of several. */
  readonly spots: readonly TracedSpot[];
  readonly given: readonly Given[];
  /** The actions that wrote it, the outermost first. */
  readonly way: readonly Action[];
  /** True for what is random or of the day. */
  readonly isUnknown: boolean;
}

/** A place, with the very character where that can be told. */
export interface TracedSpot {
  readonly spot: Spot;
  readonly offset: number | undefined;
}

/** Follows a character back to what says it. */
export function trace(source: Source | undefined, offset: number): Trace {
  const spots: TracedSpot[] = [];
  const given: Given[] = [];
  const way: Action[] = [];
  let isUnknown = false;
  const seen = new Set<Source>();
  const follow = (from: Source | undefined, at: number | undefined): void => {
    let place = at;
    let isExact = true;
    let current = from;
    while (current !== undefined) {
      switch (current.kind) {
        case 'spot': {
          const isCopy = isExact && current.copy >= 0 && place !== undefined && current.copy + place < current.end;
          spots.push({ spot: current, offset: isCopy && place !== undefined ? current.copy + place : undefined });
          return;
        }
        case 'given':
          given.push(current);
          return;
        case 'slice':
          if (place !== undefined) place += current.from;
          current = current.of;
          break;
        case 'point':
          place = current.at;
          isExact = false;
          current = current.of;
          break;
        case 'written':
          way.push(current.by);
          current = current.of;
          break;
        case 'unknown':
          isUnknown = true;
          current = current.of;
          break;
        case 'gap':
          current = current.condition;
          break;
        case 'joined': {
          if (place === undefined) {
            followAll(current.parts);
            return;
          }
          const part = partAt(current.ends, place);
          place -= part === 0 ? 0 : (current.ends[part - 1] ?? 0);
          current = current.parts[part];
          break;
        }
        case 'made':
          followAll(current.of);
          return;
      }
    }
  };
  const followAll = (sources: readonly (Source | undefined)[]) => {
    for (const one of sources) {
      if (one === undefined || seen.has(one)) continue;
      seen.add(one);
      follow(one, undefined);
    }
  };
  follow(source, offset);
  return { spots, given, way, isUnknown };
}

/** The conditions that kept something out at a place of a text or up to `end`, by the actions that asked. */
export function gapsIn(source: Source | undefined, start: number, end: number): Gap[] {
  const gaps: Gap[] = [];
  const follow = (from: Source | undefined, low: number, high: number): void => {
    if (from === undefined) return;
    switch (from.kind) {
      case 'gap':
        gaps.push(from);
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
          if (begin <= high && stop >= low) {
            const part = from.parts[index];
            follow(part, Math.max(0, low - begin), Math.min(stop, high) - begin);
          }
          begin = stop;
        }
        return;
      }
      default:
        return;
    }
  };
  follow(source, start, end);
  return gaps;
}

/** The part that holds a character: the first that ends behind it. */
function partAt(ends: readonly number[], place: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
