import assert from 'node:assert/strict';
import { shownText } from '../../../client/charts/shownText';

const basis = { folder: 'file:///shop', path: 'templates/pod.yaml', values: 'prod.yaml', valuesFiles: [], choices: [] };
const rendered = {
  state: 'rendered',
  ...basis,
  text: '---\nkind: Pod\n',
  files: [],
  pieces: [],
  findings: [],
} as const;

describe('The text of a preview', () => {
  it('begins with one line that says what it is, whatever becomes of the chart', () => {
    const refused = { state: 'refused', ...basis, reason: 'first\n  second', message: '' } as const;
    for (const [answer, kept, expected] of [
      [undefined, undefined, '# Being rendered…\n'],
      [rendered, rendered, '# templates/pod.yaml, rendered with prod.yaml\n---\nkind: Pod\n'],
      [refused, undefined, '# Can’t be rendered with prod.yaml: first second\n'],
      [refused, rendered, '# Can’t be rendered now; below is what was rendered last: first second\n---\nkind: Pod\n'],
      [
        { ...rendered, text: '\n' },
        { ...rendered, text: '\n' },
        '# templates/pod.yaml renders nothing with prod.yaml.\n\n',
      ],
      [{ ...rendered, path: 'values.yaml' }, rendered, '# All templates, rendered with prod.yaml\n---\nkind: Pod\n'],
    ] as const) {
      assert.equal(shownText({ answer, rendered: kept }), expected);
    }
  });
});
