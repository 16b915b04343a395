/** A value that is there at once or later, so that nobody waits for a value that is there. */
export type MaybePromise<Value> = Value | Promise<Value>;

/** The text of a file without its byte order mark, or why the file has no text. */
export type FileText =
  | { readonly state: 'text'; readonly text: string }
  /** No such file exists; a folder of that name may. */
  | { readonly state: 'gone' }
  /** The reason goes on from the file's name. */
  | { readonly state: 'unreadable'; readonly reason: string };

/** The files that can be read, wherever they are kept. Files are known by their URIs, see `normalUri`. */
export interface ReadableFiles {
  readonly text: (uri: string) => MaybePromise<FileText>;
}

/** The bytes of a file, or why nobody knows them. */
export type FileBytes =
  | { readonly state: 'bytes'; readonly bytes: Uint8Array }
  /** No such file exists; a folder of that name may. */
  | { readonly state: 'gone' }
  /** The reason goes on from the file's name. */
  | { readonly state: 'unreadable'; readonly reason: string };

/** The files whose bytes can be read: packed charts, pictures, texts in whatever encoding. */
export interface ReadableBytes {
  /** @param largest a file with more bytes is not read */
  readonly bytes: (uri: string, largest: number) => MaybePromise<FileBytes>;
}

/** Files that configurations and settings name, whose authors nobody may trust. */
export interface NamedFiles {
  /** The text of a regular file of at most 5 MB in a folder, links followed. */
  readonly readNamed: (uri: string, root: string) => MaybePromise<FileText>;
}

/** A file or folder in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The folders that can be looked into. */
export interface ReadableFolders {
  /** The files and folders in a folder, links left out; empty for a folder that doesn't exist or can't be read. */
  readonly entriesOf: (uri: string) => MaybePromise<readonly FolderEntry[]>;
}

/** The files in a folder and below it. */
export interface FoundFiles {
  /** With their sizes in bytes. */
  readonly files: readonly { readonly uri: string; readonly size: number }[];
  readonly faults: readonly FileFault[];
  /** What may hold manifests and can't be looked into: folders, and files that can't be named. */
  readonly unread: readonly string[];
}

/** Something that can't be looked into. */
export interface FileFault {
  readonly uri: string;
  /** Goes on from the name of the file or folder: `could not be read: permission denied`. */
  readonly message: string;
}

/** The folders that can be searched. */
export interface SearchableFolders {
  /** The files in a folder and below it that may hold manifests and that git doesn't ignore, and what can't be looked into. */
  readonly find: (folder: string) => MaybePromise<FoundFiles>;
}

/** Everything there is to files, wherever they are kept. */
export type Files = ReadableFiles & ReadableBytes & NamedFiles & ReadableFolders;
