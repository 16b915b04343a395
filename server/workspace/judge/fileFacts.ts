import { isKustomization } from '../../documents/kindOf';
import { type Kustomization, readKustomization } from '../../documents/kustomization/read/kustomization';
import type { TextObjects } from '../../lint/textObjects';
import type { ChartFact } from '../../rendering/uses/chartUse';
import { readChartFacts } from '../../rendering/uses/readChartFacts';
import { isTemplated } from '../../yaml/templates/templates';
import { generatedObjects } from '../objects/generatedObjects';
import { type IndexedObject, indexedObjects } from '../objects/indexedFile';
import { holdsInstaller } from './installers';

/** The facts that a file tells others: plain data, so that they can be handed to other threads. */
export interface FileFacts {
  readonly uri: string;
  /** True for a text that a tool renders first. */
  readonly isTemplate: boolean;
  /** True where there may be objects that nobody sees: a controller installs what no manifest shows, or the file can't be read. */
  readonly hidesObjects: boolean;
  /** The kustomization that the file is; undefined for other files. */
  readonly kustomization: Kustomization | undefined;
  readonly objects: readonly IndexedObject[];
  /** What it tells of charts and of how they are used. */
  readonly charts: readonly ChartFact[];
}

/** The facts that a text tells other files. */
export function factsOf(uri: string, text: string, read: TextObjects): FileFacts {
  const kustomization = isKustomization(uri) ? readKustomization(text) : undefined;
  return {
    uri,
    isTemplate: isTemplated(text),
    hidesObjects: holdsInstaller(read),
    kustomization,
    objects: kustomization ? generatedObjects(kustomization, text) : indexedObjects(read),
    charts: readChartFacts(uri, text),
  };
}

/** What a file or a folder tells that can't be read; undefined for JSON, little of which holds objects. */
export function factsOfUnread(uri: string): FileFacts | undefined {
  return /\.json$/i.test(uri) ? undefined : { ...nothingFrom(uri), hidesObjects: true };
}

/** The facts of a file that holds no objects. */
export function nothingFrom(uri: string): FileFacts {
  return { uri, isTemplate: false, hidesObjects: false, kustomization: undefined, objects: [], charts: [] };
}

/** True for a file that says how the files of its folder are laid out. */
export function isChart(uri: string): boolean {
  return uri.endsWith('/Chart.yaml');
}

/** True for a file that others need not know of. */
export function tellsNothing({ uri, objects, kustomization, hidesObjects, charts }: FileFacts): boolean {
  return objects.length === 0 && !kustomization && !hidesObjects && charts.length === 0 && !isChart(uri);
}

/** True for two states of a file that say the same of how charts are used. */
export function saySameOfCharts(before: FileFacts | undefined, now: FileFacts | undefined): boolean {
  const [old, fresh] = [before?.charts ?? [], now?.charts ?? []];
  // They hold whole texts, but most are empty.
  return old === fresh || (old.length === fresh.length && JSON.stringify(old) === JSON.stringify(fresh));
}
