import assert from 'node:assert/strict';
import type { GivenFile } from '../../../server/rendering/charts/chart/givenFile';
import { chartFolder } from '../../../server/workspace/disk/chartFolder';
import { buildingTime, whyNoGo } from '../../kubernetes/goPrograms/goProgram';
import { packed } from '../../unit/rendering/charts/tarOf';
import { chartPairs } from './chartPairs';
import { type Asked, agreementOn, assertAgreement, helmForSuite, rendered } from './helmAgreement';

/** So many charts with dependencies have them packed. */
const count = 10;

const pairs = chartPairs();
const reason = pairs.length === 0 ? 'there are no charts' : whyNoGo();
const about = reason ? `Packed dependencies (left out: ${reason})` : 'Packed dependencies';

(reason ? describe.skip : describe)(about, function () {
  this.timeout(buildingTime + 120_000);
  const helm = helmForSuite();

  it('are rendered as those in folders, and as helm does it', async () => {
    const folders = [...new Set(pairs.map(({ chart }) => chart))];
    const charts = folders.flatMap((folder) => {
      const read = chartFolder(folder);
      assert.ok('files' in read);
      const changed = withPacked(read.files);
      return changed ? [{ name: folder, files: read.files, changed }] : [];
    });
    assert.ok(charts.length >= count, `only ${charts.length} charts have dependencies`);
    const some = charts.slice(0, count);
    const asked = some.map(({ name, changed }): Asked => ({ name, files: changed, set: [] }));
    assertAgreement(await agreementOn(helm(), asked));
    for (const { name, files, changed } of some) {
      const [own, other] = [rendered({ name, files, set: [] }), rendered({ name, files: changed, set: [] })];
      assert.equal(own.state, other.state, name);
      if (own.state === 'rendered' && other.state === 'rendered') assert.equal(other.text.text, own.text.text, name);
    }
  });
});

/** The files with each folder of `charts/` packed; nothing if there is none. */
function withPacked(files: readonly GivenFile[]): GivenFile[] | undefined {
  const inner = new Map<string, GivenFile[]>();
  const others: GivenFile[] = [];
  for (const file of files) {
    const [, name] = /^charts\/([^/]+)\//.exec(file.path) ?? [];
    if (name === undefined) others.push(file);
    else inner.set(name, [...(inner.get(name) ?? []), file]);
  }
  if (inner.size === 0) return undefined;
  for (const [name, own] of inner) {
    const entries = own.map(({ path, bytes }) => ({ name: path.slice('charts/'.length), data: bytes }));
    others.push({ path: `charts/${name}-1.0.0.tgz`, bytes: packed(entries) });
  }
  return others;
}
