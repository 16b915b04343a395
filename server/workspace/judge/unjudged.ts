import type { FileToJudge } from './judgedFile';

/** How much text is kept until it is judged, in UTF-16 units; more is read from the disk once more. */
const mostKept = 32 * 1024 * 1024;

/** The files that are still to be judged, in their order. */
export interface Unjudged {
  /** By their URIs; undefined for one that is to be read again. */
  readonly files: Map<string, FileToJudge | undefined>;
  /** How much text was kept, in UTF-16 units. */
  kept: number;
}

/** Nothing to judge yet. */
export function noneUnjudged(): Unjudged {
  return { files: new Map(), kept: 0 };
}

/** A file that was read is to be judged later. */
export function keep(unjudged: Unjudged, file: FileToJudge): void {
  unjudged.kept += file.text.length;
  unjudged.files.set(file.uri, unjudged.kept <= mostKept ? file : undefined);
}
