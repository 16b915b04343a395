import assert from 'node:assert/strict';
import { defaultText, parseSnippet, writeSnippet } from '../../../../server/features/snippets/snippetText';
import { laidOut } from '../../../../server/yaml/typing/outlineLayout';
import { shippedSnippets } from '../../../snippets/shippedSnippets';

describe('The shipped snippets', () => {
  it('have names of their own, within the set and for whoever reads a list', () => {
    const ids = shippedSnippets.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const titles = shippedSnippets.map(({ title, fits }) => `${fits}: ${title}`);
    assert.equal(new Set(titles).size, titles.length);
  });

  for (const snippet of shippedSnippets) {
    it(`say what they are for and hold no tab stop that isn't understood: ${snippet.id}`, () => {
      assert.match(snippet.description, /^[A-Z].*[.]$/);
      const parts = parseSnippet(snippet.body);
      assert.equal(defaultText(writeSnippet(parts)), defaultText(snippet.body));
      const plain = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
      assert.doesNotMatch(plain.join(''), /\$\{|\$\d/);
    });
  }

  it('give a tab stop the same value wherever it comes again', () => {
    for (const { id, body } of shippedSnippets) {
      const values = new Map<number, string>();
      for (const part of parseSnippet(body)) {
        if (part.kind === 'text' || part.number === 0) continue;
        assert.equal(values.get(part.number) ?? part.value, part.value, id);
        values.set(part.number, part.value);
      }
    }
  });

  it('are laid out with two spaces a level and indented lists', () => {
    for (const { id, body, language } of shippedSnippets.filter((snippet) => snippet.language === 'yaml')) {
      assert.equal(language, 'yaml');
      assert.deepEqual(laidOut(body.split('\n'), { indent: 2, listIndent: 2 }, 0), body.split('\n'), id);
    }
  });

  it('mean the same by their first tab stops wherever they describe a service', () => {
    for (const { id, body } of shippedSnippets.filter(({ id }) => /^service\/(?!kustom|gateway)/.test(id))) {
      const values = parseSnippet(body).flatMap((part) => (part.kind === 'text' ? [] : [[part.number, part.value]]));
      for (const [number, value] of values) {
        const meant = { 1: 'web', 2: 'registry.example.com/web:1.0.0', 3: '8080' }[Number(number)];
        if (meant !== undefined) assert.equal(value, meant, id);
      }
    }
  });
});
