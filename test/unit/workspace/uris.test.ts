import assert from 'node:assert/strict';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import {
  folderOf,
  foldersAbove,
  innermostFolder,
  isWithin,
  joined,
  nameOf,
  normalUri,
  pathOfUri,
  relativeTo,
  uriOfPath,
} from '../../../server/workspace/uris';

describe('URIs', () => {
  it('have one spelling, whichever a client has', () => {
    for (const [normal, ...spellings] of [
      [
        'file:///work/web.yaml',
        'file:///work/./api/../web.yaml',
        'FILE:///work//web.yaml',
        'file://localhost/work/web.yaml',
      ],
      [
        'file:///c%3A/Work/a.yaml',
        'file:///C:/Work/a.yaml',
        'file:///c:/Work/a.yaml',
        'file:///C%3A/Work/a.yaml',
        'file:///c%3a/Work/a.yaml',
      ],
      ['file:///c%3A', 'file:///C:/', 'file:///c%3A/'],
      ['file://server/share/a%20b', 'file://SERVER/share/a b/', 'file:////server/share/a%20b'],
      ['file:///gr%C3%B6%C3%9Fe/%23%25%3F', 'file:///größe/%23%25%3f', 'file:///gr%c3%b6%c3%9fe/%23%%3F'],
      ['file:///work/a%28b%29', 'file:///work/a(b)'],
      ['file:///', 'file:///.', 'file:'],
      ['vscode-vfs://github/shop/web.yaml', 'vscode-vfs://GitHub/shop/web.yaml', 'vscode-vfs://github/shop/./web.yaml'],
      ['vscode-vfs://github/', 'vscode-vfs://github'],
      ['untitled:Untitled-1'],
      ['untitled:/work/web.yaml'],
    ]) {
      for (const spelling of [normal ?? '', ...spellings]) assert.equal(normalUri(spelling), normal, spelling);
    }
  });

  it('tell names apart that differ in the case of their letters', () => {
    assert.notEqual(normalUri('file:///Work/a.yaml'), normalUri('file:///work/a.yaml'));
  });

  it('are known by themselves where they are none', () => {
    assert.equal(normalUri('a b://c'), 'a b://c');
  });

  it('stand for the paths of POSIX and of Windows', () => {
    for (const [uri, path, ...spellings] of [
      ['file:///work/web.yaml', '/work/web.yaml', '/work/./web.yaml', '/work//web.yaml'],
      ['file:///work/gr%C3%B6%C3%9Fe%20%23%25%3F.yaml', '/work/größe #%?.yaml'],
      ['file:///work/a%5Cb', '/work/a\\b'],
      ['file:///c%3A/Work/web.yaml', 'c:/Work/web.yaml', 'C:\\Work\\web.yaml', 'C:/Work/web.yaml'],
      ['file:///c%3A', 'c:/', 'C:\\'],
      ['file://server/share/a%20b.yaml', '//server/share/a b.yaml', '\\\\Server\\share\\a b.yaml'],
      ['file:///', '/'],
    ]) {
      assert.equal(pathOfUri(uri ?? ''), path);
      for (const spelling of [path ?? '', ...spellings]) assert.equal(uriOfPath(spelling), uri, spelling);
    }
    for (const uri of ['untitled:Untitled-1', 'vscode-vfs://github/shop/web.yaml', 'untitled:/work/web.yaml']) {
      assert.equal(pathOfUri(uri), undefined);
    }
  });

  it('are held by folders, up to a drive, a share or a root', () => {
    for (const [uri, ...folders] of [
      ['file:///work/a/web.yaml', 'file:///work/a', 'file:///work', 'file:///'],
      ['file:///c%3A/a/web.yaml', 'file:///c%3A/a', 'file:///c%3A'],
      ['file://server/share/a/web.yaml', 'file://server/share/a', 'file://server/share'],
      ['vscode-vfs://github/shop/web.yaml', 'vscode-vfs://github/shop', 'vscode-vfs://github/'],
      ['untitled:Untitled-1'],
      ['untitled:/work/web.yaml', 'untitled:/work', 'untitled:/'],
    ]) {
      assert.deepEqual(foldersAbove(uri ?? ''), folders);
      assert.equal(folderOf(uri ?? ''), folders[0] ?? uri);
    }
  });

  it('are joined with paths as people write them', () => {
    for (const [folder, path, uri] of [
      ['file:///work/prod', './patches/web.yaml', 'file:///work/prod/patches/web.yaml'],
      ['file:///work/prod', '../größe (1)/#%.yaml', 'file:///work/gr%C3%B6%C3%9Fe%20%281%29/%23%25.yaml'],
      ['file:///work/prod', '/etc/base.json', 'file:///etc/base.json'],
      ['file:///work/prod', '../../../x', 'file:///x'],
      ['file:///', 'web.yaml', 'file:///web.yaml'],
      ['file:///work', '..', 'file:///'],
      ['file:///work', '', 'file:///work'],
      ['file:///c%3A/work', '../../x', 'file:///c%3A/x'],
      ['file:///c%3A/work', '/x', 'file:///c%3A/x'],
      ['file:///c%3A/work', 'D:/x', 'file:///d%3A/x'],
      ['file://server/share/a', '../../../x', 'file://server/share/x'],
      ['vscode-vfs://github/shop', '../../x', 'vscode-vfs://github/x'],
    ] as const) {
      assert.equal(joined(folder, path), uri);
    }
  });

  it('are reached from folders by paths', () => {
    for (const [folder, uri, path] of [
      ['file:///work', 'file:///work/gr%C3%B6%C3%9Fe/%23%25.yaml', 'größe/#%.yaml'],
      ['file:///work', 'file:///work', ''],
      ['file:///', 'file:///work/web.yaml', 'work/web.yaml'],
      ['file:///work/prod', 'file:///work/product/web.yaml', '../product/web.yaml'],
      ['file:///c%3A', 'file:///c%3A/web.yaml', 'web.yaml'],
      ['file:///c%3A/work', 'file:///d%3A/web.yaml', 'd:/web.yaml'],
      ['file:///work', 'untitled:Untitled-1', 'untitled:Untitled-1'],
    ] as const) {
      assert.equal(relativeTo(folder, uri), path);
    }
  });

  it('lie in folders', () => {
    assert.ok(isWithin('file:///work/a/web.yaml', 'file:///work'));
    assert.ok(isWithin('file:///work', 'file:///work'));
    assert.ok(isWithin('file:///work', 'file:///'));
    assert.ok(!isWithin('file:///workshop/web.yaml', 'file:///work'));
    assert.ok(!isWithin('file:///work', 'file:///work/a'));
    assert.ok(!isWithin('vscode-vfs://github/work/a', 'file:///work'));
  });

  it('have names', () => {
    assert.equal(nameOf('file:///work/gr%C3%B6%C3%9Fe.yaml'), 'größe.yaml');
    assert.equal(nameOf('untitled:Untitled-1'), 'Untitled-1');
  });

  it('are spelt as VS Code spells them, and lead back to their paths', () => {
    const name = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/^\.{1,2}$|[/\0]/.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (names) => {
        const path = ['/work', ...names].join('/');
        const uri = uriOfPath(path);
        assert.equal(uri, URI.from({ scheme: 'file', path }).toString());
        assert.equal(normalUri(uri), uri);
        assert.equal(pathOfUri(uri), path);
        assert.equal(joined('file:///work', names.join('/')), uri);
        assert.equal(relativeTo('file:///work', uri), names.join('/'));
        assert.equal(foldersAbove(uri).length, names.length + 1);
      }),
    );
  });

  it('hold no half characters, which names on Windows may', () => {
    assert.equal(uriOfPath('C:\\a\uD800.yaml'), 'file:///c%3A/a%EF%BF%BD.yaml');
    assert.equal(joined('file:///work', 'a\uDC00'), 'file:///work/a%EF%BF%BD');
  });
});

describe('the innermost folder of a file', () => {
  const folders = ['file:///', 'file:///shop', 'file:///shop/web', 'file:///shop/web-old'];

  it('is the one that holds the file most closely, whichever comes first', () => {
    for (const order of [folders, folders.toReversed()]) {
      assert.equal(innermostFolder(order, 'file:///shop/web/pod.yaml'), 'file:///shop/web');
      assert.equal(innermostFolder(order, 'file:///shop/web-new/pod.yaml'), 'file:///shop');
      assert.equal(innermostFolder(order, 'file:///shop/web'), 'file:///shop/web');
    }
  });

  it('is none where no folder holds the file', () => {
    assert.equal(innermostFolder(folders.slice(1), 'file:///pod.yaml'), undefined);
  });
});
