/** The files that can be read, wherever they are kept. Paths are absolute, with `/` between folders. */
export interface ReadableFiles {
  /**
   * The text of a file; undefined where there is no such file.
   *
   * @throws an error whose message goes on from the file's name, if there is one that can't be read
   */
  readonly readText: (path: string) => Promise<string | undefined>;
}

/** Files that configurations and settings name, whose authors nobody may trust. Paths are absolute, with `/` between folders. */
export interface NamedFiles {
  /**
   * The text of a regular file of at most 5 MB in a folder, links followed; undefined where there is no such file.
   *
   * @throws an error whose message goes on from the file's name, if it can't or may not be read
   */
  readonly readNamed: (path: string, root: string) => Promise<string | undefined>;
}

/** A file or folder in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The folders that can be looked into. Paths are absolute, with `/` between folders. */
export interface ReadableFolders {
  /** What is in a folder, links left out; nothing where there is no such folder, or it can't be read. */
  readonly entriesOf: (path: string) => Promise<readonly FolderEntry[]>;
}
