import { type Field, isMapping, items, member, members, rootField, stringOf } from '../../yaml/field/field';
import { rangeWithin, textOf } from '../../yaml/field/within';
import { parseTree } from '../../yaml/read/tree';
import { maskedText } from '../../yaml/templates/templates';
import type { KubernetesObject } from '../objects/objects';
import { helmValuesOf } from './helmValues';
import { namedSecrets, type SecretPlace } from './secretPlace';

/** Values that say where a secret is kept, or hold what was made of it, rather than the secret. */
const harmlessValues =
  /(?:^k|K)eys$|(?:^r|R)efs?$|(?:^s|S)electors?$|(?:^m|M)ap(?:ping)?s?$|(?:^a|A)nnotations$|(?:^l|L)abels$|^encryptedData$|(?:^e|E)xternalSecrets?$|(?:^s|S)ealedSecrets?$|(?:^s|S)ecretStores?$/;

/** The secrets in the values that an object hands to a Helm chart. */
export function* secretsInHelmValues(object: KubernetesObject): Iterable<SecretPlace> {
  const handed = helmValuesOf(object);
  if (!handed) return;
  for (const field of handed.values) {
    yield* isMapping(field) ? secretsBelow(field, undefined) : secretsInYaml(field);
  }
  for (const parameter of handed.parameters) {
    yield* secretsInScalar(member(parameter, 'value'), stringOf(member(parameter, 'name')));
  }
}

/** @param name the key that leads to the field, or the one above the list that it stands in */
function* secretsBelow(field: Field, name: string | undefined): Iterable<SecretPlace> {
  if (name !== undefined && harmlessValues.test(name)) return;
  const below = members(field);
  const variable = stringOf(member(field, 'name'));
  for (const { name: key, value } of below) {
    if (key === 'value' && variable !== undefined) yield* secretsInScalar(value, variable);
    else yield* secretsBelow(value, key);
  }
  for (const item of items(field)) yield* secretsBelow(item, name);
  if (below.length === 0) yield* secretsInScalar(field, name);
}

function* secretsInScalar(field: Field, name: string | undefined): Iterable<SecretPlace> {
  const text = textOf(field);
  if (text !== undefined) yield* namedSecrets(field, name, text);
}

/**
 * The secrets of values that stand in a text, as YAML of their own. What the text's keys mean is the chart's business, so
 * that a name alone proves nothing.
 */
function* secretsInYaml(field: Field): Iterable<SecretPlace> {
  const text = textOf(field);
  if (text === undefined) return;
  const parsed = parseTree(maskedText(text), 0, text);
  const isRead = parsed.outcome === 'parsed' && parsed.tree.faults.length === 0;
  const secrets = isRead ? secretsBelow(rootField(parsed.tree), undefined) : namedSecrets(field, undefined, text);
  for (const secret of secrets) {
    if (secret.by !== 'shape') continue;
    yield isRead ? { ...secret, field, range: rangeWithin(field, text, secret.range) } : secret;
  }
}
