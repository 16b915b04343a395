import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { separatorActions } from '../../../server/features/actions/separator';
import { lint } from '../../../server/lint/lint';
import { yamlSyntax } from '../../../server/rules/yamlSyntax';
import { optionsWith } from '../lint/linting';

const uri = 'file:///web.yaml';

/** What the quick-fixes at a line make of a text. */
function parted(text: string, line: number, options = optionsWith()): string[] {
  const document = TextDocument.create(uri, 'yaml', 1, text);
  const rangeOf = (start: number, end: number) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  const edited = { uri, version: 1, text, linted: lint(text, options), rangeOf, takesSnippets: false };
  const range = { start: { line, character: 0 }, end: { line, character: 0 } };
  const foreign = {
    range: { start: { line, character: 0 }, end: { line, character: 10 } },
    message: 'Map keys must be unique',
    source: 'YAML',
  };
  return separatorActions(edited, range, [foreign]).map((action) => {
    assert.deepEqual(action.diagnostics, [foreign]);
    return TextDocument.applyEdits(document, action.edit?.changes?.[uri] ?? []);
  });
}

describe('the quick-fix for a line `---` that has been forgotten', () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n';

  it('begins a document above the second object, with the line ends of the file', () => {
    for (const end of ['\n', '\r\n']) {
      const one = pod.replaceAll('\n', end);
      assert.deepEqual(parted(`---${end}${one}${one}`, 4), [`---${end}${one}---${end}${one}`]);
      assert.deepEqual(parted(`---${end}${one}${one}`, 1), []);
    }
  });

  it('is offered beside an extension that tells of repeated keys itself', () => {
    const options = optionsWith();
    const without = { ...options, rules: options.rules.filter(({ rule }) => rule !== yamlSyntax) };
    assert.deepEqual(parted(pod + pod, 3, without), [`${pod}---\n${pod}`]);
  });
});
