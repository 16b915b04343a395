import { descend, stringOf } from '../../yaml/field/field';
import type { KubernetesObject } from './objects';

/**
 * An object as people are told of it: `Deployment "web"`, without the name where nothing or a template writes it.
 *
 * @param nameless what it is called where its kind is not known
 */
export function kindAndName({ root, kind }: KubernetesObject, nameless = 'object'): string {
  const name = stringOf(descend(root, 'metadata', 'name'));
  return `${kind ?? nameless}${name === undefined ? '' : ` "${name}"`}`;
}
