import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DefinitionRequest, Location, ReferencesRequest } from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { type Editor, endServers, startEditor } from './client';

const values = 'image:\n  name: shop\n  tag: v1\n';

describe('Editing a chart over the protocol', () => {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-chart-')));
    write('Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
    write('values.yaml', values);
    write('templates/_helpers.tpl', '{{- define "shop.name" -}}\nshop\n{{- end }}\n');
  });
  afterEach(async () => {
    await endServers();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const uriOf = (name: string) => URI.file(path.join(folder, name)).toString();
  /** Opens a file whose text holds the cursor as `‸`. */
  const open = async (editor: Editor, name: string, marked: string, languageId = 'yaml') => {
    const before = marked.slice(0, marked.indexOf('‸')).split('\n');
    await editor.open(uriOf(name), marked.replace('‸', ''), languageId);
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return { textDocument: { uri: uriOf(name) }, position };
  };
  const placesIn = (found: unknown): string[] => {
    assert.ok(Array.isArray(found) && found.every(Location.is));
    return found.map(
      ({ uri, range }: Location) => `${path.relative(folder, URI.parse(uri).fsPath)}:${range.start.line + 1}`,
    );
  };

  it('leads from templates to values and back, as files stand in the editor', async () => {
    const editor = await startEditor({ folder });
    const use = await open(editor, 'templates/pod.yaml', 'image: {{ .Values.image.t‸ag }}\n');
    assert.deepEqual(placesIn(await editor.connection.sendRequest(DefinitionRequest.type, use)), ['values.yaml:3']);
    const key = await open(editor, 'values.yaml', '# unsaved\nimage:\n  t‸ag: v2\n');
    assert.deepEqual(placesIn(await editor.connection.sendRequest(DefinitionRequest.type, use)), ['values.yaml:3']);
    const asked = { ...key, context: { includeDeclaration: false } };
    assert.deepEqual(placesIn(await editor.connection.sendRequest(ReferencesRequest.type, asked)), [
      'templates/pod.yaml:1',
    ]);
    assert.equal(await editor.stop(), 0);
  });

  it('leads to definitions of templates, also from files that are no YAML', async () => {
    const editor = await startEditor({ folder });
    const use = await open(editor, 'templates/NOTES.txt', 'See {{ include "shop.n‸ame" . }}\n', 'plaintext');
    assert.deepEqual(placesIn(await editor.connection.sendRequest(DefinitionRequest.type, use)), [
      'templates/_helpers.tpl:1',
    ]);
    assert.equal(await editor.stop(), 0);
  });
});
