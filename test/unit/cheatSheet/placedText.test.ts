import assert from 'node:assert/strict';
import { placedText } from '../../../client/cheatSheet/placedText';

const text = 'resources:\n  limits:\n    memory: 1Gi';

describe('the text that is inserted at a cursor', () => {
  it('goes onto an empty line as it is', () => {
    assert.equal(placedText(text, '    ', '', '  '), text);
  });

  it('ends its last line before what stands behind the cursor', () => {
    assert.equal(placedText(text, '    ', 'image: web', '  '), `${text}\n`);
  });

  it('begins a line behind text', () => {
    assert.equal(placedText(text, '    image: web', '', '  '), `\n${text}`);
  });

  it('goes one level deeper behind a key that has no value yet', () => {
    assert.equal(placedText(text, 'spec:', '', '    '), '\n    resources:\n      limits:\n        memory: 1Gi');
  });
});
