import type { LintedText } from '../../lint/lint';
import { isTemplated } from '../../yaml/templates';
import { type IndexedFile, type IndexedObject, indexedObjects } from '../objects/indexedFile';
import { generatedObjects } from '../objects/kustomization';
import { objectIndex } from '../objects/objectIndex';
import { folderOf } from '../paths';
import { type Asked, asking, changedObjects, isConcerned } from './asked';
import { type FolderLayout, folderLayout, laysOut } from './folderLayout';
import { judgedBeside, type ReadFile, readFile, type ScanSources, shownOf } from './readFile';
import { isInstaller } from './textsAtAGlance';

/** Who is told what a scan finds. */
export interface ScanListener {
  /** What is kept of a file for others; undefined for one that holds no objects, or is gone. */
  readonly onObjects: (path: string, file: IndexedFile | undefined) => void;
  /** What was found in a closed file, undefined for nothing; told again when it is judged anew. */
  readonly onFindings: (path: string, linted: LintedText | undefined) => void;
  /** Why something is left out; goes on from its name. */
  readonly onFault: (path: string, message: string) => void;
  /** Told before a file is read, so that it can be named should reading it never end. */
  readonly onRead: (path: string) => void;
  /** How many files are done; some count once more when they are judged beside the others. */
  readonly onProgress: (done: number, total: number) => void;
  /** Lets others have their turn; false if the scan shall end. */
  readonly pause: () => Promise<boolean>;
}

/** A workspace folder with what is known of its files. */
export interface FolderScan {
  /** Reads everything. False if it was ended before it was through. */
  readonly scan: () => Promise<boolean>;
  /**
   * Reads changed files anew, and those that have asked about objects which changed.
   *
   * @param areOthers true if files came or went that nobody has named: a folder, say
   */
  readonly update: (changed: ReadonlySet<string>, areOthers: boolean) => Promise<void>;
  /** Takes over from the editor what an open file holds; undefined when it was closed. */
  readonly setOpen: (path: string, objects: readonly IndexedObject[] | undefined) => Promise<void>;
}

/**
 * The scan of one workspace folder: first each file is read by itself, then those whose rules look at several objects
 * are judged beside all others. What is kept of them is plain data: reading a file twice takes less time than it takes to
 * keep thousands of trees, and far less memory.
 *
 * @param find the files there are, with what can't be looked into told to the listener
 */
export function folderScan(find: () => Set<string>, sources: ScanSources, listener: ScanListener): FolderScan {
  /** Every file, with what its rules have asked about others. */
  const known = new Map<string, Asked | undefined>();
  const open = new Map<string, readonly IndexedObject[]>();
  const installers = new Set<string>();
  const index = objectIndex();
  /** True once the objects of all files are known: before, anything may still turn up. */
  let isWhole = false;
  let layout: FolderLayout = folderLayout([], sources.files);

  const setObjects = (path: string, objects: readonly IndexedObject[], isTemplate: boolean) => {
    if (objects.length === 0) {
      if (!index.get(path)) return;
      index.delete(path);
      listener.onObjects(path, undefined);
      return;
    }
    const standing = isTemplate ? 'template' : layout.standingOf(path);
    const file = { path, standing, isInPart: installers.size > 0 || layout.isInPart(path), objects };
    index.set(file);
    listener.onObjects(path, file);
  };

  const forget = (path: string) => {
    known.delete(path);
    installers.delete(path);
    setObjects(path, [], false);
    listener.onFindings(path, undefined);
  };

  /**
   * Reads a file by itself; gives back what has to be judged beside others.
   *
   * @param waits true if nothing shall be told of a file before it is judged beside others
   */
  const read = async (path: string, waits: boolean): Promise<ReadFile | undefined> => {
    known.set(path, undefined);
    const opened = open.get(path);
    if (opened) {
      setObjects(path, opened, index.get(path)?.standing === 'template');
      return undefined;
    }
    listener.onRead(path);
    const reading = await readFile(path, sources);
    if (reading.state === 'gone') {
      forget(path);
      return undefined;
    }
    if (reading.state === 'left out') {
      if (reading.reason !== undefined) listener.onFault(path, reading.reason);
      setObjects(path, [], false);
      listener.onFindings(path, undefined);
      return undefined;
    }
    const { text, linted } = reading;
    if (isInstaller(text)) installers.add(path);
    else installers.delete(path);
    const kustomization = laysOut(path) ? layout.kustomizations.get(folderOf(path)) : undefined;
    setObjects(path, kustomization ? generatedObjects(kustomization, text) : indexedObjects(linted), isTemplated(text));
    const isJudged = reading.isShown && index.seenFrom(path) !== undefined;
    if (!waits || !isJudged) listener.onFindings(path, shownOf(reading, sources.hashOf));
    return isJudged ? reading : undefined;
  };

  /** Judges a file beside the others, as far as its rules look at several objects. */
  const judge = async (path: string, alone?: ReadFile): Promise<void> => {
    if (!isWhole || open.has(path) || !known.has(path)) return;
    const { asked, asks } = asking();
    const surroundings = index.seenFrom(path, asks);
    if (!surroundings) return;
    if (!alone) listener.onRead(path);
    const reading = alone ? judgedBeside(alone, surroundings) : await readFile(path, sources, surroundings);
    if (reading.state !== 'read' || !reading.isShown) return;
    known.set(path, asked);
    listener.onFindings(path, shownOf(reading, sources.hashOf));
  };

  const judgeAll = async (): Promise<void> => {
    for (const { path } of [...index.files()]) if (await listener.pause()) await judge(path);
  };

  /** Where something installs what nobody sees, nothing of the folder can be called missing. */
  const spreadInstallers = (): boolean => {
    const changed = [...index.files()].filter(
      ({ path, isInPart }) => isInPart !== (installers.size > 0 || layout.isInPart(path)),
    );
    for (const { path, objects, standing } of changed) setObjects(path, objects, standing === 'template');
    return changed.length > 0;
  };

  /** Judges anew whom a change concerns. */
  const follow = async (path: string, before: IndexedFile | undefined): Promise<void> => {
    const after = index.get(path);
    const changes = changedObjects(before, after);
    if (changes.length === 0) return;
    const places = new Set(
      [before, after].flatMap((file) =>
        file ? index.concernedBy({ ...file, objects: renamed(before, after, file) }) : [],
      ),
    );
    const isNear = (other: string) => [...places].some((place) => other === place || other.startsWith(`${place}/`));
    for (const [other, asked] of [...known]) {
      if (other === path || !asked) continue;
      if (!isNear(other) && !changes.some((change) => isConcerned(other, asked, change))) continue;
      await listener.pause();
      await judge(other);
    }
  };

  const updateFile = async (path: string, isThere = true): Promise<void> => {
    const before = index.get(path);
    if (isThere) {
      await judge(path, await read(path, isWhole));
    } else {
      forget(path);
    }
    await follow(path, before);
  };

  return {
    async scan() {
      const wasWhole = isWhole;
      isWhole = false;
      const paths = find();
      for (const path of [...known.keys()]) if (!paths.has(path)) forget(path);
      layout = folderLayout(paths, sources.files);
      let done = 0;
      for (const path of paths) {
        if (!(await listener.pause())) return false;
        await read(path, wasWhole);
        done++;
        listener.onProgress(done, paths.size);
      }
      spreadInstallers();
      isWhole = true;
      for (const { path } of [...index.files()]) {
        if (!(await listener.pause())) return false;
        await judge(path);
      }
      return true;
    },
    async update(changed, areOthers) {
      const paths = new Set(changed);
      const isLaidOut = [...changed].some(laysOut);
      if (areOthers || isLaidOut) {
        const there = find();
        for (const path of there) if (!known.has(path)) paths.add(path);
        layout = folderLayout(there, sources.files);
        for (const path of [...known.keys()].filter((path) => !there.has(path))) {
          paths.delete(path);
          await updateFile(path, false);
        }
        for (const path of paths) if (!there.has(path)) paths.delete(path);
      }
      for (const path of paths) {
        if (!known.has(path) && !areOthers) continue;
        await listener.pause();
        await updateFile(path);
      }
      if (isLaidOut) {
        for (const { path, objects, standing } of [...index.files()])
          setObjects(path, objects, standing === 'template');
      }
      if (spreadInstallers() || isLaidOut) await judgeAll();
    },
    async setOpen(path, objects) {
      const before = index.get(path);
      if (objects) {
        open.set(path, objects);
        if (!known.has(path)) return;
        setObjects(path, objects, before?.standing === 'template');
        await follow(path, before);
        return;
      }
      open.delete(path);
      if (known.has(path)) await updateFile(path);
    },
  };
}

/** The objects of one state of a file that the other has not, going by their names. */
function renamed(
  before: IndexedFile | undefined,
  after: IndexedFile | undefined,
  file: IndexedFile,
): readonly IndexedObject[] {
  const other = file === after ? before : after;
  const names = new Set(other?.objects.map(nameOf));
  return file.objects.filter((object) => !names.has(nameOf(object)));
}

function nameOf({ facts: { group, kind, namespace, name } }: IndexedObject): string {
  return JSON.stringify([group, kind, namespace, name]);
}
