import type { Recorded } from './recorded';

/** What helm 4.1.4 printed: expressions of encodings and checksums and their answers. */
export const encodings: Recorded = [
  ['b64enc "héllo"', 'aMOpbGxv'],
  ['b64dec "aGk="', 'hi'],
  ['b64dec "a"', 'illegal base64 data at input byte 0'],
  ['b64dec "!!!"', 'illegal base64 data at input byte 0'],
  ['b32enc "abc"', 'MFRGG==='],
  ['b32dec "MFRGG==="', 'abc'],
  ['sha1sum "a"', '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
  ['sha256sum "abc"', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'sha512sum "abc"',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  ],
  ['adler32sum "abc"', '38600999'],
  ['sha256sum ""', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
];
