import type { Kustomization } from '../../documents/kustomization/read/kustomization';
import type { Surroundings } from '../../lint/surroundings';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { IndexedFile } from '../objects/indexedFile';
import { type Layout, layoutOf } from '../objects/layout';
import { objectIndex } from '../objects/objectIndex';
import { seenFrom } from '../objects/seenFrom';
import { folderOf } from '../uris';
import { type Asked, asking, isConcerned } from './asked';
import { changesBetween } from './changes';
import { type FileFacts, isChart, nothingFrom, tellsNothing } from './fileFacts';

/**
 * The files that are judged among each other, by what each tells the others. Nothing here reads files, waits or knows
 * who asks: editor, scan and command line each keep neighbourhoods of their own, and find the same in the same files.
 */
export interface Neighbourhood {
  /** Takes in what a file tells, in place of what was known; undefined for one that is gone. */
  readonly set: (uri: string, facts: FileFacts | undefined) => void;
  readonly get: (uri: string) => FileFacts | undefined;
  /** Does what can be done before all files are known, so that less is left to do at once when they are. */
  readonly prepare: () => void;
  /**
   * What a file sees of the others; undefined where there are none, or its objects are only known once they are rendered.
   * The same object as long as what its rules asked has the same answers.
   */
  readonly surroundingsOf: (uri: string, use?: ViewUse) => Surroundings | undefined;
  /** The files that may be judged otherwise than before, since this was asked last. */
  readonly takeConcerned: () => ReadonlySet<string>;
  readonly objects: () => Iterable<{ readonly uri: string; readonly facts: ObjectFacts }>;
}

/** How surroundings are used. */
export interface ViewUse {
  /** False where the file is judged once: what was answered is not kept, but for what was asked. */
  readonly isKept?: boolean;
  /** A file that sees the others without being seen: one that git ignores and somebody has named. */
  readonly guest?: FileFacts;
}

/** What a file's rules have asked about others. */
interface View {
  readonly asked: Asked;
  readonly surroundings: Surroundings | undefined;
}

/**
 * A neighbourhood without any files.
 *
 * @param isWhole false where there may be files that nobody can read: nothing is called missing then
 */
export function neighbourhood({ isWhole = true } = {}): Neighbourhood {
  const files = new Map<string, FileFacts>();
  const index = objectIndex();
  const views = new Map<string, View>();
  const concerned = new Set<string>();
  /** Files whose facts the index has not taken in yet. */
  const unsettled = new Set<string>();
  let layout: Layout | undefined;
  /** How many files there are that hide objects. */
  let hiding = 0;
  /** True for less than two files with objects: what one lacks usually stands in another one, wherever that is. */
  let isLone = true;

  const setFacts = (uri: string, facts: FileFacts | undefined) => {
    const before = files.get(uri);
    if (isLaidOutAnew(uri, before, facts)) layout = undefined;
    const wereHidden = hiding > 0;
    hiding += Number(facts?.hidesObjects ?? false) - Number(before?.hidesObjects ?? false);
    // What nobody sees may be whatever any file misses.
    if (wereHidden !== hiding > 0) layout = undefined;
    if (facts) files.set(uri, facts);
    else files.delete(uri);
    unsettled.add(uri);
  };

  const indexedFile = (facts: FileFacts, { standingOf, isInPart }: Layout): IndexedFile => ({
    uri: facts.uri,
    standing: facts.isTemplate ? 'template' : standingOf(facts.uri),
    isInPart: !isWhole || hiding > 0 || isInPart(facts.uri),
    objects: facts.objects,
  });

  const renew = (uri: string) => {
    views.delete(uri);
    concerned.add(uri);
  };

  const put = (uri: string, file: IndexedFile | undefined) => {
    if (file && file.objects.length > 0) index.set(file);
    else index.delete(uri);
  };

  const prepare = () => {
    const provisional = layout ?? unlaid;
    for (const uri of unsettled) {
      const facts = files.get(uri);
      put(uri, facts && indexedFile(facts, provisional));
    }
    unsettled.clear();
  };

  /** Has the index say what the files say now, and finds out whom that concerns. */
  const settle = (): Layout => {
    const known = layout;
    const settled = known ?? layoutOfFiles(files.values());
    const uris = known ? [...unsettled] : new Set([...files.keys(), ...unsettled]);
    layout = settled;
    unsettled.clear();
    for (const uri of uris) {
      const facts = files.get(uri);
      replace(uri, facts && indexedFile(facts, settled));
    }
    const wasLone = isLone;
    isLone = index.count() < 2;
    if (wasLone !== isLone) for (const { uri } of index.files()) renew(uri);
    return settled;
  };

  const replace = (uri: string, now: IndexedFile | undefined) => {
    const before = index.get(uri);
    if (before && now && isUntouched(before, now)) return;
    if (views.size === 0) {
      // Nobody has asked anything yet.
      put(uri, now);
      concerned.add(uri);
      return;
    }
    const changes = changesBetween(before, now);
    if (changes.state === 'same') {
      if (now && before && before.isInPart !== now.isInPart) {
        index.set({ ...now, objects: index.entriesOf(uri) });
        renew(uri);
      }
      if (now && index.move(uri, now.objects)) {
        for (const [other, { asked }] of [...views]) if (asked.related.has(uri)) renew(other);
      }
      return;
    }
    const after = now && { ...now, objects: changes.objects };
    put(uri, after);
    renew(uri);
    const places = new Set([
      ...(before ? index.parting.concernedBy({ ...before, objects: changes.gone }) : []),
      ...(after ? index.parting.concernedBy({ ...after, objects: changes.came }) : []),
    ]);
    const isNear = (other: string) => [...places].some((place) => other === place || other.startsWith(`${place}/`));
    const folder = folderOf(uri);
    for (const [other, { asked }] of [...views]) {
      // What stays in the file may stand elsewhere in it.
      const isLed = asked.related.has(uri);
      if (isLed || isNear(other) || changes.changed.some((facts) => isConcerned(other, asked, { folder, facts })))
        renew(other);
    }
  };

  return {
    set(uri, facts) {
      const known = facts && tellsNothing(facts) ? undefined : facts;
      if (known !== undefined || files.has(uri)) setFacts(uri, known);
    },
    get: (uri) => files.get(uri),
    prepare,
    surroundingsOf(uri, { isKept = true, guest } = {}) {
      const settled = settle();
      if (isLone && (guest === undefined || index.count() === 0)) return undefined;
      const kept = guest ? undefined : views.get(uri)?.surroundings;
      if (kept) return kept;
      const facts = guest ?? files.get(uri) ?? nothingFrom(uri);
      const { asked, asks } = asking();
      const surroundings = seenFrom(index, indexedFile(facts, settled), asks);
      if (surroundings && !guest) views.set(uri, { asked, surroundings: isKept ? surroundings : undefined });
      return surroundings;
    },
    takeConcerned() {
      settle();
      const taken = new Set(concerned);
      concerned.clear();
      return taken;
    },
    *objects() {
      for (const { uri, objects } of files.values()) for (const { facts } of objects) yield { uri, facts };
    },
  };
}

function isUntouched(before: IndexedFile, now: IndexedFile): boolean {
  return before.objects === now.objects && before.standing === now.standing && before.isInPart === now.isInPart;
}

/** The layout of files among which nothing lays others out. */
const unlaid = layoutOf([], new Map());

function layoutOfFiles(files: Iterable<FileFacts>): Layout {
  const charts: string[] = [];
  const kustomizations = new Map<string, Kustomization>();
  for (const { uri, kustomization } of files) {
    if (isChart(uri)) charts.push(folderOf(uri));
    if (kustomization) kustomizations.set(folderOf(uri), kustomization);
  }
  return layoutOf(charts, kustomizations);
}

function isLaidOutAnew(uri: string, before: FileFacts | undefined, now: FileFacts | undefined): boolean {
  if (isChart(uri)) return (before === undefined) !== (now === undefined);
  return (
    (before?.kustomization ?? now?.kustomization) !== undefined &&
    JSON.stringify(before?.kustomization) !== JSON.stringify(now?.kustomization)
  );
}
