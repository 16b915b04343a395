import { parse } from 'yaml';

/** What a piece of YAML is: its kind and name where it says so, else the fields that it sets. */
export function yamlTitle(text: string): string {
  const content: unknown = parse(text);
  if (!isMapping(content)) return text.split('\n')[0] ?? 'YAML';
  const { kind, metadata } = content;
  if (typeof kind === 'string') {
    return isMapping(metadata) && typeof metadata.name === 'string' ? `${kind} ${metadata.name}` : kind;
  }
  return fieldsOf(content);
}

/** The fields from the first level on at which there are several: `spec.securityContext: runAsUser, runAsGroup`. */
function fieldsOf(mapping: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(mapping);
  const [name = '', ...others] = names;
  if (others.length > 0) return names.join(', ');
  const value = mapping[name];
  if (!isMapping(value)) return name;
  const below = fieldsOf(value);
  return `${name}${below.includes(',') ? ': ' : '.'}${below}`;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
