import { type Field, items, member, members, stringOf } from '../../yaml/field/field';
import { textOf } from '../../yaml/field/within';
import type { WorkloadKind } from '../kinds/workloadKinds';
import { isObjectOf, type KubernetesObject } from '../objects/objects';
import { type Container, podSpecsOf } from '../pods/podSpec';
import { decodedText } from './base64';
import { senseOfName } from './secretNames';
import { fileForm, namedSecrets, placeOf, type SecretPlace } from './secretPlace';
import { secretsInHelmValues } from './secretsInHelmValues';
import { secretsInText } from './secretsInText';
import { type SecretInText, secretIn } from './secretValue';
import { programStart } from './textSyntax';

/** A secret in a variable of a container's environment. */
export interface SecretInVariable extends SecretPlace {
  /** The variable's name; undefined where a template writes it. */
  readonly variable: string | undefined;
}

/** The secrets in the environment of a container. */
export function* secretsInVariables(container: Container): Iterable<SecretInVariable> {
  for (const variable of items(member(container.field, 'env'))) {
    const field = member(variable, 'value');
    const text = textOf(field);
    const name = stringOf(member(variable, 'name'));
    if (text === undefined) continue;
    for (const secret of namedSecrets(field, name, text)) yield { ...secret, variable: name };
  }
}

/** What a container runs: its command, and those of its probes and handlers. */
function commandsOf({ field }: Container): Field[] {
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].map((name) => member(field, name));
  const lifecycle = member(field, 'lifecycle');
  const handlers = lifecycle.state === 'known' ? [member(lifecycle, 'postStart'), member(lifecycle, 'preStop')] : [];
  return [
    member(field, 'command'),
    member(field, 'args'),
    ...[...probes, ...handlers]
      .filter(({ state }) => state === 'known')
      .map((handler) => member(member(handler, 'exec'), 'command')),
  ];
}

/** The secrets in the commands of a container. */
export function* secretsInCommands(container: Container): Iterable<SecretPlace> {
  for (const command of commandsOf(container)) {
    const words = items(command).flatMap((field) => {
      const text = textOf(field);
      return text === undefined ? [] : [{ field, text }];
    });
    // An option and its value are two words of one command line.
    let line = '';
    const starts = words.map(({ text }) => {
      const start = line.length;
      line += text === '' ? '"" ' : `${text} `;
      return start;
    });
    for (const secret of secretsInText(line, { syntax: 'shell', programStart: programStart(line) })) {
      const index = starts.findLastIndex((start) => start <= secret.start);
      const word = words[index];
      const wordStart = starts[index];
      if (!word || wordStart === undefined) continue;
      const part = { start: secret.start - wordStart, end: secret.end - wordStart };
      yield placeOf(word.field, word.text, { ...secret, ...part });
    }
  }
}

/** The secrets in the values and files of a ConfigMap. */
export function* secretsInConfigMap({ root }: KubernetesObject): Iterable<SecretPlace> {
  for (const { name, value: field } of members(member(root, 'data'))) {
    const text = textOf(field);
    if (text !== undefined) yield* namedSecrets(field, name, text);
  }
}

/** The entries of a Secret that are secret: passwords and keys, but not the settings that are often kept with them. */
export function* secretsInSecret({ root }: KubernetesObject): Iterable<SecretPlace> {
  // SOPS encrypts values and leaves a note at the root.
  if (member(root, 'sops').state !== 'absent') return;
  for (const { name, value: field } of members(member(root, 'stringData'))) {
    const text = textOf(field);
    const [secret] = text === undefined ? [] : namedSecrets(field, name, text);
    if (secret) yield { ...secret, name };
  }
  for (const { name, value: field } of members(member(root, 'data'))) {
    const encoded = stringOf(field);
    if (encoded === undefined) continue;
    const secret = secretInEncoded(name, encoded);
    if (secret) yield placeOf(field, encoded, { ...secret, name, start: 0, end: encoded.trimEnd().length });
  }
}

function secretInEncoded(name: string, encoded: string): Pick<SecretInText, 'what' | 'by'> | undefined {
  const text = decodedText(encoded.trim());
  if (text === undefined) {
    const isBinary = /^[A-Za-z0-9+/\s]{8,}={0,2}\s*$/.test(encoded);
    if (isBinary && /\.(?:jks|p12|pfx|keystore|keytab|kdbx)$/i.test(name)) return { what: 'a key store', by: 'shape' };
    return isBinary && senseOfName(name) ? { what: 'a key', by: 'name' } : undefined;
  }
  return secretIn(name, text) ?? (/[=:]/.test(text) ? secretsInText(text, fileForm(name, text))[0] : undefined);
}

/** The literals of a kustomization's secretGenerator that are secret: `password=…`. */
export function* secretLiterals({ root }: KubernetesObject): Iterable<SecretPlace> {
  for (const generator of items(member(root, 'secretGenerator'))) {
    for (const field of items(member(generator, 'literals'))) {
      const text = textOf(field) ?? '';
      const separator = text.indexOf('=');
      const name = text.slice(0, Math.max(0, separator));
      const value = text.slice(separator + 1).replace(/^(["'])(.*)\1$/, '$2');
      const secret = secretIn(name, value);
      if (!secret) continue;
      const offset = text.lastIndexOf(value);
      yield placeOf(field, text, { ...secret, name, start: secret.start + offset, end: secret.end + offset });
    }
  }
}

/** Every secret of an object, wherever rules look for one. */
export function* secretPlaces(object: KubernetesObject, kinds: readonly WorkloadKind[]): Iterable<SecretPlace> {
  if (isObjectOf(object, '/ConfigMap')) yield* secretsInConfigMap(object);
  if (isObjectOf(object, '/Secret')) yield* secretsInSecret(object);
  if (isObjectOf(object, 'kustomize.config.k8s.io/Kustomization')) yield* secretLiterals(object);
  yield* secretsInHelmValues(object);
  for (const container of podSpecsOf(object, kinds).flatMap(({ containers }) => containers)) {
    yield* secretsInVariables(container);
    yield* secretsInCommands(container);
  }
}
