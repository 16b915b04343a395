/** The files of a workspace folder, wherever they are kept. Paths are absolute, with `/` between folders. */
export interface ScannedFiles {
  /** The files of a folder that may hold manifests, and what can't be looked into. */
  readonly find: (folder: string) => {
    readonly paths: readonly string[];
    readonly faults: readonly PathFault[];
  };
  readonly read: (path: string) => FileText;
}

/** Something that can't be looked into. */
export interface PathFault {
  readonly path: string;
  /** Goes on from its name: `could not be read: permission denied`. */
  readonly message: string;
}

/** The text of a file, or why there is none. */
export type FileText =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'gone' }
  /** The reason goes on from the file's name. */
  | { readonly state: 'unreadable'; readonly reason: string };
