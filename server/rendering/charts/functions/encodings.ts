import { decodedBase32, encodedBase32 } from '../go/base32';
import { decodedBase64, encodedBase64 } from '../go/base64';
import { decodeUtf8, encodeUtf8 } from '../go/bytes';
import { adler32, sha1, sha256, sha512 } from '../go/hashes';
import { madeOf } from '../origins/source';
import { text } from '../values/value';
import { define, type Family, textAt } from './define';

/** A function that makes another text of a whole one: each character comes from all of it. */
function made(change: (bytes: Uint8Array) => string) {
  return define('string', (values, { run }) => {
    const whole = textAt(values, 0);
    run.budget.take(whole.text.length >> 3);
    return text(change(encodeUtf8(whole.text)), madeOf([whole.source]));
  });
}

function decoder(name: string, decode: (written: string) => Uint8Array | number) {
  return define('string', (values) => {
    const whole = textAt(values, 0);
    const bytes = decode(whole.text);
    const shown = typeof bytes === 'number' ? `illegal ${name} data at input byte ${bytes}` : decodeUtf8(bytes);
    return text(shown, madeOf([whole.source]));
  });
}

/** Encodings and checksums. */
export const encodings: Family = {
  b64enc: made(encodedBase64),
  b64dec: decoder('base64', decodedBase64),
  b32enc: made(encodedBase32),
  b32dec: decoder('base32', decodedBase32),
  sha1sum: made(sha1),
  sha256sum: made(sha256),
  sha512sum: made(sha512),
  adler32sum: made(adler32),
};
