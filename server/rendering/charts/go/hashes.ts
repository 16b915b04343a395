/*
 * SHA-1, SHA-256, SHA-512 (FIPS 180-4) and Adler-32 (RFC 1950): the engine runs where there is no crypto module.
 */

const mask = 0xffffffffffffffffn;

/** The cube roots of the first primes, from which SHA-2 takes its constants. */
function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let number = 2n; found.length < count; number++) {
    if (found.every((prime) => number % prime !== 0n)) found.push(number);
  }
  return found;
}

/** The first 64 bits behind the point of a root. */
function fraction(prime: bigint, root: 2 | 3): bigint {
  const power = BigInt(root);
  const scaled = prime << (64n * power);
  let low = 0n;
  let high = 1n << 72n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** power <= scaled) low = middle;
    else high = middle - 1n;
  }
  return low & mask;
}

interface Constants {
  readonly rounds: readonly bigint[];
  readonly start: readonly bigint[];
}
let constants: Constants | undefined;

function known(): Constants {
  constants ??= {
    rounds: primes(80).map((prime) => fraction(prime, 3)),
    start: primes(8).map((prime) => fraction(prime, 2)),
  };
  return constants;
}

let narrow: { rounds: Uint32Array; start: Uint32Array } | undefined;

function known32() {
  narrow ??= {
    rounds: Uint32Array.from(known().rounds.slice(0, 64), (one) => Number(one >> 32n)),
    start: Uint32Array.from(known().start, (one) => Number(one >> 32n)),
  };
  return narrow;
}

/** A message with its length behind it, in whole blocks. */
function paddedBlocks(bytes: Uint8Array, block: number): DataView {
  const size = Math.ceil((bytes.length + 1 + block / 8) / block) * block;
  const padded = new Uint8Array(size);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(size - 8, BigInt(bytes.length) * 8n);
  return view;
}

function hexadecimal(words: Iterable<number>): string {
  return [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function left(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function right(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  const { rounds, start } = known32();
  const state = Uint32Array.from(start);
  const view = paddedBlocks(bytes, 64);
  const w = new Uint32Array(64);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(block + 4 * i);
    for (let i = 16; i < 64; i++) {
      const [far, near] = [w[i - 15] ?? 0, w[i - 2] ?? 0];
      const one = right(far, 7) ^ right(far, 18) ^ (far >>> 3);
      const two = right(near, 17) ^ right(near, 19) ^ (near >>> 10);
      w[i] = (w[i - 16] ?? 0) + one + (w[i - 7] ?? 0) + two;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i++) {
      const choice = (e & f) ^ (~e & g);
      const sum = (h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + choice + (rounds[i] ?? 0) + (w[i] ?? 0)) | 0;
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const other = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + majority) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + sum) | 0, c, b, a, (sum + other) | 0];
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) + word;
  }
  return hexadecimal(state);
}

/** SHA-1 in hexadecimal. */
export function sha1(bytes: Uint8Array): string {
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const view = paddedBlocks(bytes, 64);
  const w = new Uint32Array(80);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(block + 4 * i);
    for (let i = 16; i < 80; i++) {
      w[i] = left((w[i - 3] ?? 0) ^ (w[i - 8] ?? 0) ^ (w[i - 14] ?? 0) ^ (w[i - 16] ?? 0), 1);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let i = 0; i < 80; i++) {
      const [mix, constant] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const sum = (left(a, 5) + mix + e + constant + (w[i] ?? 0)) | 0;
      [e, d, c, b, a] = [d, c, left(b, 30), a, sum];
    }
    for (const [i, word] of [a, b, c, d, e].entries()) state[i] = (state[i] ?? 0) + word;
  }
  return hexadecimal(state);
}

function right64(word: bigint, by: bigint): bigint {
  return ((word >> by) | (word << (64n - by))) & mask;
}

/** SHA-512 in hexadecimal. */
export function sha512(bytes: Uint8Array): string {
  const { rounds, start } = known();
  const state = [...start];
  const view = paddedBlocks(bytes, 128);
  for (let block = 0; block < view.byteLength; block += 128) {
    const w: bigint[] = [];
    for (let i = 0; i < 16; i++) w.push(view.getBigUint64(block + 8 * i));
    for (let i = 16; i < 80; i++) {
      const [far, near] = [w[i - 15] ?? 0n, w[i - 2] ?? 0n];
      const one = right64(far, 1n) ^ right64(far, 8n) ^ (far >> 7n);
      const two = right64(near, 19n) ^ right64(near, 61n) ^ (near >> 6n);
      w.push(((w[i - 16] ?? 0n) + one + (w[i - 7] ?? 0n) + two) & mask);
    }
    let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
    for (let i = 0; i < 80; i++) {
      const choice = (e & f) ^ (~e & mask & g);
      const spread = right64(e, 14n) ^ right64(e, 18n) ^ right64(e, 41n);
      const sum = (h + spread + choice + (rounds[i] ?? 0n) + (w[i] ?? 0n)) & mask;
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const other = ((right64(a, 28n) ^ right64(a, 34n) ^ right64(a, 39n)) + majority) & mask;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + sum) & mask, c, b, a, (sum + other) & mask];
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] ?? 0n) + word) & mask;
  }
  return state.map((word) => word.toString(16).padStart(16, '0')).join('');
}

/** Adler-32, in decimal as Sprig prints it. */
export function adler32(bytes: Uint8Array): string {
  let [one, two] = [1, 0];
  for (const byte of bytes) {
    one = (one + byte) % 65521;
    two = (two + one) % 65521;
  }
  return String(((two << 16) | one) >>> 0);
}
