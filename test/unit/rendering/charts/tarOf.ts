import { gzipSync } from 'node:zlib';

/** An entry of an archive that a test makes; a plain file if nothing else is said. */
export interface MadeEntry {
  readonly name: string;
  readonly data?: Uint8Array | string;
  /** The letter of its type. */
  readonly letter?: string;
  /** What stands where its size does. */
  readonly size?: string;
}

/** A packed archive of some entries. */
export function packed(entries: readonly MadeEntry[]): Uint8Array {
  return gzipSync(Buffer.concat([...entries.map(entry), Buffer.alloc(1024)]));
}

function entry({ name, data = '', letter = '0', size }: MadeEntry): Buffer {
  const content = Buffer.from(data);
  const header = Buffer.alloc(512);
  const file = Buffer.from(name);
  const isLong = file.length > 100;
  header.write(isLong ? name.slice(0, 90) : name, 0);
  header.write('0000644\0', 100);
  header.write(size ?? `${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(letter, 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
  const own = Buffer.concat([header, content, padding]);
  return isLong ? Buffer.concat([entry({ name: '././@LongLink', data: `${name}\0`, letter: 'L' }), own]) : own;
}
