import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The SHA-256 of a text, in hexadecimal digits, without a module of Node. (That of web pages answers later, and what is kept quiet is asked for at once.) */
export function sha256(text: string): string {
  return bytesToHex(hash(utf8ToBytes(text)));
}
