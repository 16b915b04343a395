import assert from 'node:assert/strict';
import { type ChartReading, keptCharts } from '../../../server/workspace/charts/keptCharts';
import type { FileText } from '../../../server/workspace/files';
import { memoryFiles } from '../../../server/workspace/memoryFiles';
import { uriOfPath } from '../../../server/workspace/uris';

const shop = uriOfPath('/work/shop');

/** Charts on a disk of these files, some of which are open. */
function chartsOf(texts: Record<string, string | Uint8Array>, opened: Record<string, string> = {}) {
  const disk = new Map(Object.entries(texts).map(([path, text]) => [uriOfPath(path), text] as const));
  const open = new Map(Object.entries(opened).map(([path, text]) => [uriOfPath(path), text]));
  const read: string[] = [];
  const files = memoryFiles(disk);
  const charts = keptCharts({
    files: {
      ...files,
      bytes(uri, largest) {
        read.push(uri);
        return files.bytes(uri, largest);
      },
    },
    openFiles: () => [...open].map(([uri, text]) => ({ uri, text })),
  });
  return { charts, disk, open, read };
}

function textsIn(reading: ChartReading): Record<string, string> {
  assert.equal(reading.state, 'read');
  return Object.fromEntries(reading.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]));
}

describe('the charts of a workspace', () => {
  it('knows a file by the nearest chart above it, and by the topmost that holds that one', async () => {
    const { charts } = chartsOf({
      '/work/shop/Chart.yaml': 'name: shop',
      '/work/shop/charts/db/Chart.yaml': 'name: db',
      '/work/shop/charts/db/templates/pod.yaml': '',
      '/work/other/pod.yaml': '',
    });
    assert.deepEqual(await charts.placeOf(uriOfPath('/work/shop/charts/db/templates/pod.yaml')), {
      folder: shop,
      own: uriOfPath('/work/shop/charts/db'),
      path: 'charts/db/templates/pod.yaml',
    });
    assert.equal((await charts.placeOf(uriOfPath('/work/shop/values.yaml')))?.own, shop);
    assert.equal(await charts.placeOf(uriOfPath('/work/other/pod.yaml')), undefined);
  });

  it('takes charts that lie in a folder called charts for charts of their own where no chart is above', async () => {
    const { charts } = chartsOf({ '/work/charts/db/Chart.yaml': 'name: db' });
    const db = uriOfPath('/work/charts/db');
    assert.deepEqual(await charts.placeOf(uriOfPath('/work/charts/db/values.yaml')), {
      folder: db,
      own: db,
      path: 'values.yaml',
    });
  });

  it('looks for no chart above the repository of a file', async () => {
    const { charts } = chartsOf({ '/work/Chart.yaml': 'name: all', '/work/shop/.git/HEAD': 'ref' });
    assert.equal(await charts.placeOf(uriOfPath('/work/shop/pod.yaml')), undefined);
  });

  it('reads all files of a chart, and of packed charts their bytes', async () => {
    const { charts } = chartsOf({
      '/work/shop/Chart.yaml': 'name: shop',
      '/work/shop/templates/_helpers.tpl': 'helpers',
      '/work/shop/charts/db-1.0.0.tgz': new Uint8Array([0x1f, 0x8b, 0xff]),
      '/work/shop/.git/config': 'no part',
      '/work/beside.yaml': 'no part',
    });
    const reading = await charts.read(shop);
    assert.deepEqual(Object.keys(textsIn(reading)).sort(), [
      'Chart.yaml',
      'charts/db-1.0.0.tgz',
      'templates/_helpers.tpl',
    ]);
    assert.equal(reading.state, 'read');
    const packed = reading.files.find(({ path }) => path.endsWith('.tgz'));
    assert.deepEqual(packed?.bytes, new Uint8Array([0x1f, 0x8b, 0xff]));
  });

  it('leaves out what .helmignore names, unread, but tells of it', async () => {
    const { charts, read } = chartsOf({
      '/work/shop/Chart.yaml': 'name: shop',
      '/work/shop/.helmignore': 'ci/\n*.bak\n',
      '/work/shop/ci/one-values.yaml': 'a: 1',
      '/work/shop/values.yaml.bak': '',
    });
    const reading = await charts.read(shop);
    assert.deepEqual(Object.keys(textsIn(reading)).sort(), ['.helmignore', 'Chart.yaml']);
    assert.equal(reading.state, 'read');
    assert.deepEqual([...reading.ignored].sort(), ['ci/one-values.yaml', 'values.yaml.bak']);
    assert.ok(!read.includes(uriOfPath('/work/shop/ci/one-values.yaml')));
  });

  it('counts what is open before it is saved, also a file that was never saved', async () => {
    const { charts, open } = chartsOf(
      { '/work/shop/Chart.yaml': 'name: shop', '/work/shop/values.yaml': 'a: 1' },
      { '/work/shop/values.yaml': 'a: 2' },
    );
    assert.equal(textsIn(await charts.read(shop))['values.yaml'], 'a: 2');
    open.set(uriOfPath('/work/shop/values.yaml'), 'a: 3');
    open.set(uriOfPath('/work/shop/templates/new.yaml'), 'b: 1');
    const texts = textsIn(await charts.read(shop));
    assert.equal(texts['values.yaml'], 'a: 3');
    assert.equal(texts['templates/new.yaml'], 'b: 1');
  });

  it('takes a chart for one as soon as its Chart.yaml is typed', async () => {
    const { charts, open } = chartsOf({ '/work/shop/templates/pod.yaml': '' });
    const pod = uriOfPath('/work/shop/templates/pod.yaml');
    assert.equal(await charts.placeOf(pod), undefined);
    const chart = uriOfPath('/work/shop/Chart.yaml');
    open.set(chart, 'name: shop');
    charts.changed(chart, false);
    assert.equal((await charts.placeOf(pod))?.folder, shop);
  });

  it('reads again only what has changed, and gives the same object for what has not', async () => {
    const { charts, disk, read } = chartsOf({
      '/work/shop/Chart.yaml': 'name: shop',
      '/work/shop/values.yaml': 'a: 1',
    });
    const before = await charts.read(shop);
    const values = uriOfPath('/work/shop/values.yaml');
    disk.set(values, 'a: 2');
    charts.changed(values, false);
    read.length = 0;
    const after = await charts.read(shop);
    assert.equal(textsIn(after)['values.yaml'], 'a: 2');
    assert.deepEqual(read, [values]);
    const fileIn = (reading: ChartReading) =>
      reading.state === 'read' ? reading.files.find(({ path }) => path === 'Chart.yaml') : undefined;
    assert.equal(fileIn(before), fileIn(after));
  });

  it('sees files and folders that come and go', async () => {
    const { charts, disk } = chartsOf({
      '/work/shop/Chart.yaml': 'name: shop',
      '/work/shop/templates/a.yaml': 'a',
    });
    await charts.read(shop);
    disk.delete(uriOfPath('/work/shop/templates/a.yaml'));
    disk.set(uriOfPath('/work/shop/charts/db/Chart.yaml'), 'name: db');
    charts.changed(uriOfPath('/work/shop/templates'), true);
    charts.changed(uriOfPath('/work/shop/charts/db'), true);
    assert.deepEqual(Object.keys(textsIn(await charts.read(shop))).sort(), ['Chart.yaml', 'charts/db/Chart.yaml']);
  });

  it('says which files can’t be read, and why charts elsewhere can’t', async () => {
    const reason = 'could not be read: permission denied';
    const disk = new Map<string, string | FileText>([
      [uriOfPath('/work/shop/Chart.yaml'), 'name: shop'],
      [uriOfPath('/work/shop/values.yaml'), { state: 'unreadable', reason }],
    ]);
    const charts = keptCharts({ files: memoryFiles(disk), openFiles: () => [] });
    const reading = await charts.read(shop);
    assert.equal(reading.state, 'read');
    assert.deepEqual(reading.faults, [{ path: 'values.yaml', reason }]);
    assert.deepEqual(await charts.read('vscode-vfs://github/shop'), {
      state: 'unreadable',
      reason: 'lies in no local folder, so its files can’t be read',
    });
  });
});
