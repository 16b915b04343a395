/** The files that can be read, wherever they are kept. Paths are absolute, with `/` between folders. */
export interface ReadableFiles {
  /**
   * The text of a file; undefined where there is no such file.
   *
   * @throws if there is one that can't be read
   */
  readonly readText: (path: string) => Promise<string | undefined>;
}
