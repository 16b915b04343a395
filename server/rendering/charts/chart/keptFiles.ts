import { decodeUtf8 } from '../go/bytes';
import type { SourceFile } from '../origins/source';

/**
 * The files of a chart from one rendering to the next. A file that says the same is the same object, and what was read
 * of it is found by that.
 */
export interface KeptFiles {
  /** A file of the chart. */
  readonly ofChart: (path: string, bytes: Uint8Array) => SourceFile;
  /** A values file that is given beside the chart. */
  readonly given: (file: SourceFile) => SourceFile;
  /** Forgets what nobody has asked for since the last time. */
  readonly forgetUnused: () => void;
}

interface Known {
  readonly bytes: Uint8Array;
  readonly file: SourceFile;
}

/** Nothing is known yet. */
export function keptFiles(): KeptFiles {
  const known = new Map<string, Known>();
  const givenBefore = new Map<string, SourceFile>();
  const used = new Set<string>();
  return {
    ofChart(path, bytes) {
      used.add(path);
      const before = known.get(path);
      if (before && isSame(before.bytes, bytes)) return before.file;
      const file = decodedFile(path, bytes);
      known.set(path, { bytes, file });
      return file;
    },
    given(file) {
      // Where its places stand in another file can differ while it says the same.
      if (file.placeInFile) return file;
      const before = givenBefore.get(file.path);
      if (before?.text === file.text) return before;
      givenBefore.set(file.path, file);
      return file;
    },
    forgetUnused() {
      for (const path of known.keys()) if (!used.has(path)) known.delete(path);
      used.clear();
    },
  };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

/** A file whose text is decoded when somebody asks. */
function decodedFile(path: string, bytes: Uint8Array): SourceFile {
  let text: string | undefined;
  return {
    path,
    get text() {
      text ??= decodeUtf8(bytes);
      return text;
    },
  };
}
