import type { NamedText } from './documentKind';
import { type AnyKind, kinds } from './kinds';
import { mayBeManifest } from './manifest/read/glance';
import { manifest } from './manifest/read/kind';

const all: readonly AnyKind[] = kinds;

/** What a text is: that of a whole file, or of one document of a file whose kind holds several. */
export function kindOf({ name, text }: NamedText): AnyKind {
  return kindNamed(name) ?? all.find(({ recognises }) => recognises(text)) ?? manifest;
}

/** The kind that a file has by its name, whatever it holds; undefined where only its text tells. */
function kindNamed(name: string): AnyKind | undefined {
  return all.find(({ named }) => named?.test(name));
}

/** True for the name of a configuration file. */
export function isConfiguration(name: string): boolean {
  return kindNamed(name)?.id === 'configuration';
}

/** True for the name of a kustomization's file. */
export function isKustomization(name: string): boolean {
  return kindNamed(name)?.id === 'kustomization';
}

/** True for a file of JSON that is of no kind, such as package.json. */
export function isOtherJson(file: NamedText): boolean {
  return /\.json$/i.test(file.name) && kindOf(file) === manifest && !mayBeManifest(file.text);
}
