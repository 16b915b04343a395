import assert from 'node:assert/strict';
import { idleTerminals } from '../../../client/terminals/idleTerminals';

describe('a terminal of ours', () => {
  const known = () => {
    const silent = new Set<string>();
    return { silent, terminals: idleTerminals<string>((terminal) => !silent.has(terminal)) };
  };

  it('is used again once its command has ended', () => {
    const { terminals } = known();
    assert.equal(terminals.find('shop'), undefined);
    terminals.take('one', 'shop');
    terminals.started('one');
    terminals.ended('one');
    assert.equal(terminals.find('shop'), undefined);
    terminals.ended('one');
    assert.equal(terminals.find('shop'), 'one');
    assert.equal(terminals.find('other'), undefined);
    terminals.closed('one');
    assert.equal(terminals.find('shop'), undefined);
  });

  it('is used again only for the kubeconfig that it was opened with', () => {
    const { terminals } = known();
    terminals.take('one', 'shop', { KUBECONFIG: '/a', OTHER: '1' });
    terminals.ended('one');
    assert.equal(terminals.find('shop', { KUBECONFIG: '/b', OTHER: '1' }), undefined);
    assert.equal(terminals.find('shop', { OTHER: '1', KUBECONFIG: '/a' }), 'one');
  });

  it('is not typed into while a text stands at its prompt, or its user runs something', () => {
    const { terminals } = known();
    terminals.leaveText('one', 'cheat-sheet');
    assert.equal(terminals.find('cheat-sheet'), undefined);
    terminals.started('one');
    assert.equal(terminals.find('cheat-sheet'), undefined);
    terminals.ended('one');
    assert.equal(terminals.find('cheat-sheet'), 'one');
    terminals.started('one');
    assert.equal(terminals.find('cheat-sheet'), undefined);
  });

  it('is never known to be idle where its shell says nothing', () => {
    const { silent, terminals } = known();
    terminals.take('one', 'shop');
    terminals.ended('one');
    silent.add('one');
    assert.equal(terminals.find('shop'), undefined);
  });
});
