import assert from 'node:assert/strict';
import { othersIn, setsIn } from './charted';

const shop = { 'charts/shop/Chart.yaml': 'name: shop' };

describe('the values sets of a chart', () => {
  it('begin with its own values alone', async () => {
    const { sets, faults, leftOut } = await setsIn(shop);
    assert.deepEqual(sets, [{ name: 'values.yaml', release: 'shop', namespace: 'default', values: [], set: [] }]);
    assert.deepEqual([faults, leftOut], [[], 0]);
  });

  it('are released under a name that helm takes', async () => {
    const { sets } = await setsIn({ 'My_Chart/Chart.yaml': '' }, 'My_Chart');
    assert.equal(sets[0]?.release, 'release-name');
  });

  it('are those that the configuration names', async () => {
    const sets = await othersIn({
      '.seaworthy.yaml': `charts:
  - chart: charts/*
    namespace: web
    values: [values.yaml, env/prod.yaml]
    set: { image.tag: 1.2.3 }
  - chart: charts/*
    release: test
    values: [../../shared/test.yaml]
  - chart: other
    values: [env/prod.yaml]
`,
      'charts/shop/values.yaml': 'a: 1',
      'charts/shop/env/prod.yaml': 'a: 2',
      'shared/test.yaml': 'a: 3',
    });
    assert.deepEqual(sets, [
      {
        name: 'env/prod.yaml, image.tag=1.2.3',
        release: 'shop',
        namespace: 'web',
        values: ['values.yaml', 'env/prod.yaml'],
        set: ['image.tag=1.2.3'],
      },
      {
        name: '../../shared/test.yaml',
        release: 'test',
        namespace: 'default',
        values: ['../../shared/test.yaml'],
      },
    ]);
  });

  it('have the release and namespace that the configuration gives the chart without values', async () => {
    const { sets } = await setsIn({
      ...shop,
      '.seaworthy.yaml': 'charts: [{ chart: charts/shop, release: live, namespace: web }]',
    });
    assert.deepEqual(sets, [{ name: 'values.yaml', release: 'live', namespace: 'web', values: [], set: [] }]);
  });

  it('are told apart, and each is there once', async () => {
    const entry = (release: string) => `  - {chart: charts/shop, release: ${release}, values: [a.yaml]}\n`;
    const { sets } = await setsIn({
      ...shop,
      'charts/shop/a.yaml': 'a: 1',
      '.seaworthy.yaml': `charts:\n${entry('one')}${entry('two')}${entry('one')}`,
    });
    assert.deepEqual(
      sets.map(({ name }) => name),
      ['values.yaml', 'a.yaml', 'a.yaml (release two in default)'],
    );
  });

  it('lack those whose files are not there or hold no values, which is told', async () => {
    const { sets, faults } = await setsIn({
      ...shop,
      '.seaworthy.yaml': 'charts: [{ chart: charts/shop, values: [none.yaml, broken.yaml, list.yaml, ../../../x] }]',
      'charts/shop/broken.yaml': 'a: [',
      'charts/shop/list.yaml': '- a',
    });
    assert.equal(sets.length, 1);
    assert.deepEqual(
      faults.map(({ entry, path, uri }) => [entry, path, uri]),
      [
        [0, 'none.yaml', 'file:///work/charts/shop/none.yaml'],
        [0, 'broken.yaml', 'file:///work/charts/shop/broken.yaml'],
        [0, 'list.yaml', 'file:///work/charts/shop/list.yaml'],
        [0, '../../../x', 'file:///x'],
      ],
    );
    assert.match(
      faults.map(({ message }) => message).join('\n'),
      /^does not exist\ncan't be read as values: .*\ncan't .*\nlies outside/,
    );
  });

  it('name the files that they were read from, those in vain too', async () => {
    const { read } = await setsIn({ ...shop, '.seaworthy.yaml': 'charts: [{ chart: charts/shop, values: [a.yaml] }]' });
    assert.deepEqual([...read], ['file:///work/charts/shop/a.yaml']);
  });

  it('are no more than anybody waits for', async () => {
    const entries = Array.from({ length: 60 }, (_, index) => `  - {chart: charts/shop, set: {a: ${index}}}`);
    const { sets, leftOut } = await setsIn({ ...shop, '.seaworthy.yaml': `charts:\n${entries.join('\n')}\n` });
    assert.deepEqual([sets.length, leftOut], [50, 11]);
  });
});
