import { descend, type Field, items, member, stringOf } from '../../yaml/field/field';
import type { PodSpec } from './podSpec';

/** A place that names a key of a ConfigMap or Secret, without which a container doesn't start. */
export interface KeyReference {
  /** Where the key stands. */
  readonly at: Field;
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly key: string;
  /** Says that it may be missing. */
  readonly optional: Field;
}

/** The keys that a pod's variables and volumes ask for by name (Kubernetes API reference 1.37). */
export function keyReferences({ spec, containers }: PodSpec): KeyReference[] {
  const variables = containers.flatMap(({ field }) => items(member(field, 'env')));
  const volumes = items(member(spec, 'volumes'));
  const projected = volumes.flatMap((volume) => items(descend(volume, 'projected', 'sources')));
  return [
    ...variables.flatMap((variable) => {
      const from = member(variable, 'valueFrom');
      return [
        ...selected('ConfigMap', member(from, 'configMapKeyRef')),
        ...selected('Secret', member(from, 'secretKeyRef')),
      ];
    }),
    ...volumes.flatMap((volume) => [
      ...listed('ConfigMap', member(volume, 'configMap'), 'name'),
      ...listed('Secret', member(volume, 'secret'), 'secretName'),
    ]),
    ...projected.flatMap((source) => [
      ...listed('ConfigMap', member(source, 'configMap'), 'name'),
      ...listed('Secret', member(source, 'secret'), 'name'),
    ]),
  ];
}

function selected(kind: KeyReference['kind'], selector: Field): KeyReference[] {
  return asked(kind, selector, { name: 'name', holder: selector });
}

function listed(kind: KeyReference['kind'], source: Field, name: string): KeyReference[] {
  return items(member(source, 'items')).flatMap((item) => asked(kind, source, { name, holder: item }));
}

function asked(
  kind: KeyReference['kind'],
  source: Field,
  { name: nameField, holder }: { readonly name: string; readonly holder: Field },
): KeyReference[] {
  const at = member(holder, 'key');
  const name = stringOf(member(source, nameField));
  const key = stringOf(at);
  return name === undefined || key === undefined ? [] : [{ at, kind, name, key, optional: member(source, 'optional') }];
}
