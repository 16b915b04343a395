import { isKustomization } from '../../documents/kindOf';
import { customWorkloadKinds } from '../../manifests/kinds/customWorkloadKinds';
import { isObjectOf, objectsOf } from '../../manifests/objects/objects';
import { type Field, items, member, rangeOf, stringOf } from '../../yaml/field/field';
import { type PlacedText, placedText } from '../../yaml/field/placedText';
import { decodedBase64 } from '../charts/go/base64';
import { decodeUtf8 } from '../charts/go/bytes';
import type { UsedPath, UsedValues } from './chartUse';
import { documentsOf } from './documentsOf';
import { isFilledIn } from './stated';

type Wanted = Extract<UsedValues, { kind: 'object' }>;

/** What a key of a ConfigMap or Secret holds, that a file has or generates; undefined where nobody can know it. */
export function valueOfObject(uri: string, text: string, wanted: Wanted): PlacedText | UsedPath | undefined {
  const found = documentsOf(text).flatMap(({ root, start }) => {
    const read = isKustomization(uri) ? generated(root, wanted, start) : written(root, wanted, start);
    return read ? [read] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

function written({ tree }: Field, { object: kind, name, key }: Wanted, start: number): PlacedText | undefined {
  const object = objectsOf(tree, customWorkloadKinds).find(
    (one) => isObjectOf(one, `/${kind}`) && stringOf(member(member(one.root, 'metadata'), 'name')) === name,
  );
  if (!object) return undefined;
  const plain = member(member(object.root, kind === 'Secret' ? 'stringData' : 'data'), key);
  if (plain.state === 'known') return placedText(plain, start);
  const data = kind === 'Secret' ? member(member(object.root, 'data'), key) : plain;
  const encoded = stringOf(data);
  const bytes = kind === 'Secret' && encoded !== undefined ? decodedBase64(encoded) : undefined;
  if (!(bytes instanceof Uint8Array)) return undefined;
  const { start: from } = rangeOf(data);
  return { text: decodeUtf8(bytes), pieces: [{ at: 0, start: start + from, end: start + from }] };
}

function generated(root: Field, { object, name, key }: Wanted, start: number): PlacedText | UsedPath | undefined {
  const generators = items(member(root, object === 'Secret' ? 'secretGenerator' : 'configMapGenerator'));
  const generator = generators.find((one) => stringOf(member(one, 'name')) === name);
  if (!generator || ['envs', 'env', 'behavior'].some((option) => member(generator, option).state !== 'absent')) {
    return undefined;
  }
  for (const file of items(member(generator, 'files'))) {
    const named = stringOf(file);
    if (named === undefined || isFilledIn(named)) return undefined;
    const [, as, path = ''] = /^(?:([^=]+)=)?(.*)$/s.exec(named) ?? [];
    if ((as ?? path.slice(path.lastIndexOf('/') + 1)) === key) return { from: 'file', path };
  }
  for (const literal of items(member(generator, 'literals'))) {
    const said = placedText(literal, start);
    if (!said?.text.startsWith(`${key}=`)) continue;
    const { length } = `${key}=`;
    return {
      text: said.text.slice(length),
      pieces: said.pieces.map(({ at, start: from, end }) => ({ at: at - length, start: from, end })),
    };
  }
  return undefined;
}
