import { readOnce } from '../../../readOnce';
import { withoutMark } from '../../../rendering/charts/chart/archive';
import type { GivenFile } from '../../../rendering/charts/chart/chart';
import { decodeUtf8 } from '../../../rendering/charts/go/bytes';
import { type HalfTyped, parseHalfTyped } from '../../../rendering/charts/language/halfTyped/parseHalfTyped';
import { lineStarts } from '../../../yaml/parsing/lines';

/** The text of a chart's file. */
export const textOf = readOnce(({ bytes }: GivenFile): string => decodeUtf8(withoutMark(bytes)));

/** Where the lines of a chart's file begin. */
export const linesOf = readOnce((file: GivenFile): readonly number[] => lineStarts(textOf(file)));

/** A template file as far as it is typed. */
export const templateOf = readOnce((file: GivenFile): HalfTyped => parseHalfTyped(file.path, textOf(file)));
