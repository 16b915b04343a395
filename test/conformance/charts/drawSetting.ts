import type { Table, Value } from '../../../server/rendering/charts/values/value';
import { below, oneOf, type Random } from '../../random';

interface Leaf {
  /** As `--set` names it. */
  readonly path: string;
  readonly value: Value;
}

/** Everything in a table that `--set` can name. */
export function settable(table: Table): Leaf[] {
  const found: Leaf[] = [];
  const collect = (path: string, value: Value): void => {
    if (path !== '') found.push({ path, value });
    if (value.kind === 'map') {
      for (const [key, item] of value.entries) {
        const escaped = key.replace(/[\\.,=[\]]/g, '\\$&');
        collect(path === '' ? escaped : `${path}.${escaped}`, item);
      }
    } else if (value.kind === 'list') {
      for (const [index, item] of value.items.slice(0, 3).entries()) collect(`${path}[${index}]`, item);
    }
  };
  collect('', table);
  return found;
}

const texts = [
  'other',
  'x',
  '',
  'two words',
  'a\\,b',
  '1',
  'true',
  '1.5',
  'null',
  '{{ .Release.Name }}',
  '"q"',
  'a: b',
  '- c',
  '0x1f',
  '1e3',
] as const;

/** Draws what `--set` may say of a value: another one, mostly of its type. */
export function drawSetting({ path, value }: Leaf, random: Random): string {
  if (random() < 0.12) return `${path}=null`;
  if (random() < 0.1) return `${path}={a,${oneOf(texts, random)}}`;
  if (random() < 0.05) return `${path}.added=1`;
  switch (value.kind) {
    case 'bool':
      return random() < 0.85 ? `${path}=${!value.value}` : `${path}=${oneOf(texts, random)}`;
    case 'float':
    case 'int':
      return `${path}=${oneOf(['0', '1', '3', '-1', '1000000', '1.5', 'many'], random)}`;
    case 'list':
      return random() < 0.5 ? `${path}[${below(3, random)}]=${oneOf(texts, random)}` : `${path}={}`;
    case 'map':
      return random() < 0.5 ? `${path}.added=${oneOf(texts, random)}` : `${path}=${oneOf(['x', '{}', '1'], random)}`;
    default:
      return random() < 0.3 ? `${path}=true` : `${path}=${oneOf(texts, random)}`;
  }
}
