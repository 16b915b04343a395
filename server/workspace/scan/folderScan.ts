import type { LintedText } from '../../lint/lint';
import { textObjects } from '../../lint/textObjects';
import { isTemplated } from '../../yaml/templates';
import { type IndexedFile, type IndexedObject, indexedObjects } from '../objects/indexedFile';
import { generatedObjects } from '../objects/kustomization';
import { objectIndex } from '../objects/objectIndex';
import { folderOf } from '../paths';
import { type Asked, asking, changedObjects, isConcerned } from './asked';
import { type FolderLayout, folderLayout, laysOut } from './folderLayout';
import { type ReadFile, readFile, type ScanSources, shownOf } from './readFile';
import { isInstaller } from './textsAtAGlance';

/** How much text is kept until it is judged, in UTF-16 units; more is read from the disk once more. */
const mostKept = 32 * 1024 * 1024;

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
  /** How many files are done; one that is read and still to be judged counts half. */
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
 * The scan of one workspace folder: first the objects of all files are read, then each file is judged beside them. What
 * is kept of them is text and plain data: parsing a file twice takes less time than it takes to keep thousands of
 * trees, and far less memory.
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

  /** Reads the objects of a file, and judges it if nothing else can count for it; gives it back if that is still to do. */
  const read = async (path: string): Promise<ReadFile | undefined> => {
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
    const { text, options, isShown } = reading;
    if (isInstaller(text)) installers.add(path);
    else installers.delete(path);
    const kustomization = laysOut(path) ? layout.kustomizations.get(folderOf(path)) : undefined;
    const objects = kustomization ? generatedObjects(kustomization, text) : indexedObjects(textObjects(text, options));
    setObjects(path, objects, isTemplated(text));
    if (isShown && index.seenFrom(path)) return reading;
    listener.onFindings(path, shownOf(reading, sources.hashOf));
    return undefined;
  };

  /** Judges a file beside the others. */
  const judge = async (path: string, alreadyRead?: ReadFile): Promise<void> => {
    if (!isWhole || open.has(path) || !known.has(path)) return;
    const { asked, asks } = asking();
    const surroundings = index.seenFrom(path, asks);
    if (!surroundings) return;
    listener.onRead(path);
    const reading = alreadyRead ?? (await readFile(path, sources));
    if (reading.state !== 'read' || !reading.isShown) return;
    known.set(path, asked);
    listener.onFindings(path, shownOf(reading, sources.hashOf, surroundings));
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
      await judge(path, await read(path));
    } else {
      forget(path);
    }
    await follow(path, before);
  };

  return {
    async scan() {
      isWhole = false;
      const paths = find();
      for (const path of [...known.keys()]) if (!paths.has(path)) forget(path);
      layout = folderLayout(paths, sources.files);
      let halves = 0;
      const count = (more: 1 | 2) => {
        halves += more;
        listener.onProgress(Math.floor(halves / 2), paths.size);
      };
      const unjudged = new Map<string, ReadFile | undefined>();
      let kept = 0;
      for (const path of paths) {
        if (!(await listener.pause())) return false;
        const reading = await read(path);
        kept += reading?.text.length ?? 0;
        if (reading) unjudged.set(path, kept <= mostKept ? reading : undefined);
        count(reading ? 1 : 2);
      }
      spreadInstallers();
      isWhole = true;
      for (const [path, reading] of unjudged) {
        if (!(await listener.pause())) return false;
        await judge(path, reading);
        unjudged.delete(path);
        count(1);
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
