import assert from 'node:assert/strict';
import { chartFolderOf } from '../../../client/charts/chartFolderOf';

describe('The folder whose chart a file would belong to', () => {
  it('is above templates, values files and what describes the chart', () => {
    for (const path of [
      'templates/pod.yaml',
      'templates/web/_a.tpl',
      'templates/NOTES.txt',
      'values.yaml',
      'Chart.yaml',
    ]) {
      assert.equal(chartFolderOf(`/work/shop/${path}`), '/work/shop', path);
    }
    for (const path of ['ci/big-values.yaml', 'values-prod.yml']) {
      assert.ok(chartFolderOf(`/work/shop/${path}`)?.startsWith('/work/shop'), path);
    }
    assert.equal(chartFolderOf('/work/shop/ci/big-values.yaml'), '/work/shop');
    assert.equal(chartFolderOf('/work/shop/charts/db/templates/pod.yaml'), '/work/shop/charts/db');
  });

  it('is none for other files', () => {
    assert.equal(chartFolderOf('/work/shop/deployment.yaml'), undefined);
    assert.equal(chartFolderOf('/work/shop/templates/page.html'), undefined);
  });
});
