import assert from 'node:assert/strict';
import { sniff } from '../../../../server/documents/manifest/read/glance';
import { readDocument } from '../../../../server/lint/readDocument';
import { optionsWith } from '../../lint/linting';

describe('what is left of a document into which --- is being typed', () => {
  const nothing = { certain: true, apiVersions: [], kinds: [] };

  it('is known to hold no object, though names of its fields stand deeper and further left', () => {
    const rest = [
      '---',
      '                  configMapRef:',
      '                    properties:',
      '                      name:',
      '                        type: string',
      ...Array.from({ length: 30 }, (_, index) => `                      field${index}: {}`),
      '              apiVersion:',
      '                type: string',
      '              kind:',
      '                type: string',
      '',
    ].join('\n');
    assert.deepEqual(sniff(rest), nothing);
    assert.equal(readDocument({ name: '', text: rest }, optionsWith()).isParsed, false);
  });

  it('is read where a whole manifest follows a few stray lines', () => {
    for (const stray of ['      image: nginx\n', '    - name: web\n      image: nginx\n', '   half a word\n']) {
      const text = `${stray}apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: true\n  containers: []\n`;
      assert.equal(readDocument({ name: '', text: text }, optionsWith()).isParsed, true, text);
    }
  });

  it('is read where the whole manifest is indented', () => {
    const text = '---\n  apiVersion: v1\n  kind: Pod\n  spec:\n    hostNetwork: true\n    containers: []\n';
    assert.equal(readDocument({ name: '', text: text }, optionsWith()).findings.length, 1);
  });
});
