import assert from 'node:assert/strict';
import { helperById } from '../../../../client/kubectl/catalogue/catalogue';
import { settledNamespace } from '../../../../client/kubectl/run/settledNamespace';

describe('the namespace of a file', () => {
  const apply = helperById('apply-file');
  assert.ok(apply?.kind === 'kubectl');

  it('is settled where the file names one, whether or not all of its objects do', () => {
    for (const someNameNone of [true, false]) {
      const settled = settledNamespace(apply, { named: ['shop'], someNameNone });
      assert.deepEqual(settled, { kind: 'settled', namespace: 'shop' });
    }
  });

  it('is asked for where the file names none, or there is no file', () => {
    const open = { kind: 'settled', namespace: undefined };
    assert.deepEqual(settledNamespace(apply, { named: [], someNameNone: true }), open);
    assert.deepEqual(settledNamespace(apply, undefined), open);
  });

  it('is left to the objects where each names its own', () => {
    const settled = settledNamespace(apply, { named: ['shop', 'bank'], someNameNone: false });
    assert.deepEqual(settled, { kind: 'settled', namespace: null });
  });

  it('is refused where some of several objects would land anywhere', () => {
    const settled = settledNamespace(apply, { named: ['shop', 'bank'], someNameNone: true });
    assert.ok(settled.kind === 'refused');
    assert.match(settled.reason, /several namespaces \(shop, bank\), and some of its objects name none/);
  });
});
