import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { namesBelow } from '../../../../server/workspace/disk/namesBelow';

describe('the names that lead down to a file', () => {
  const onWindows = (path: string, folder = 'C:\\work\\repo') => namesBelow(folder, path, win32);

  it('are read off a path, relative or absolute, however it is spelt', () => {
    for (const path of ['a/b.json', './a/./b.json', 'x/../a/b.json', '/work/repo/a/b.json', '../repo/a/b.json']) {
      assert.deepEqual(namesBelow('/work/repo', path, posix), { names: ['a', 'b.json'] }, path);
    }
    for (const path of ['a\\b.json', 'a/b.json', 'c:/WORK/repo/a/b.json', 'C:\\work\\repo\\a\\b.json', 'C:a\\b.json']) {
      assert.deepEqual(onWindows(path), { names: ['a', 'b.json'] }, path);
    }
    assert.deepEqual(namesBelow('/work/repo', '..a/b', posix), { names: ['..a', 'b'] });
    assert.deepEqual(namesBelow('/', 'a/b', posix), { names: ['a', 'b'] });
    assert.deepEqual(onWindows('..\\x', '\\\\server\\share\\repo\\sub'), {
      names: undefined,
      reason: 'lies outside of \\\\server\\share\\repo\\sub, so it is not read',
    });
    assert.deepEqual(onWindows('//server/share/repo/x', '\\\\server\\share\\repo'), { names: ['x'] });
  });

  it('are none for a path that leads out, to another drive or to another machine', () => {
    for (const path of ['..', '../other', '/etc/passwd', '/work/repository/x', 'a/../../x', '//server/share/x']) {
      assert.equal(namesBelow('/work/repo', path, posix).names, undefined, path);
    }
    for (const path of [
      '\\\\server\\share\\x',
      '//server/share/x',
      '/\\server/share/x',
      '\\/server\\share\\x',
      'D:\\x',
      'D:x',
      '\\x',
      '/x',
      '..\\repository\\x',
      '\\\\?\\C:\\work\\repo\\x',
      '\\\\?\\UNC\\server\\share\\x',
      '\\\\.\\pipe\\x',
      '\\\\.\\C:',
      '//./pipe/x',
    ]) {
      assert.equal(onWindows(path).names, undefined, path);
    }
  });

  it('are none for the names of devices and streams of Windows', () => {
    for (const path of ['NUL', 'nul.json', 'a\\CON', 'a\\com1.txt', 'lpt9', 'COM¹', 'aux .json', 'x\\b.json:stream']) {
      assert.deepEqual(
        onWindows(path),
        { names: undefined, reason: 'is the name of a device, so it is not read' },
        path,
      );
    }
    for (const path of ['null.json', 'console.json', 'com10', 'auxiliary', 'x.nul']) {
      assert.ok(onWindows(path).names, path);
    }
    assert.ok(namesBelow('/work', 'NUL', posix).names);
  });
});
