import type { Writable } from 'node:stream';

/** Writes text, or bytes as they are. */
export type Write = (text: string | Buffer) => void;

/**
 * Writes to a stream of the process until its reader goes away, which is no fault (`| head`). What is written arrives
 * whole if the process ends by itself.
 *
 * @param onFault told what else keeps output from arriving
 */
export function writeTo(stream: Writable, onFault: (message: string) => void): Write {
  let isOpen = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isOpen = false;
    if (error.code !== 'EPIPE') onFault(error.message);
  });
  return (text) => {
    if (isOpen && text.length > 0) stream.write(text);
  };
}
