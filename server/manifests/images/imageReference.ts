import { isScalar } from 'yaml';
import type { Field } from '../../yaml/field/field';
import { placeholder } from '../../yaml/parsing/placeholder';

/** The name of an image, taken apart. A part is null where a template or a variable fills it in. */
export interface ImageReference {
  /** Host and port; `docker.io` where none is written. */
  readonly registry: string | null;
  /** The path on the registry, with the `library/` that is left out on docker.io. */
  readonly repository: string | null;
  /** Undefined where none is written: then it is `latest`, unless there is a digest. */
  readonly tag: string | null | undefined;
  /** `sha256:…`; undefined where none is written. */
  readonly digest: string | null | undefined;
  /** Up to the tag, as it is written. */
  readonly name: string;
}

const domain =
  /^(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.[A-Za-z0-9-]+)*(?::\d+)?$|^\[[0-9a-fA-F:]+\](?::\d+)?$/;
const pathComponent = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

/** The image that a field names; undefined for what is no reference of an image. */
export function imageReferenceAt({ node }: Field): ImageReference | undefined {
  return isScalar(node) ? parseImageReference(String(node.value)) : undefined;
}

/**
 * Reads a reference as container runtimes do (github.com/distribution/reference 0.6, reference.go and normalize.go).
 * Undefined for what they would refuse; `${…}`, `$(…)` and masked template actions may stand anywhere.
 */
export function parseImageReference(written: string): ImageReference | undefined {
  const text = written.trim().replace(/\$\{[^}]*\}?|\$\([^)]*\)?/g, placeholder);
  const at = text.indexOf('@');
  const [named, digest] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const [name, tag] = colon < 0 ? [named, undefined] : [named.slice(0, colon), named.slice(colon + 1)];
  const components = name.split('/');
  const first =
    components.length > 1 && components[0] !== undefined && isRegistry(components[0]) ? components[0] : undefined;
  const path = first === undefined ? components : components.slice(1);
  const isWellFormed =
    (first === undefined || fits(first, domain)) &&
    path.every((component) => fits(component, pathComponent)) &&
    (tag === undefined || fits(tag, tagPattern)) &&
    (digest === undefined || fits(digest, digestPattern));
  if (!isWellFormed) return undefined;
  // What a template writes first may hold the registry, the whole name or even more.
  const startsUnknown = isUnknown(components[0] ?? '');
  const registry = first === undefined || first === 'index.docker.io' ? 'docker.io' : first;
  const repository = path.length === 1 && registry === 'docker.io' ? `library/${path[0]}` : path.join('/');
  const nameIsOpen = name.endsWith(placeholder) && tag === undefined && digest === undefined;
  return {
    registry: startsUnknown ? null : registry,
    repository: startsUnknown || isUnknown(repository) ? null : repository,
    tag: nameIsOpen ? null : knownPart(tag),
    digest: nameIsOpen ? null : knownPart(digest),
    name,
  };
}

/** What runtimes take for a host rather than the first part of a path on docker.io. */
function isRegistry(component: string): boolean {
  return /[.:A-Z]/.test(component) || component === 'localhost' || isUnknown(component);
}

function fits(part: string, pattern: RegExp): boolean {
  // Whatever a template writes may make it fit.
  return isUnknown(part) ? !/\s/.test(part) : pattern.test(part);
}

function isUnknown(part: string): boolean {
  return part.includes(placeholder);
}

function knownPart(part: string | undefined): string | null | undefined {
  return part !== undefined && isUnknown(part) ? null : part;
}
