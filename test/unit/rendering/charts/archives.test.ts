import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { renderChart } from '../../../../server/rendering/charts/renderChart';
import { type MadeEntry, packed } from './tarOf';

const chart: readonly MadeEntry[] = [
  { name: 'c/', letter: '5' },
  { name: 'c/Chart.yaml', data: 'apiVersion: v2\nname: c\nversion: 1.0.0\n' },
  { name: 'c/templates/a.yaml', data: 'a: {{ len .Files }}\n' },
];

function rendered(bytes: Uint8Array): string {
  const result = renderChart({
    files: { packed: bytes },
    release: 'rel',
    namespace: 'default',
    values: [],
    set: [],
    kubernetesVersion: undefined,
    apiVersions: [],
    includesDefinitions: false,
  });
  return result.state === 'rendered' ? result.text.text : result.message;
}

const withEntry = (...entries: readonly MadeEntry[]) => rendered(packed([...chart, ...entries]));
const expected = (count: number) => `---\n# Source: c/templates/a.yaml\na: ${count}\n`;

describe('A packed chart', () => {
  it('is rendered', () => assert.equal(withEntry(), expected(0)));

  it('may hold a name of more than 100 characters', () => {
    assert.equal(withEntry({ name: `c/${'long/'.repeat(40)}f.txt`, data: 'x' }), expected(1));
  });

  it('may hold a name that PAX says, with blanks and signs', () => {
    const said = { name: 'pax', letter: 'x', data: '23 path=c/a b=c é.txt\n' };
    assert.equal(withEntry(said, { name: 'c/z', data: 'x' }), expected(1));
  });

  for (const [title, entry, reason] of [
    ['a link', { name: 'c/link', letter: '2' }, 'the archive holds what is no file, such as a link: c/link'],
    ['a hard link', { name: 'c/link', letter: '1' }, 'the archive holds what is no file, such as a link: c/link'],
    ['a device', { name: 'c/null', letter: '3' }, 'the archive holds what is no file, such as a link: c/null'],
    ['a file outside', { name: 'c/../../x', data: 'x' }, 'chart illegally references parent directory'],
    [
      'a file outside, as Windows writes it',
      { name: 'c\\..\\..\\x', data: 'x' },
      'chart illegally references parent directory',
    ],
    ['an absolute path', { name: 'c//etc/passwd', data: 'x' }, 'chart illegally contains absolute paths'],
    [
      'a file beside its folder',
      { name: 'x', data: 'x' },
      'chart illegally contains content outside the base directory: "x"',
    ],
    ['a drive of Windows', { name: 'c/C:/x', data: 'x' }, 'chart contains illegally named files'],
    [
      'a file of more than 5 MB',
      { name: 'c/x', data: randomBytes(5 * 1024 * 1024 + 1) },
      'decompressed chart file "c/x" is larger than the maximum file size 5242880',
    ],
    ['a size below zero', { name: 'c/d/', letter: '5', size: '-0001000\0' }, 'archive/tar: invalid tar header'],
    ['a size that is none', { name: 'c/x', size: 'zzz\0' }, 'archive/tar: invalid tar header'],
    ['a size of more than there is', { name: 'c/x', size: '77777777777\0' }, 'unexpected EOF'],
    [
      'records of PAX that are none',
      { name: 'p', letter: 'x', data: '9999999999 path=x\n' },
      'archive/tar: invalid tar header',
    ],
  ] as const) {
    it(`that holds ${title} is refused`, () => assert.equal(withEntry(entry), reason));
  }

  it('of more than 10,000 entries is refused', () => {
    const many = Array.from({ length: 10_001 }, (_, index) => ({ name: `c/f${index}`, data: randomBytes(64) }));
    assert.equal(rendered(packed(many)), 'the archive holds more than 10,000 entries');
  });

  it('that unpacks to more than 100 times its size is refused', () => {
    assert.equal(
      withEntry({ name: 'c/x', data: Buffer.alloc(4 * 1024 * 1024) }),
      'the archive holds more than 100 times its size',
    );
  });

  it('of more than 50 MB is refused', () => {
    assert.equal(rendered(new Uint8Array(50 * 1024 * 1024 + 1)), 'the archive is larger than 50 MB');
  });

  it('that unpacks to more than 100 MB is refused', () => {
    // Half of it is noise, so that it isn't small for what it holds.
    const some = Array.from({ length: 26 }, (_, index) => ({
      name: `c/f${index}`,
      data: Buffer.concat([randomBytes(256 * 1024), Buffer.alloc(4 * 1024 * 1024)]),
    }));
    assert.equal(rendered(packed(some)), 'decompressed chart is larger than the maximum size 104857600');
  });

  for (const [title, bytes] of [
    ['no archive', Buffer.from('hello')],
    ['cut', packed(chart).subarray(0, 100)],
    ['broken', gzipSync(Buffer.from('x'.repeat(700)))],
    ['empty', gzipSync(Buffer.alloc(1024))],
  ] as const) {
    it(`that is ${title} is refused`, () => assert.match(rendered(bytes), /gzip|broken|EOF|invalid|no files/));
  }
});
