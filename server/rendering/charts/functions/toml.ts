import { Fault } from '../go/fault';
import { readToml } from '../go/readToml';
import { writeToml } from '../go/writeToml';
import { sourceOf, table, text, type Value } from '../values/value';
import { anyAt, define, type Family, textAt } from './define';
import { looking } from './weight';

/** Functions that write and read TOML; helm gives errors back as text. */
export const toml: Family = looking({
  toToml: define('any', (values) => {
    try {
      return writeToml(anyAt(values, 0));
    } catch (error) {
      if (error instanceof Fault && error.message.startsWith('toml: ')) return text(error.message, sourceOf(values));
      throw error;
    }
  }),
  fromToml: define('string', (values) => {
    const whole = textAt(values, 0);
    const { source } = whole;
    try {
      return readToml(whole.text, (start, _, copy) => {
        if (!source) return undefined;
        return copy < 0 ? { kind: 'point', of: source, at: start } : { kind: 'slice', of: source, from: copy };
      });
    } catch (error) {
      if (error instanceof Fault) return table(new Map<string, Value>([['Error', text(error.message, source)]]));
      throw error;
    }
  }),
});
