import type { TextObjects } from '../../lint/textObjects';
import { isTemplated } from '../../yaml/templates';
import { type IndexedObject, indexedObjects } from '../objects/indexedFile';
import { generatedObjects, isKustomization, type Kustomization, readKustomization } from '../objects/kustomization';
import { isInstaller } from './textsAtAGlance';

/** What a file tells others: plain data, so that it can be handed to other threads. */
export interface FileFacts {
  readonly uri: string;
  /** True for a text that a tool renders first. */
  readonly isTemplate: boolean;
  /** True where the file has a controller install what no manifest shows. */
  readonly installsOthers: boolean;
  /** What the file makes of others. */
  readonly kustomization: Kustomization | undefined;
  readonly objects: readonly IndexedObject[];
}

/** What a text tells others. */
export function factsOf(uri: string, text: string, read: TextObjects): FileFacts {
  const kustomization = isKustomization(uri) ? readKustomization(text) : undefined;
  return {
    uri,
    isTemplate: isTemplated(text),
    installsOthers: isInstaller(text),
    kustomization,
    objects: kustomization ? generatedObjects(kustomization, text) : indexedObjects(read),
  };
}

/** True for a file that says how those of its folder are laid out. */
export function isChart(uri: string): boolean {
  return uri.endsWith('/Chart.yaml');
}

/** True for a file that others need not know of. */
export function tellsNothing({ uri, objects, kustomization, installsOthers }: FileFacts): boolean {
  return objects.length === 0 && !kustomization && !installsOthers && !isChart(uri);
}
