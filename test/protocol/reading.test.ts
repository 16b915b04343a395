import assert from 'node:assert/strict';
import {
  DefinitionRequest,
  HoverRequest,
  Location,
  MarkupContent,
  type Position,
  ReferencesRequest,
} from 'vscode-languageserver-protocol/node';
import { endServers, startEditor } from './client';

const uri = 'file:///work/pod.yaml';
const accountUri = 'file:///work/account.yaml';
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: registry.example.com/web:1.0
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      emptyDir: {}
`;

/** The place of a word in the manifest. */
function placeOf(word: string, nth = 1): Position {
  const offset = pod.split(word).slice(0, nth).join(word).length;
  const before = pod.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe('Reading a manifest over the protocol', () => {
  afterEach(endServers);

  it('is helped by hover', async () => {
    const editor = await startEditor();
    await editor.open(uri, pod);
    const shown = await editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: placeOf('serviceAccountName'),
    });
    assert.ok(MarkupContent.is(shown?.contents));
    assert.match(shown.contents.value, /serviceAccountName/);
    const nothing = { textDocument: { uri }, position: { line: 200, character: 0 } };
    assert.equal(await editor.connection.sendRequest(HoverRequest.type, nothing), null);
    assert.equal(await editor.stop(), 0);
  });

  it('leads to what is named, in this document and in others that are open', async () => {
    const editor = await startEditor();
    await editor.open(uri, pod);
    await editor.open(accountUri, 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n');
    const lines = async (position: Position) => {
      const found = await editor.connection.sendRequest(DefinitionRequest.type, { textDocument: { uri }, position });
      return [found ?? []].flat().map((place) => (Location.is(place) ? [place.uri, place.range.start.line] : []));
    };
    assert.deepEqual(await lines(placeOf('data', 2)), [[uri, 13]]);
    assert.deepEqual(await lines(placeOf('web', 2)), [[accountUri, 3]]);
    const uses = await editor.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: accountUri },
      position: { line: 3, character: 9 },
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      uses?.map((place) => [place.uri, place.range.start.line]),
      [[uri, 5]],
    );
    assert.equal(await editor.stop(), 0);
  });
});
