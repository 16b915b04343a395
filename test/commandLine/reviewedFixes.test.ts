import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith, seaworthy, textOf } from './seaworthy';

const cases = path.resolve(__dirname, '../../../shared/cases/review');

const restricted = ['--harden', 'restricted'];
const baseline = ['--harden', 'baseline'];

/** What mending does to templates and manifests in which it once did harm: the lines that come and those that go. */
const expected: readonly {
  readonly file: string;
  readonly options: readonly string[];
  readonly comes?: readonly string[];
  readonly goes?: readonly string[];
}[] = [
  { file: 'fix-00', options: [] },
  {
    file: 'fix-01',
    options: restricted,
    comes: [
      '  securityContext:',
      '    runAsNonRoot: true',
      '    seccompProfile:',
      '      type: RuntimeDefault',
      '        capabilities:',
      '          drop:',
      '            - ALL',
    ],
  },
  {
    file: 'fix-03',
    options: restricted,
    comes: [
      '      securityContext:',
      '        runAsNonRoot: true',
      '        seccompProfile:',
      '          type: RuntimeDefault',
      '          securityContext:',
      '            allowPrivilegeEscalation: false',
      '            capabilities:',
      '              drop:',
      '                - ALL',
    ],
  },
  { file: 'fix-06', options: baseline },
  {
    file: 'fix-08',
    options: baseline,
    goes: ["  # without the node's network the mount hangs", '  hostNetwork: true'],
  },
  { file: 'fix-09', options: baseline },
];

describe('A manifest that mending once harmed', function () {
  this.timeout(60_000);

  before(function () {
    // They are beside the checkout only where Seaworthy is developed.
    if (!existsSync(cases)) this.skip();
  });

  for (const { file, options, comes = [], goes = [] } of expected) {
    it(`keeps all else: ${file}`, () => {
      const { before: was, after: is } = mended(file, options);
      assert.deepEqual(linesOnlyIn(is, was), comes);
      assert.deepEqual(linesOnlyIn(was, is), goes);
    });
  }

  it('gets no securityContext a second time: fix-07', () => {
    const { after: is } = mended('fix-07', restricted);
    const contexts = is.split('\n').filter((line) => line === '  securityContext:');
    assert.equal(contexts.length, 1);
    assert.equal(is.match(/^ {6}securityContext:/gm)?.length, 2);
  });
});

function mended(file: string, options: readonly string[]): { readonly before: string; readonly after: string } {
  const name = readdirSync(cases).find((candidate) => candidate.startsWith(file)) ?? '';
  const before = readFileSync(path.join(cases, name), 'utf8');
  const folder = folderWith({ 'case.yaml': before });
  seaworthy(folder, ['lint', 'case.yaml', '--fix', ...options, '--fail-on', 'never']);
  return { before, after: textOf(folder, 'case.yaml') };
}

/** The lines that a text has more often than another one, in its order. */
function linesOnlyIn(text: string, other: string): string[] {
  const left = other.split('\n');
  return text.split('\n').filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
