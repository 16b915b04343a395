import { Fault } from '../go/fault';
import { quoted } from '../go/quote';
import { scalarAtPath, tableAtPath } from '../values/paths';
import { anyTable, bool, chartValues, from, type Method, type Table, text, type Value } from '../values/value';
import { writeYaml } from '../yaml/writeYaml';
import { fileMethods, filesType } from './files';

/** The type of `.Capabilities.APIVersions`. */
const versionSet = 'common.VersionSet';

/** The method of a value's type, if it has one of that name. */
export function methodOf(value: Value, name: string): Method | undefined {
  if (value.kind === 'struct') return value.methods.get(name);
  if (value.kind === 'map') {
    if (value.type === anyTable) return undefined;
    if (value.type === chartValues) return valuesMethod(value, name);
    return value.type === filesType ? fileMethods(value).get(name) : undefined;
  }
  if (value.kind !== 'list' || value.type !== versionSet || name !== 'Has') return undefined;
  return {
    parameters: ['string'],
    call([wanted]) {
      const isThere = value.items.some(
        (item) => item.kind === 'string' && wanted?.kind === 'string' && item.text === wanted.text,
      );
      return bool(isThere, value.source);
    },
  };
}

function valuesMethod(values: Table, name: string): Method | undefined {
  const said = ([value]: readonly Value[]) => (value?.kind === 'string' ? value.text : '');
  switch (name) {
    case 'AsMap':
      return { parameters: [], call: () => ({ ...values, type: anyTable }) };
    case 'YAML':
      return {
        parameters: [],
        call() {
          const written = writeYaml(values);
          return from(text(`${written.text}\n`), written.source);
        },
      };
    case 'Table':
      return {
        parameters: ['string'],
        call(given) {
          const found = tableAtPath(values, said(given));
          if (!found) throw new Fault(`${quoted(said(given).split('.').at(-1) ?? '')} is not a table`);
          return { ...found, type: chartValues };
        },
      };
    case 'PathValue':
      return {
        parameters: ['string'],
        call(given) {
          if (said(given) === '') throw new Fault('YAML path cannot be empty');
          const found = scalarAtPath(values, said(given));
          if (!found) throw new Fault(`${quoted(said(given).split('.').at(-1) ?? '')} is not a value`);
          return found;
        },
      };
    default:
      return undefined;
  }
}
