import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeEdits } from '../../../../server/yaml/write/composeEdits';
import { applyTextEdits } from '../../../../server/yaml/write/renderEdits';
import type { TextEdit } from '../../../../server/yaml/write/rendering';

/** Edits of a text of some length, sorted and without overlaps. */
function edits(length: number): fc.Arbitrary<TextEdit[]> {
  const cuts = fc.uniqueArray(fc.nat(length), { maxLength: 8 }).map((all) => all.sort((a, b) => a - b));
  return fc
    .tuple(cuts, fc.array(fc.stringMatching(/^[x-z]{0,3}$/), { minLength: 4, maxLength: 4 }))
    .map(([at, texts]) =>
      texts.flatMap((newText, index): TextEdit[] => {
        const [start, end] = [at[2 * index], at[2 * index + 1]];
        return start === undefined || end === undefined ? [] : [{ start, end, newText }];
      }),
    );
}

describe('Edits made one after the other', () => {
  it('come to the same as one list', () => {
    const text = 'abcdefghijklmnop';
    const cases = edits(text.length).chain((first) => {
      const between = applyTextEdits(text, first);
      return fc.record({ first: fc.constant(first), between: fc.constant(between), second: edits(between.length) });
    });
    fc.assert(
      fc.property(cases, ({ first, between, second }) => {
        const composed = composeEdits(composeEdits([], text, first), between, second);
        assert.equal(applyTextEdits(text, composed), applyTextEdits(between, second));
        assert.equal(composed.flatMap(({ parts }) => parts).length, first.length + second.length);
      }),
      { numRuns: 500 },
    );
  });

  it('stay apart where they do not touch', () => {
    const first: TextEdit[] = [{ start: 1, end: 3, newText: 'X' }];
    const between = applyTextEdits('abcdefgh', first);
    const second: TextEdit[] = [{ start: 5, end: 6, newText: '' }];
    assert.deepEqual(
      composeEdits(composeEdits([], 'abcdefgh', first), between, second).map(({ start, end, newText }) => ({
        start,
        end,
        newText,
      })),
      [
        { start: 1, end: 3, newText: 'X' },
        { start: 6, end: 7, newText: '' },
      ],
    );
  });
});
