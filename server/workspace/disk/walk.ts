import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { skippedFolders } from '../filesBelow';
import { isManifestName } from '../manifestName';
import { type Entries, entriesIn } from './entries';
import { fileFault } from './fileFault';
import { type IgnoreFiles, ignoreFilesBelow, ignoreFilesOf, isIgnored, repositoryOf } from './ignoreFiles';
import { isPathWithin, shownPath } from './paths';

/** A file to be linted. */
export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the current folder, `/` between folders. */
  readonly name: string;
  /** True for a path that the user gave, rather than one found in a folder. */
  readonly isNamed: boolean;
  /** In bytes. */
  readonly size: number;
  /** The folder that is searched, all links followed; of a named file, the current folder if it is in that, else its own. */
  readonly root: string;
}

/** A path that can't be walked or read. It counts as named if the exit code has to show it. */
export interface PathFault {
  readonly name: string;
  readonly message: string;
  readonly isNamed: boolean;
}

/** What paths lead to, sorted by name, each file once. */
export interface Found {
  readonly files: readonly FoundFile[];
  readonly faults: readonly PathFault[];
  /** What may hold manifests and can't be looked into, absolute. */
  readonly unread: readonly string[];
}

interface Folder {
  readonly path: string;
  /** The path with all links followed. */
  readonly realPath: string;
  readonly ignoreFiles: IgnoreFiles;
  /** The folder that the search began at, with all links followed. */
  readonly root: string;
}

interface Search {
  readonly currentFolder: string;
  readonly files: Map<string, FoundFile>;
  /** The paths of `files` with all links followed. */
  readonly realPaths: Set<string>;
  readonly faults: PathFault[];
  readonly unread: string[];
  readonly enteredFolders: Set<string>;
  readonly fileLinks: (Pick<FoundFile, 'path' | 'size' | 'root'> & { readonly realPath: string })[];
  readonly folderLinks: Folder[];
}

/**
 * Finds the files that paths stand for: files are taken as they are, folders are searched for YAML and JSON files that
 * git doesn't ignore. Links are followed last, so that what they lead to keeps its own name where it has one.
 */
export function findFiles(paths: readonly string[], currentFolder: string): Found {
  const search: Search = {
    currentFolder,
    files: new Map(),
    realPaths: new Set(),
    faults: [],
    unread: [],
    enteredFolders: new Set(),
    fileLinks: [],
    folderLinks: [],
  };
  for (const path of paths) startAt(search, resolve(currentFolder, path));
  for (let link = search.folderLinks.shift(); link; link = search.folderLinks.shift()) enter(search, link);
  for (const link of search.fileLinks) {
    if (!search.realPaths.has(link.realPath)) addFile(search, { ...link, isNamed: false });
  }
  return { files: [...search.files.values()].sort(byName), faults: search.faults.sort(byName), unread: search.unread };
}

/** The folder that holds a path, all links to it followed. */
export function resolvedFolder(path: string): string {
  return realpathSync(dirname(path));
}

function startAt(search: Search, path: string): void {
  const stats = statsOf(search, path, true);
  if (!stats) return;
  if (!stats.isDirectory()) {
    const [own, current] = [resolvedFolder(path), realpathSync(search.currentFolder)];
    const root = isPathWithin(own, current) ? current : own;
    addFile(search, { path, realPath: realpathSync(path), size: stats.size, isNamed: true, root });
    return;
  }
  const top = repositoryOf(path) ?? (isPathWithin(path, search.currentFolder) ? search.currentFolder : path);
  const realPath = realpathSync(path);
  enter(search, { path, realPath, ignoreFiles: ignoreFilesOf(path, top), root: realPath }, true);
}

function enter(search: Search, folder: Folder, isNamed = false): void {
  if (search.enteredFolders.has(folder.realPath)) return;
  search.enteredFolders.add(folder.realPath);
  let found: Entries;
  try {
    found = entriesIn(folder.path);
  } catch (error) {
    search.unread.push(folder.path);
    reportFault(search, folder.path, `could not be read: ${fileFault(error)}`, isNamed);
    return;
  }
  for (const entry of found.unnamable) {
    if (isIgnored(folder.ignoreFiles, folder.path, entry)) continue;
    if (entry.isFile() && !isManifestName(entry.name)) continue;
    search.unread.push(join(folder.path, entry.name));
    reportFault(search, join(folder.path, entry.name), 'is not looked at, since its name is not UTF-8', true);
  }
  for (const entry of found.entries) {
    if (skippedFolders.includes(entry.name) || isIgnored(folder.ignoreFiles, folder.path, entry)) continue;
    const path = join(folder.path, entry.name);
    if (entry.isDirectory()) {
      const ignoreFiles = ignoreFilesBelow(folder.ignoreFiles, path);
      enter(search, { path, realPath: join(folder.realPath, entry.name), ignoreFiles, root: folder.root });
    } else if (entry.isSymbolicLink()) {
      noteLink(search, folder, path);
    } else if (entry.isFile() && isManifestName(entry.name)) {
      const stats = statsOf(search, path, false);
      const realPath = join(folder.realPath, entry.name);
      if (stats) addFile(search, { path, realPath, size: stats.size, isNamed: false, root: folder.root });
    }
  }
}

function noteLink(search: Search, folder: Folder, path: string): void {
  const stats = statsOf(search, path, false);
  if (!stats) return;
  const realPath = realpathSync(path);
  const { root } = folder;
  if (stats.isFile() && isManifestName(path)) search.fileLinks.push({ path, realPath, size: stats.size, root });
  if (!stats.isDirectory()) return;
  if (isPathWithin(folder.realPath, realPath)) {
    reportFault(search, path, 'is a link to a folder that it is in, so it is not followed', false);
  } else {
    search.folderLinks.push({ path, realPath, ignoreFiles: ignoreFilesBelow(folder.ignoreFiles, path), root });
  }
}

function statsOf(search: Search, path: string, isNamed: boolean): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    const reason = fileFault(error);
    if (reason !== 'does not exist' && !isLink(path)) search.unread.push(path);
    const isDangling = reason === 'does not exist' && isLink(path);
    const message = isDangling ? 'is a link to something that does not exist' : reason;
    reportFault(search, path, message, isNamed);
    return undefined;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function addFile(search: Search, file: Omit<FoundFile, 'name'> & { readonly realPath: string }): void {
  const { path, realPath, size, isNamed, root } = file;
  search.realPaths.add(realPath);
  if (search.files.get(path)?.isNamed) return;
  search.files.set(path, { path, name: shownPath(path, search.currentFolder), isNamed, size, root });
}

function reportFault(search: Search, path: string, message: string, isNamed: boolean): void {
  search.faults.push({ name: shownPath(path, search.currentFolder), message, isNamed });
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
