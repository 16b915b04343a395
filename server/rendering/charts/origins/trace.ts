import type { Action, Given, Source, Spot } from './source';

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

/** The part that holds a character: the first that ends behind it. */
export function partAt(ends: readonly number[], place: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
