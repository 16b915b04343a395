import assert from 'node:assert/strict';
import { snippetTexts } from '../../../server/features/snippets/snippetTexts';
import { blank, blankBehind, type Edit, set } from '../../../server/yaml/write/edits';
import { renderEdits } from '../../../server/yaml/write/renderEdits';
import { treeOf } from '../yaml/editing';

function snippet(text: string, ...edits: readonly Edit[]): string {
  return snippetTexts(renderEdits(treeOf(text), edits) ?? []).join('…');
}

describe('a snippet', () => {
  it('has a placeholder for each blank, numbered through all edits', () => {
    assert.equal(
      snippet('a: 1\nb:\n  c: 1\n', set(['a'], blank('x')), set(['b', 'd'], { e: blank(8080), f: 'g' })),
      ['$', '{1:x}…  d:\n    e: $', '{2:8080}\n    f: g\n'].join(''),
    );
  });

  it('offers choices, the proposed one first', () => {
    assert.equal(snippet('a: 1\n', set(['a'], blank('x', 'w', 'x'))), ['$', '{1|x,w|}'].join(''));
  });

  it('takes characters with a meaning of their own literally', () => {
    const text = 'a}$\\b';
    assert.equal(
      snippet("a: '1'\n", set(['a'], blankBehind(text, 'c,d|}', 'e,f'))),
      ["'a\\}\\$\\\\b$", "{1|c\\,d\\|\\},e\\,f|}'"].join(''),
    );
  });
});
