import { readOnce } from '../../../readOnce';
import { decodeUtf8, withoutMark } from '../go/bytes';
import type { SourceFile } from '../origins/source';

/** A file as it is given: its path below the chart's folder with `/`, and its bytes. */
export interface GivenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The text of a chart's file, without a byte order mark. */
export const textOf = readOnce(({ bytes }: GivenFile): string => decodeUtf8(withoutMark(bytes)));

/** A chart's file as places name it: one object, whoever asks. */
export const sourceOf = readOnce((file: GivenFile): SourceFile => ({ path: file.path, text: textOf(file) }));
