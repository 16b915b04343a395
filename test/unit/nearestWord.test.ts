import assert from 'node:assert/strict';
import { nearestWord } from '../../server/nearestWord';

const words = ['off', 'hint', 'information', 'warning', 'error'];

describe('the nearest word', () => {
  it('is the one that a letter was left out of, added to, changed in or swapped in', () => {
    for (const written of ['waning', 'warrning', 'warming', 'wanring'])
      assert.equal(nearestWord(written, words), 'warning');
  });

  it('is found whatever the case', () => {
    assert.equal(nearestWord('ERROR', words), 'error');
  });

  it('is found by its first letters', () => {
    assert.equal(nearestWord('info', words), 'information');
    assert.equal(nearestWord('warn', words), 'warning');
  });

  it('is the nearest one where several are near', () => {
    assert.equal(nearestWord('host-pit', ['host-ipc', 'host-pid', 'host-port']), 'host-pid');
  });

  it('is left open where every word is far away', () => {
    assert.equal(nearestWord('critical', words), undefined);
    assert.equal(nearestWord('', words), undefined);
    assert.equal(nearestWord('error', []), undefined);
  });
});
