import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileWriter } from '../../../../server/workspace/disk/fileWriter';

const hour = 60 * 60 * 1000;
const uuid = '6f1c2a34-58de-4c1b-9a7f-0123456789ab';

describe('a file that is written', () => {
  let folder = '';
  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-writer-')));
    mkdirSync(path.join(folder, 'in'));
    for (const name of ['in/pod.yaml', 'out.yaml']) writeFileSync(path.join(folder, name), 'old');
  });
  afterEach(() => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  const at = (name: string) => path.join(folder, name);
  const textOf = (name: string) => readFileSync(at(name), 'utf8');
  const replace = (name: string, { before = 'old', now = Date.now() } = {}) =>
    fileWriter(() => now).replace({
      path: at(name),
      root: at('in'),
      before: Buffer.from(before),
      after: Buffer.from('new'),
    });

  it('holds the new bytes, with nothing left beside it', () => {
    assert.equal(replace('in/pod.yaml'), undefined);
    assert.equal(textOf('in/pod.yaml'), 'new');
    assert.deepEqual(readdirSync(at('in')), ['pod.yaml']);
  });

  it('is not one that a link outside of the folder leads to, however it leads there', () => {
    symlinkSync('../out.yaml', at('in/link.yaml'));
    symlinkSync('link.yaml', at('in/twice.yaml'));
    symlinkSync('..', at('in/up'));
    for (const name of ['in/link.yaml', 'in/twice.yaml', 'in/up/out.yaml']) {
      assert.match(replace(name) ?? '', /^leads through a link to .*out\.yaml, outside of the folder/, name);
    }
    assert.equal(textOf('out.yaml'), 'old');
  });

  it('is written through a link that stays in the folder', () => {
    symlinkSync('pod.yaml', at('in/link.yaml'));
    assert.equal(replace('in/link.yaml'), undefined);
    assert.equal(textOf('in/pod.yaml'), 'new');
    assert.ok(lstatSync(at('in/link.yaml')).isSymbolicLink());
  });

  it('is left alone if it was changed after it was read', () => {
    for (const links of [0, 1]) {
      if (links > 0) linkSync(at('in/pod.yaml'), at('in/other.yaml'));
      assert.equal(replace('in/pod.yaml', { before: 'older' }), 'was changed after it was read, so it was left alone');
      assert.equal(textOf('in/pod.yaml'), 'old');
      assert.equal(readdirSync(at('in')).filter((name) => name.startsWith('.')).length, 0);
    }
  });

  it('keeps all its names, its mode and its place', () => {
    linkSync(at('in/pod.yaml'), at('hard.yaml'));
    chmodSync(at('in/pod.yaml'), 0o751);
    const { ino } = statSync(at('in/pod.yaml'));
    assert.equal(replace('in/pod.yaml'), undefined);
    assert.equal(textOf('hard.yaml'), 'new');
    const stats = statSync(at('in/pod.yaml'));
    assert.deepEqual([stats.ino, stats.mode & 0o7777, stats.nlink], [ino, 0o751, 2]);
    assert.deepEqual(readdirSync(at('in')), ['pod.yaml']);
  });

  it('is left alone while what it held before a killed run lies beside it', () => {
    const kept = `.pod.yaml.${uuid}.old.tmp`;
    writeFileSync(at(`in/${kept}`), 'the whole of it');
    assert.match(replace('in/pod.yaml') ?? '', new RegExp(`was left alone: .*${kept}`));
    assert.equal(textOf('in/pod.yaml'), 'old');
    writeFileSync(at(`in/${kept}`), 'old');
    assert.match(replace('in/pod.yaml') ?? '', /another run writes it/);
    assert.equal(replace('in/pod.yaml', { now: Date.now() + 2 * hour }), undefined);
    assert.equal(textOf('in/pod.yaml'), 'new');
    assert.deepEqual(readdirSync(at('in')), ['pod.yaml']);
  });

  it('takes away what killed runs left an hour ago, and nothing else', () => {
    const ours = `in/.pod.yaml.${uuid}.tmp`;
    const others = ['in/.pod.yaml.tmp', `in/pod.yaml.${uuid}.tmp`, `in/.gone.yaml.${uuid}.tmp`, 'in/.x.1.tmp'];
    for (const name of [ours, ...others]) {
      writeFileSync(at(name), '');
      utimesSync(at(name), 1000, 1000);
    }
    symlinkSync('../out.yaml', at(`in/.pod.yaml.${uuid.replace('6f', '7f')}.tmp`));
    assert.equal(replace('in/pod.yaml', { now: 1000 * 1000 + hour }), undefined);
    assert.ok(readdirSync(at('in')).includes(path.basename(ours)), 'it may still be written');
    writeFileSync(at('in/pod.yaml'), 'old');
    assert.equal(replace('in/pod.yaml', { now: 1000 * 1000 + hour + 1 }), undefined);
    const left = new Set(readdirSync(at('in')));
    assert.ok(!left.has(path.basename(ours)));
    for (const name of others) assert.ok(left.has(path.basename(name)), name);
    assert.equal(left.size, others.length + 2);
  });

  it('that is new takes no name that is in use, not even by a link to nowhere', () => {
    symlinkSync('../nowhere', at('in/link'));
    const { create } = fileWriter(Date.now);
    assert.equal(create(at('in/new.json'), Buffer.from('new')), undefined);
    assert.equal(textOf('in/new.json'), 'new');
    for (const name of ['in/link', 'in/pod.yaml']) {
      assert.match(create(at(name), Buffer.from('new')) ?? '', /something of that name is there already/);
    }
    assert.deepEqual(readdirSync(folder).sort(), ['in', 'out.yaml']);
    assert.deepEqual(readdirSync(at('in')).sort(), ['link', 'new.json', 'pod.yaml']);
  });
});
