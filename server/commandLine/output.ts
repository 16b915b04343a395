import type { Writable } from 'node:stream';

/** A stream of the process that text is written to. */
export interface Output {
  readonly write: (text: string) => void;
  /** What kept the output from arriving; a reader that went away (`| head`) is no fault. */
  readonly fault: () => string | undefined;
}

/** Writes to a stream until its reader goes away. The process must end by itself, so that everything arrives. */
export function outputTo(stream: Writable): Output {
  let isOpen = true;
  let fault: string | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isOpen = false;
    if (error.code !== 'EPIPE') fault = error.message;
  });
  return {
    write(text) {
      if (isOpen && text !== '') stream.write(text);
    },
    fault: () => fault,
  };
}
