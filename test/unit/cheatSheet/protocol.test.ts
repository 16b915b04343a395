import assert from 'node:assert/strict';
import { isAddress, pageOf } from '../../../client/cheatSheet/addresses';
import { isHostMessage, isViewMessage } from '../../../client/cheatSheet/protocol';

describe('messages between the cheat-sheet and the extension', () => {
  it('are taken when they are of a known kind with the fields of that kind', () => {
    assert.ok(isViewMessage({ type: 'getSearchEntries' }));
    assert.ok(isViewMessage({ type: 'run', block: 'commands/block-1' }));
    assert.ok(isViewMessage({ type: 'copyDiagram', svg: '<svg></svg>' }));
    assert.ok(isHostMessage({ type: 'goTo', address: 'rules/host-pid' }));
    assert.ok(isHostMessage({ type: 'page', id: 'basics', page: { title: 'Basics', html: '', headings: [] } }));
  });

  it('are dropped otherwise', () => {
    const wrong: unknown[] = [
      undefined,
      'run',
      {},
      { type: 'toString' },
      { type: '__proto__' },
      { type: 'run' },
      { type: 'run', block: 1 },
      { type: 'run', block: 'rm -rf /' },
      { type: 'run', block: '../../secrets' },
      { type: 'command', command: 'workbench.action.closeWindow' },
      { type: 'copyDiagram', svg: 'text' },
      { type: 'copyDiagram', svg: `<svg${' '.repeat(600_000)}` },
    ];
    for (const message of wrong) assert.equal(isViewMessage(message), false, JSON.stringify(message)?.slice(0, 80));
    assert.equal(isHostMessage({ type: 'page', id: 'basics', page: { title: 'Basics' } }), false);
    assert.equal(isHostMessage({ type: 'searchEntries', entries: [{ address: 'a' }] }), false);
    assert.equal(isHostMessage({ type: 'run', block: 'a' }), false);
  });
});

describe('addresses', () => {
  it('are words joined by slashes', () => {
    for (const address of ['seccomp', 'seccomp/modes', 'rules/host-pid', 'helpers/last-events/line-1']) {
      assert.ok(isAddress(address));
    }
    for (const text of ['', '/', 'a/', '/a', 'a b', 'A', 'a#b', 'a'.repeat(300)]) assert.equal(isAddress(text), false);
  });

  it('lie on the page that they begin with; rules and snippets have a page each', () => {
    assert.equal(pageOf('seccomp/modes'), 'seccomp');
    assert.equal(pageOf('rules/host-pid/block-1'), 'rules/host-pid');
    assert.equal(pageOf('snippets/pod-seccomp'), 'snippets/pod-seccomp');
    assert.equal(pageOf('rules'), 'rules');
  });
});
