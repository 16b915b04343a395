import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import { expectedFindings } from '../../../snippets/expectedFindings';
import { shippedSnippets } from '../../../snippets/shippedSnippets';
import { cursorMark, surroundingsOf } from '../../../snippets/surroundings';
import { foundIn } from '../../lint/linting';
import { offeredAt } from './completing';
import { defaultOptions } from './defaultOptions';

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
        const findings = (of: string) =>
          foundIn(of, defaultOptions).map(({ finding }) => `${finding.rule.id}: ${finding.message}`);
        const before = findings(marked.replace(cursorMark, ''));
        const added = findings(text).filter((finding) => !before.includes(finding));
        const expected = expectedFindings[snippet.id]?.rules ?? [];
        assert.deepEqual(
          [...new Set(added.map((finding) => finding.split(':')[0]))].sort(),
          [...expected].sort(),
          `${added.join('\n')}\n${text}`,
        );
      });
    }
  }
});
