import { URI } from 'vscode-uri';

/*
 * Files and folders are known by their URIs, each in one spelling: the one that VS Code writes. Drive letters are small
 * (`file:///c%3A/work`), what RFC 3986 doesn't leave unreserved is escaped, there is no `.`, `..` or slash at the end, and
 * the roots are `file:///`, `file:///c%3A`, `file://server/share`, `vscode-vfs://github/`. Links are never followed. All
 * functions but `normalUri`, `uriOfPath` and `pathOfUri` take URIs in that spelling.
 */

/** A URI in the one spelling under which its file is known. */
export function normalUri(uri: string): string {
  if (isPlainFile(uri)) return uri;
  try {
    const parsed = URI.parse(wellFormed(uri.replace(/^file:\/{4,}/i, 'file://')));
    const scheme = parsed.scheme.toLowerCase();
    const authority = scheme === 'file' && parsed.authority === 'localhost' ? '' : parsed.authority;
    const isRooted = authority !== '' || scheme === 'file' || parsed.path.startsWith('/');
    return parsed.with({ scheme, authority, path: isRooted ? tidied(parsed.path) : parsed.path }).toString();
  } catch {
    // What is no URI at all is known by itself.
    return uri;
  }
}

/** The URI of an absolute path, as POSIX or Windows write it. */
export function uriOfPath(path: string): string {
  const quick = `file://${path}`;
  if (isPlainFile(quick) && !path.startsWith('//')) return quick;
  const slashed = /^(?:[A-Za-z]:|\\\\)/.test(path) ? path.replaceAll('\\', '/') : path;
  const [, server = '', below = slashed] = /^\/\/([^/]+)(.*)$/s.exec(slashed) ?? [];
  return URI.from({ scheme: 'file', authority: server, path: tidied(wellFormed(below)) }).toString();
}

/** The path of a file, `/` between folders: `/work`, `c:/work` or `//server/share`. Undefined for a URI of another scheme. */
export function pathOfUri(uri: string): string | undefined {
  const [, server, escaped = ''] = /^file:\/\/([^/]*)([^?#]*)/.exec(normalUri(uri)) ?? [];
  if (server === undefined) return undefined;
  const path = decoded(escaped);
  if (server !== '') return `//${server}${path}`;
  if (!/^\/[a-z]:/.test(path)) return path;
  return path.length === '/c:'.length ? `${path.slice(1)}/` : path.slice(1);
}

/** A file or folder as people are told of it: by its path, else by its URI. */
export function shownUri(uri: string): string {
  return pathOfUri(uri) ?? uri;
}

/** The folder that holds a file or folder; a root, which no folder holds, is its own. */
export function folderOf(uri: string): string {
  const root = rootOf(uri);
  const end = uri.lastIndexOf('/');
  return uri === root || end < root.length ? root : uri.slice(0, end);
}

/** The folders that hold a file or folder, innermost first. */
export function foldersAbove(uri: string): string[] {
  const folders: string[] = [];
  for (let [below, folder] = [uri, folderOf(uri)]; folder !== below; [below, folder] = [folder, folderOf(folder)]) {
    folders.push(folder);
  }
  return folders;
}

/**
 * What a path means that is written in a file of a folder: it goes from there or from the root. Nothing leads out of a
 * drive or a share.
 *
 * @param path `/` between folders
 */
export function joined(folder: string, path: string): string {
  const root = rootOf(folder);
  const isOnWindows = root.startsWith('file:') && root !== 'file:///';
  if (isOnWindows && /^(?:[A-Za-z]:\/|\/\/)/.test(path)) return uriOfPath(path);
  const names = path.startsWith('/') ? [] : namesFrom(root, folder);
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(encoded(name));
  }
  return names.length === 0 ? root : `${slashAfter(root)}${names.join('/')}`;
}

/**
 * The path that leads from a folder to a file, `/` between folders: `../` where the file lies beside the folder. One that
 * lies elsewhere altogether is named by its whole path.
 */
export function relativeTo(folder: string, uri: string): string {
  if (uri === folder) return '';
  const start = slashAfter(folder);
  if (uri.startsWith(start)) return decoded(uri.slice(start.length));
  const root = rootOf(folder);
  if (rootOf(uri) !== root) return shownUri(uri);
  const [from, to] = [namesFrom(root, folder), namesFrom(root, uri)];
  const parting = from.findIndex((name, depth) => name !== to[depth]);
  const shared = parting < 0 ? from.length : parting;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared).map(decoded)].join('/');
}

/** The path of a file that a folder names, both from the same place; undefined for one that leads above there. */
export function pathWithin(folder: string, path: string): string | undefined {
  const names = folder === '' ? [] : folder.split('/');
  for (const name of path.split('/')) {
    if (name === '..' && names.pop() === undefined) return undefined;
    if (name !== '' && name !== '.' && name !== '..') names.push(name);
  }
  return names.join('/');
}

/** True for a folder, and for everything that is in it. */
export function isWithin(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(slashAfter(folder));
}

/** Of some folders the innermost that holds a file or folder. */
export function innermostFolder(folders: Iterable<string>, uri: string): string | undefined {
  let innermost: string | undefined;
  for (const folder of folders) {
    if (isWithin(uri, folder) && folder.length > (innermost?.length ?? -1)) innermost = folder;
  }
  return innermost;
}

/** The last name of a URI, as people read it. */
export function nameOf(uri: string): string {
  return decoded(uri.slice(Math.max(uri.lastIndexOf('/'), uri.indexOf(':')) + 1));
}

/** True for most files: their URIs need no more than a look. */
function isPlainFile(uri: string): boolean {
  return /^file:\/\/\/(?:[a-z]%3A\/)?[\w.~/-]+$/.test(uri) && !/\/\.{0,2}(?:\/|$)/.test(uri.slice('file://'.length));
}

/** The root of a URI: the folder that no other folder holds. */
function rootOf(uri: string): string {
  const root = /^(?:file:\/\/\/[a-z]%3A(?=\/|$)|file:\/\/[^/]+\/[^/]+|[^:/]+:\/\/[^/]*\/|[^:/]+:\/)/.exec(uri)?.[0];
  return root ?? uri;
}

function namesFrom(root: string, uri: string): string[] {
  return uri
    .slice(root.length)
    .split('/')
    .filter((name) => name !== '');
}

function slashAfter(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** A path from its root on, without `.`, `..` and empty names. */
function tidied(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}

function encoded(name: string): string {
  if (/^[\w.~-]*$/.test(name)) return name;
  const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(wellFormed(name)).replace(/[!'()*]/g, escaped);
}

function decoded(names: string): string {
  return names.includes('%') ? decodeURIComponent(names) : names;
}

/** Names on Windows may hold half of a character, which no URI can. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
