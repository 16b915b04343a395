import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CompletionRequest,
  DefinitionRequest,
  HoverRequest,
  Location,
  MarkupContent,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SignatureHelpRequest,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { eventually } from '../waiting';
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

  it('helps with hover, completion and signatures in actions, and as ever outside of them', async () => {
    const editor = await startEditor({ folder });
    const { connection } = editor;
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.image.‸ }}\nspec:\n  hostNetwork: true\n';
    const typed = await open(editor, 'templates/pod.yaml', pod);
    const context = { triggerKind: 2, triggerCharacter: '.' } as const;
    const offered = await connection.sendRequest(CompletionRequest.type, { ...typed, context });
    assert.ok(Array.isArray(offered));
    assert.deepEqual(
      offered.map(({ label }) => label),
      ['name', 'tag'],
    );
    const outside = { ...typed, position: { line: 5, character: 15 }, context };
    assert.deepEqual(await connection.sendRequest(CompletionRequest.type, outside), []);
    const field = await connection.sendRequest(HoverRequest.type, { ...outside, position: { line: 5, character: 4 } });
    assert.ok(MarkupContent.is(field?.contents));
    assert.match(field.contents.value, /hostNetwork/);
    const call = await open(editor, 'templates/NOTES.txt', '{{ .Values.image.tag | default ‸ }}', 'plaintext');
    const help = await connection.sendRequest(SignatureHelpRequest.type, call);
    assert.match(help?.signatures[0]?.label ?? '', /^default\(default any/);
    const hovered = { ...call, position: { line: 0, character: 18 } };
    const value = await connection.sendRequest(HoverRequest.type, hovered);
    assert.ok(MarkupContent.is(value?.contents));
    assert.match(value.contents.value, /`v1` · \[values\.yaml:3\]/);
    assert.equal(await editor.stop(), 0);
  });

  it('judges no part of a chart that is no manifest', async () => {
    const editor = await startEditor({ folder });
    const text = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  hostNetwork: true\n';
    await editor.open(uriOf('templates/_pod.tpl'), text, 'plaintext');
    assert.deepEqual(await editor.pull(uriOf('templates/_pod.tpl')), []);
    await editor.open(uriOf('templates/pod.yaml'), text, 'go-template');
    assert.ok((await editor.pull(uriOf('templates/pod.yaml'))).length > 0);
    assert.equal(await editor.stop(), 0);
  });

  it('fades what nothing reads or knows, a moment after the last key', async () => {
    const editor = await startEditor({ folder });
    const hintsIn = async (name: string) => {
      const found = await editor.pull(uriOf(name));
      return found
        .filter(({ severity }) => severity === 4)
        .map(({ message, tags, range }) => ({ message, tags, line: range.start.line }));
    };
    await editor.open(uriOf('values.yaml'), values);
    await editor.open(uriOf('templates/pod.yaml'), 'a: {{ .Values.image.name }}\n');
    const unread = { message: 'No template reads image.tag', tags: [1], line: 2 };
    assert.deepEqual(
      await eventually(
        () => hintsIn('values.yaml'),
        ({ length }) => length > 0,
      ),
      [unread],
    );
    assert.ok(editor.refreshes() > 0);
    await editor.change(uriOf('values.yaml'), 2, { text: `# above\n${values}` });
    assert.deepEqual(await hintsIn('values.yaml'), [{ ...unread, line: 3 }]);
    await editor.change(uriOf('templates/pod.yaml'), 2, {
      text: 'a: {{ .Values.image.name }}{{ .Values.image.tga }}{{ .Values.image.tag }}\n',
    });
    await eventually(
      () => hintsIn('values.yaml'),
      ({ length }) => length === 0,
    );
    const [read] = await hintsIn('templates/pod.yaml');
    const { range, ...hint } =
      (await editor.pull(uriOf('templates/pod.yaml'))).find(({ data }) => data?.meant) ?? assert.fail();
    const actions = await editor.actions(uriOf('templates/pod.yaml'), range, [{ ...hint, range }]);
    const [action] = actions.filter(({ title }) => title === 'Change to tag');
    assert.deepEqual(action?.edit?.changes, { [uriOf('templates/pod.yaml')]: [{ range, newText: 'tag' }] });
    assert.match(String(read?.message), /image\.tga.*image\.tag is meant/);
    assert.equal(await editor.stop(), 0);
  });

  it('knows the values files that a configuration names', async () => {
    write('.seaworthy.yaml', 'charts:\n  - chart: "**"\n    values: [env/prod.yaml]\n');
    write('env/prod.yaml', 'image:\n  tga: v3\n');
    const editor = await startEditor({ folder });
    await editor.open(uriOf('env/prod.yaml'), 'image:\n  tga: v3\n  tag: v4\n');
    const use = await open(editor, 'templates/pod.yaml', 'a: {{ .Values.image.t‸ag }}{{ .Values.image.name }}\n');
    const shown = await editor.connection.sendRequest(HoverRequest.type, use);
    assert.ok(MarkupContent.is(shown?.contents));
    assert.match(shown.contents.value, /`v4` · \[env\/prod\.yaml:3\][\s\S]*`v1` · \[values\.yaml:3\]/);
    const messages = async () => (await editor.pull(uriOf('env/prod.yaml'))).map(({ message }) => message);
    assert.deepEqual(await eventually(messages, ({ length }) => length > 0), [
      'The chart knows no image.tga; image.tag is meant, perhaps',
    ]);
    assert.equal(await editor.stop(), 0);
  });

  it('renames in all files, and says why it can not', async () => {
    const editor = await startEditor({ folder });
    const use = await open(editor, 'templates/pod.yaml', 'a: {{ .Values.image.t‸ag }}\n');
    const { connection } = editor;
    assert.deepEqual(await connection.sendRequest(PrepareRenameRequest.type, use), {
      start: { line: 0, character: 20 },
      end: { line: 0, character: 23 },
    });
    const edit = await connection.sendRequest(RenameRequest.type, { ...use, newName: 'version' });
    assert.deepEqual(Object.keys(edit?.changes ?? {}).sort(), [uriOf('templates/pod.yaml'), uriOf('values.yaml')]);
    await assert.rejects(connection.sendRequest(RenameRequest.type, { ...use, newName: 'name' }), /already/);
    const nothing = { ...use, position: { line: 0, character: 0 } };
    assert.equal(await connection.sendRequest(PrepareRenameRequest.type, nothing), null);
    assert.equal(await editor.stop(), 0);
  });
});
