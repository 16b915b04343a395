import type { Location, Range } from 'vscode-languageserver-types';
import { joined } from '../../../workspace/uris';
import { type OffsetRange, positionAt } from '../../../yaml/parsing/lines';
import { linesOf } from '../model/chartText';
import type { Place } from './valuePlaces';

/** A place as editors are told of it. */
export function locationOf({ file, ...range }: Place, folder: string): Location {
  return { uri: joined(folder, file.path), range: rangeIn(file, range) };
}

/** Offsets of a file as editors count them. */
export function rangeIn(file: Place['file'], { start, end }: OffsetRange): Range {
  const lines = linesOf(file);
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}
