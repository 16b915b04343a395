import { madeOf } from '../origins/source';
import { anyTable, type Struct, text, type Value } from '../values/value';
import { encodedBase64 } from './base64';
import { Fault } from './fault';
import { formatFloat } from './numbers';
import { typeName } from './typeNames';

/** A value as Go's encoding/json sees it: structs become tables, bytes base64. Throws for what JSON can't say. */
export function plainValue(value: Value): Value {
  if ((value.kind === 'list' || value.kind === 'map') && value.isNull)
    return { kind: 'nil', isHeld: true, source: value.source };
  switch (value.kind) {
    case 'float':
      if (!Number.isFinite(value.value)) throw new Fault(`json: unsupported value: ${formatFloat(value.value, 'g')}`);
      return value;
    case 'list':
      if (value.type === '[]uint8') {
        const bytes = Uint8Array.from(value.items.map((item) => (item.kind === 'int' ? Number(item.value) : 0)));
        return text(encodedBase64(bytes), madeOf([value.source]));
      }
      return value;
    case 'struct':
      return structValue(value);
    default:
      return value;
  }
}

function structValue(value: Struct): Value {
  if (value.asValue) return value.asValue();
  if (value.methods.size > 0 && value.fields.size === 0) throw new Fault(`json: unsupported type: ${typeName(value)}`);
  return { kind: 'map', type: anyTable, entries: new Map(value.fields), keys: new Map(), source: value.source };
}
