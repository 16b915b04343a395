import { parse } from 'yaml';
import { isObject } from '../../server/unknownJson';

/** What a piece of YAML is: its kind and name where it says so, else the fields that it sets. */
export function yamlTitle(text: string): string {
  const content: unknown = parse(text);
  if (!isObject(content)) return text.split('\n')[0] ?? 'YAML';
  const { kind, metadata } = content;
  if (typeof kind === 'string') {
    return isObject(metadata) && typeof metadata.name === 'string' ? `${kind} ${metadata.name}` : kind;
  }
  return fieldsOf(content);
}

/** The fields from the first level on at which there are several: `spec.securityContext: runAsUser, runAsGroup`. */
function fieldsOf(mapping: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(mapping);
  const [name = '', ...others] = names;
  if (others.length > 0) return names.join(', ');
  const value = mapping[name];
  if (!isObject(value)) return name;
  const below = fieldsOf(value);
  return `${name}${below.includes(',') ? ': ' : '.'}${below}`;
}
