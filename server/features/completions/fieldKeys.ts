import { containerFields } from '../../manifests/fieldDocumentation/containerFields';
import type { FieldDocumentation, FieldTable } from '../../manifests/fieldDocumentation/fieldDocumentation';
import { podFields } from '../../manifests/fieldDocumentation/podFields';
import { anyItem, type FieldPlace } from '../../manifests/objects/fieldPlace';
import { factsOf } from '../explanations/fieldFacts';

/** A key that can be written at a place. */
export interface OfferedKey {
  readonly name: string;
  readonly documentation: string;
  /** True for a key whose value stands on lines of its own. */
  readonly holdsMore?: boolean;
}

/** The keys of a pod or a container, or of a mapping in one, that hover explains, in the order of its tables. */
export function fieldKeys({ part, path }: FieldPlace): OfferedKey[] {
  const table = part === 'container' ? containerFields : part === 'pod' ? podFields : undefined;
  return table ? (keysBelow(table).get(path.map((key) => (key === anyItem ? '*' : key)).join('.')) ?? []) : [];
}

const known = new WeakMap<FieldTable, ReadonlyMap<string, OfferedKey[]>>();

/** The keys of each mapping of a table, by the way to it. */
function keysBelow(table: FieldTable): ReadonlyMap<string, OfferedKey[]> {
  const found = known.get(table) ?? keysByPath(table);
  known.set(table, found);
  return found;
}

function keysByPath(table: FieldTable): Map<string, OfferedKey[]> {
  const found = new Map<string, Map<string, OfferedKey>>();
  for (const path of Object.keys(table)) {
    const steps = path.split('.');
    for (const [depth, name] of steps.entries()) {
      if (name === '*') continue;
      const parent = steps.slice(0, depth).join('.');
      const keys = found.get(parent) ?? new Map<string, OfferedKey>();
      found.set(parent, keys);
      const holdsMore = depth < steps.length - 1 || keys.get(name)?.holdsMore === true;
      const documented = table[steps.slice(0, depth + 1).join('.')];
      keys.set(name, { name, documentation: documented ? explained(documented) : '', holdsMore });
    }
  }
  return new Map([...found].map(([path, keys]) => [path, [...keys.values()]]));
}

function explained(documentation: FieldDocumentation): string {
  return [documentation.what, factsOf(documentation)].filter((part) => part !== '').join('\n\n');
}
