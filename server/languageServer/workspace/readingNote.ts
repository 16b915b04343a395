/** Where a thread notes which file it reads, so that it can be named should reading it never end. */
export interface ReadingNote {
  readonly write: (uri: string) => void;
  /** The file that was written down last; empty for none. */
  readonly last: () => string;
}

/**
 * Notes in shared memory, which whoever started the thread reads.
 *
 * @param memory the length of the URI in bytes, then the URI in UTF-8
 */
export function readingNote(memory: ArrayBufferLike): ReadingNote {
  const length = new Int32Array(memory, 0, 1);
  const bytes = new Uint8Array(memory, Int32Array.BYTES_PER_ELEMENT);
  const encoder = new TextEncoder();
  let last = '';
  return {
    write(uri) {
      last = uri;
      length[0] = encoder.encodeInto(uri, bytes).written;
    },
    last: () => last,
  };
}
