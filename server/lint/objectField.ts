import { isScalar } from 'yaml';
import { objectRootOf } from '../manifests/objects/objects';
import type { ShownText } from '../manifests/secrets/hideSecrets';
import { descend, type Field, stringOf } from '../yaml/field/field';
import { placeholder } from '../yaml/parsing/placeholder';
import type { Finding } from './finding';

/** An object as it says of itself which one it is; null for what it doesn't say, or a template writes. */
export interface NamedObject {
  readonly apiVersion: string | null;
  readonly kind: string | null;
  readonly namespace: string | null;
  readonly name: string | null;
}

/** What a finding is about, in the words of Kubernetes: an object, and a field of it. */
export interface ObjectField {
  /** Null for a fault of the text itself. */
  readonly object: NamedObject | null;
  /**
   * The way to the field from the object, written or not: `spec.containers[0].securityContext.privileged`, items from 0,
   * keys of other letters as `['a.b/c']`. Empty for the object as a whole, null for a fault of the text itself.
   */
  readonly field: string | null;
}

/**
 * The object and the field that a finding is about. An object in a List, or in another object, is named as it is applied: the way begins there.
 *
 * @param source the finding's document as it may be shown
 */
function objectFieldOf({ at }: Finding, source: string): ObjectField {
  if (!at) return { object: null, field: null };
  const root = objectRootOf(at);
  const steps: string[] = [];
  for (let field = at; field !== root && field.parent; field = field.parent) steps.push(stepTo(field, source));
  return { object: objectAt(root), field: steps.reverse().join('').replace(/^\./, '') };
}

/** The object and the field that a finding is about, as they may be shown: without the secrets of its document. */
export function shownObjectField(finding: Finding, { text, withoutSecrets }: ShownText): ObjectField {
  const { object, field } = objectFieldOf(finding, text);
  const hidden = (said: string | null) => said && withoutSecrets(said);
  return {
    object: object && {
      apiVersion: hidden(object.apiVersion),
      kind: hidden(object.kind),
      namespace: hidden(object.namespace),
      name: hidden(object.name),
    },
    field: hidden(field),
  };
}

function objectAt(root: Field): NamedObject {
  const said = (...names: readonly string[]) => stringOf(descend(root, ...names)) ?? null;
  return {
    apiVersion: said('apiVersion'),
    kind: said('kind'),
    namespace: said('metadata', 'namespace'),
    name: said('metadata', 'name'),
  };
}

function stepTo({ step = '', key }: Field, source: string): string {
  if (typeof step === 'number') return `[${step}]`;
  const written = step.includes(placeholder) && isScalar(key) ? key.range : undefined;
  const name = written ? source.slice(written[0], written[1]) : step;
  return /^[\w-]+$/.test(name) ? `.${name}` : `['${name.replace(/['\\]/g, '\\$&')}']`;
}
