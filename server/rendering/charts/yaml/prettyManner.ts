import { formatFloat } from '../go/numbers';
import { anyTable, type Text, type Value } from '../values/value';
import { resolvePlain } from './resolve';
import { styleOf } from './scalarStyle';
import { writeYaml, type YamlManner } from './writeYaml';

const words = /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/;
const base60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

/** Go-yaml v3 quotes what versions 1.1 and 1.2 of YAML would read as another type. */
function readsAsOther(text: string): boolean {
  if (words.test(text) || base60.test(text) || /^0o[0-7_]+$/.test(text)) return true;
  const { type } = resolvePlain(text);
  return type !== 'string';
}

/** What `toYamlPretty` writes: go-yaml v3, without the way through JSON. */
const prettyManner: YamlManner = {
  indentsLists: true,
  width: Number.POSITIVE_INFINITY,
  number(value) {
    if (Number.isNaN(value)) return '.nan';
    if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
    return formatFloat(value, 'g');
  },
  styleOf: (text, isKey) => styleOf(text, isKey, readsAsOther),
  seen(value): Value {
    if (value.kind === 'struct') {
      const entries = new Map([...value.fields].map(([name, field]) => [name.toLowerCase(), field]));
      return { kind: 'map', type: anyTable, entries, keys: new Map(), source: value.source };
    }
    return value;
  },
};

/** Writes a value as `toYamlPretty` does. */
export function writePretty(value: Value): Text {
  return writeYaml(value, prettyManner);
}
