import { linuxCapabilities } from '../manifests/linuxCapabilities';
import { roleVerbs } from '../manifests/roleVerbs';
import { pathOf, stringOf } from '../yaml/field';
import type { SubjectAt } from './subjectAt';

/** What a well-known value stands for, in a line of Markdown; undefined for all others. */
export function meaningOfValue({ field, subject }: SubjectAt): string | undefined {
  const value = stringOf(field);
  const list = pathOf(field).at(-2);
  if (value === undefined) return undefined;
  if (list === 'verbs' && subject.object.group === 'rbac.authorization.k8s.io') {
    return Object.hasOwn(roleVerbs, value) ? `**${value}**: ${roleVerbs[value]}` : undefined;
  }
  if (pathOf(field).at(-3) === 'capabilities' && (list === 'add' || list === 'drop')) {
    const known = linuxCapabilities.find(({ name }) => name === value);
    return known && `**${value}**: ${known.permits}.`;
  }
  return undefined;
}
