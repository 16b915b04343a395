import { Fault } from '../go/fault';
import type { Source } from '../origins/source';
import { int, sourceOf, struct, type Text, table, text, type Value } from '../values/value';
import { define, type Family, numberAt, textAt } from './define';

/*
 * What helm makes anew each time. Here it is a fixed text of the same shape that says of itself that nobody knows it.
 */

function unknown(of: Source | undefined): Source {
  return { kind: 'unknown', of };
}

function standIn(shape: string, values: readonly Value[] = []): Text {
  return text(shape, unknown(sourceOf(values)));
}

function filled(characters: string) {
  return define('int', (values, { run }) => {
    const count = Math.max(0, numberAt(values, 0));
    run.budget.hold(count);
    return standIn(characters.repeat(Math.ceil(count / characters.length)).slice(0, count), values);
  });
}

function armoured(name: string, letter: string): string {
  const line = letter.repeat(64);
  return `-----BEGIN ${name}-----\n${`${line}\n`.repeat(12)}-----END ${name}-----\n`;
}

function certificate(values: readonly Value[]): Value {
  const source = unknown(sourceOf(values));
  const fields = {
    Cert: text(armoured('CERTIFICATE', 'A'), source),
    Key: text(armoured('RSA PRIVATE KEY', 'A'), source),
  };
  return struct('sprig.certificate', fields, { source });
}

const keyNames: Readonly<Record<string, string>> = {
  rsa: 'RSA PRIVATE KEY',
  '': 'RSA PRIVATE KEY',
  dsa: 'DSA PRIVATE KEY',
  ecdsa: 'EC PRIVATE KEY',
  ed25519: 'PRIVATE KEY',
};

function bcrypted(values: readonly Value[]): string {
  if (values.length === 0) return '';
  return `$2a$10$${'A'.repeat(53)}`;
}

/** Functions whose results are random. */
export const random: Family = {
  randAlphaNum: filled('aB3dE6gH9j'),
  randAlpha: filled('aBcDeFgHiJ'),
  randNumeric: filled('1234567890'),
  randAscii: filled('aB3-dE6_gH'),
  randBytes: define('int', (values, { run }) => {
    const count = Math.max(0, numberAt(values, 0));
    run.budget.hold(count);
    const length = Math.ceil(count / 3) * 4;
    const padding = (3 - (count % 3)) % 3;
    return standIn('A'.repeat(length - padding) + '='.repeat(padding), values);
  }),
  randInt: define('int, int', (values) => {
    if (numberAt(values, 1) <= numberAt(values, 0)) throw new Fault('invalid argument to Intn');
    return int(numberAt(values, 0), 'int', unknown(sourceOf(values)));
  }),
  shuffle: define('string', (values) => standIn(textAt(values, 0).text, values)),
  uuidv4: define('', () => standIn('00000000-0000-4000-8000-000000000000')),
  bcrypt: define('string', (values) => standIn(bcrypted(values), values)),
  htpasswd: define('string, string', (values) => {
    const name = textAt(values, 0);
    if (name.text.includes(':')) return text(`invalid username: ${name.text}`, name.source);
    return standIn(`${name.text}:${bcrypted(values)}`, values);
  }),
  genPrivateKey: define('string', (values) => {
    const kind = keyNames[textAt(values, 0).text];
    if (kind === undefined) return text(`Unknown type ${textAt(values, 0).text}`, sourceOf(values));
    return standIn(armoured(kind, 'A'), values);
  }),
  derivePassword: define('any, string, string, string, string', (values) => standIn('AaaaBbbbCccc1!', values.slice(2))),
  genCA: define('string, int', certificate),
  genCAWithKey: define('string, int, string', certificate),
  genSelfSignedCert: define('string, []interface {}, []interface {}, int', certificate),
  genSelfSignedCertWithKey: define('string, []interface {}, []interface {}, int, string', certificate),
  genSignedCert: define('string, []interface {}, []interface {}, int, any', certificate),
  genSignedCertWithKey: define('string, []interface {}, []interface {}, int, any, string', certificate),
  buildCustomCert: define('string, string', (values) => {
    const fields = {
      Cert: standIn(armoured('CERTIFICATE', 'A'), values),
      Key: standIn(armoured('RSA PRIVATE KEY', 'A'), values),
    };
    return struct('sprig.certificate', fields, { source: unknown(sourceOf(values)) });
  }),
  encryptAES: define('string, string', (values) => standIn('A'.repeat(44), values)),
  decryptAES: define('string, string', (values) => standIn('A'.repeat(16), values)),
  getHostByName: define('string', (values) => text('', sourceOf(values))),
  lookup: define('string, string, string, string', (values) => table(new Map(), undefined, sourceOf(values))),
};
