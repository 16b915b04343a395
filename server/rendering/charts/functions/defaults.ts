import { isTrue } from '../evaluation/truth';
import { Fault } from '../go/fault';
import { kindName, typeName } from '../go/typeNames';
import { bool, list, missing, sourceOf, text, type Value } from '../values/value';
import { deepCopy, deepEqual } from './deep';
import { anyAt, define, type Family, listAt, textAt } from './define';
import { looking } from './weight';

/** Sprig's `empty`: what `if` takes for false. */
export function isEmptyValue(value: Value | undefined): boolean {
  return value === undefined || !isTrue(value);
}

/** Functions about what is empty and of which type. */
export const defaults: Family = {
  default: define('any, any...', (values) => {
    const given = values[1];
    return given === undefined || isEmptyValue(given) ? anyAt(values, 0) : given;
  }),
  empty: define('any', (values) => bool(isEmptyValue(values[0]), sourceOf(values))),
  coalesce: define('any...', (values) => values.find((value) => !isEmptyValue(value)) ?? missing),
  all: define('any...', (values) => bool(!values.some(isEmptyValue), sourceOf(values))),
  any: define('any...', (values) =>
    bool(
      values.some((value) => !isEmptyValue(value)),
      sourceOf(values),
    ),
  ),
  compact: define('any', (values) => {
    const whole = listAt(values, 0, (kind) => `Cannot compact on type ${kind}`);
    return list(
      whole.items.filter((item) => !isEmptyValue(item)),
      undefined,
      whole.source,
    );
  }),
  ternary: define('any, any, bool', (values) => {
    const condition = anyAt(values, 2);
    return anyAt(values, isTrue(condition) ? 0 : 1);
  }),
  typeOf: define('any', (values) => text(typeName(anyAt(values, 0)), sourceOf(values))),
  typeIs: define('string, any', (values) =>
    bool(textAt(values, 0).text === typeName(anyAt(values, 1)), sourceOf(values)),
  ),
  typeIsLike: define('string, any', (values) => {
    const [wanted, type] = [textAt(values, 0).text, typeName(anyAt(values, 1))];
    return bool(wanted === type || `*${wanted}` === type, sourceOf(values));
  }),
  kindOf: define('any', (values) => text(kindName(anyAt(values, 0)), sourceOf(values))),
  kindIs: define('string, any', (values) =>
    bool(textAt(values, 0).text === kindName(anyAt(values, 1)), sourceOf(values)),
  ),
  ...looking({
    deepEqual: define('any, any', (values) => bool(deepEqual(anyAt(values, 0), anyAt(values, 1)), sourceOf(values))),
    deepCopy: define('any', (values) => copied(anyAt(values, 0))),
    mustDeepCopy: define('any', (values) => copied(anyAt(values, 0))),
  }),
};

function copied(value: Value): Value {
  if (value.kind === 'nil') throw new Fault('reflect: call of reflect.Value.Type on zero Value');
  return deepCopy(value);
}
