import { byteList, type Value } from '../values/value';
import { type Moves, movedRange, movedSpot } from './moves';
import type { Action, Source, WrittenIn } from './source';

/** Takes over where things come from into files that have moved. What stays where it is stays the same object. */
export interface Relocator {
  readonly source: (source: Source | undefined) => Source | undefined;
  /** The same of a value, without the insides of tables. */
  readonly value: <Kind extends Value>(value: Kind) => Kind;
  /** True once something lay within what was edited: then nothing of it holds. */
  readonly isLost: () => boolean;
}

/** Takes over what was kept before some files moved. */
export function relocator(moves: Moves): Relocator {
  let isLost = false;
  const known = new Map<Source, Source>(moves.sources);
  const templates = new Map<WrittenIn, WrittenIn>();

  const source = (of: Source | undefined): Source | undefined => {
    if (of === undefined) return of;
    let found = known.get(of);
    if (found === undefined) {
      found = relocated(of);
      known.set(of, found);
    }
    return found;
  };
  const relocated = (of: Source): Source => {
    switch (of.kind) {
      case 'given':
        return of;
      case 'spot': {
        const spot = movedSpot(moves, of);
        if (!spot) isLost = true;
        return spot ?? of;
      }
      case 'slice':
      case 'point': {
        const inner = source(of.of);
        return inner === undefined || inner === of.of ? of : { ...of, of: inner };
      }
      case 'joined': {
        const parts = allOf(of.parts);
        return parts === of.parts ? of : { ...of, parts };
      }
      case 'made': {
        const all = allOf(of.of);
        return all === of.of ? of : { ...of, of: all };
      }
      case 'written': {
        const [inner, by] = [source(of.of), action(of.by)];
        return inner === of.of && by === of.by ? of : { ...of, of: inner, by };
      }
      case 'unknown': {
        const inner = source(of.of);
        return inner === of.of ? of : { ...of, of: inner };
      }
      case 'gap': {
        const [condition, by] = [source(of.condition), action(of.by)];
        return condition === of.condition && by === of.by ? of : { ...of, condition, by };
      }
    }
  };
  const allOf = <One extends Source | undefined>(sources: readonly One[]): readonly One[] => {
    // A source that is there stays there.
    const moved = sources.map((one) => source(one) as One);
    return moved.every((one, index) => one === sources[index]) ? sources : moved;
  };
  const action = (of: Action): Action => {
    const template = writtenIn(of.template);
    const move = of.template.file && moves.files.get(of.template.file);
    if (!move) return template === of.template ? of : { ...of, template };
    const range = movedRange(move, of);
    if (!range) isLost = true;
    return { template, ...(range ?? { start: of.start, end: of.end }) };
  };
  const writtenIn = (of: WrittenIn): WrittenIn => {
    let found = templates.get(of);
    if (!found) {
      const move = of.file && moves.files.get(of.file);
      const inner = source(of.source);
      if (move) found = { ...of, text: move.to.text, file: move.to };
      else found = inner === of.source ? of : { ...of, source: inner };
      templates.set(of, found);
    }
    return found;
  };
  const value = <Kind extends Value>(of: Kind): Kind => {
    const moved = source(of.source);
    const own = moved === of.source ? of : { ...of, source: moved };
    if (own.kind !== 'list' || own.type === byteList) return own;
    const items = own.items.map(value);
    return items.every((item, index) => item === own.items[index]) ? own : { ...own, items };
  };
  return { source, value, isLost: () => isLost };
}
