import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  printable,
  printableError,
  printableJson,
  printableLines,
  printableName,
} from '../../../server/lint/printable';

describe('a text that is printed', () => {
  it('steers no terminal and turns no direction of writing', () => {
    for (const character of '\u0000\u0007\b\n\r\u001b\u007f\u0085\u009b\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069') {
      assert.equal(printable(`a${character}b`), 'a\uFFFDb');
    }
    assert.equal(printable('half \ud83d of 🐳'), 'half \uFFFD of 🐳');
    assert.equal(printable('\tgrößer 日本語 👩‍🔧'), '\tgrößer 日本語 👩‍🔧');
    assert.equal(printableLines('a\r\n\u001bb'), 'a\r\n\uFFFDb');
  });

  it('is no command to the runner of a workflow', () => {
    assert.equal(printable('x ##[error]y ##vso[task]'), 'x \uFFFD#[error]y \uFFFD#vso[task]');
    assert.equal(printable('## [x] # [x] #[x]'), '## [x] # [x] #[x]');
    for (const name of ['::error::x', '  ::error::x', '\t::x']) assert.ok(printableName(name).startsWith('./'));
    assert.equal(printableName('a::b'), 'a::b');
    assert.ok(!printableError(new Error('a\n::error::x')).includes('\n'));
  });

  it('means the same in JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '##[x]', '\u009b', '\u202e'), (text, more) => {
        const json = printableJson(JSON.stringify({ text: text + more }, undefined, 2));
        assert.equal(JSON.parse(json).text, text + more);
        assert.equal(printableLines(json), json);
      }),
    );
  });
});
