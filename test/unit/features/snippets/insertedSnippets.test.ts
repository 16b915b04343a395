import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import { addedFindings, rulesOf } from '../../../snippets/addedFindings';
import { expectedFindings } from '../../../snippets/expectedFindings';
import { shippedSnippets } from '../../../snippets/shippedSnippets';
import { cursorMark, surroundingsOf } from '../../../snippets/surroundings';
import { offeredAt } from './completing';

const layouts = [
  { indent: 2, listIndent: 2 },
  { indent: 2, listIndent: 0 },
  { indent: 4, listIndent: 4 },
  { indent: 4, listIndent: 0 },
];

/** Files in which the snippets of some fits are offered. */
const addresses: Readonly<Record<string, string>> = {
  'falco configuration': 'file:///etc/falco/falco.yaml',
};

describe('Every snippet for YAML, inserted with its defaults,', () => {
  for (const snippet of shippedSnippets.filter(({ language }) => language === 'yaml')) {
    for (const layout of layouts) {
      const lists = layout.listIndent === 0 ? 'flush lists' : 'indented lists';
      it(`is offered, is YAML and raises no finding: ${snippet.id}, ${layout.indent} spaces, ${lists}`, () => {
        const marked = surroundingsOf(snippet, layout);
        const uri = addresses[snippet.fits] ?? 'file:///web.yaml';
        const text = offeredAt(marked, { uri, indent: layout.indent }).get(snippet.prefixes[0] ?? '');
        assert.ok(text, `it is offered in\n${marked}`);
        const faults = parseAllDocuments(text).flatMap(({ errors }) => errors.map(({ message }) => message));
        assert.deepEqual(faults, [], text);
        const added = addedFindings(marked.replace(cursorMark, ''), text);
        const expected = expectedFindings[snippet.id]?.rules ?? [];
        assert.deepEqual(rulesOf(added), [...expected].sort(), `${added.join('\n')}\n${text}`);
      });
    }
  }
});
