import { writtenCharts } from '../../configuration/writtenCharts';
import type { ConfigurationFault } from '../configurationFaults';
import type { GoverningConfiguration } from '../governingConfiguration';
import type { ValuesFault } from './valuesSets';

/** The values files that a configuration names in vain, each where it stands. */
export function placedValuesFaults(
  { uri, text }: GoverningConfiguration,
  faults: readonly ValuesFault[],
): ConfigurationFault[] {
  const written = faults.length === 0 ? [] : writtenCharts(text);
  return faults.flatMap(({ entry, path, message }) => {
    const values = written.find(({ index }) => index === entry)?.values.find((value) => value.path === path);
    return values ? [{ uri, text, message: `${JSON.stringify(path)} ${message}`, ...values.range }] : [];
  });
}
