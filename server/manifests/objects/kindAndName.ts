import { descend, stringOf } from '../../yaml/field/field';
import type { KubernetesObject } from './objects';

/**
 * An object as people are told of it: `Deployment "web"`, without the name where nothing or a template writes it.
 *
 * @param nameless what it is called where its kind is not known
 */
export function kindAndName({ root, kind }: KubernetesObject, nameless = 'object'): string {
  return named(kind ?? nameless, stringOf(descend(root, 'metadata', 'name')));
}

/** A thing as people are told of it: `volume "data"`, without the name where it has none or nobody knows it. */
export function named(noun: string, name: string | undefined): string {
  return name === undefined ? noun : `${noun} "${name}"`;
}
