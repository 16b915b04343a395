import type { GoverningConfiguration } from './governingConfiguration';

/** A fault in a configuration file, or in the baseline that it names. */
export interface ConfigurationFault {
  readonly uri: string;
  /** The text of the file; empty if that isn't shown. */
  readonly text: string;
  readonly message: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** What can't be meant in the text of a configuration. */
export function faultsIn({ uri, text, reading }: GoverningConfiguration): ConfigurationFault[] {
  return reading.problems.map(({ message, start, end }) => ({ uri, text, message, start, end }));
}
