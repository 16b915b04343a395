import { readValues } from '../../rendering/charts/chart/readValues';
import { Fault } from '../../rendering/charts/go/fault';
import type { SourceFile } from '../../rendering/charts/origins/source';
import type { NamedFiles } from '../files';
import { relativeTo } from '../uris';
import type { SetsOfChart } from './setsOfChart';

/** Reads values files, once each. */
export interface ValuesReader {
  /** The text of a file that has to be in the chart's repository, or why there is none. */
  readonly text: (uri: string) => Promise<ReadText>;
  /** A file that holds values, or why it doesn't. */
  readonly file: (uri: string) => Promise<ReadValuesFile>;
  readonly read: ReadonlySet<string>;
}

type ReadText = { readonly text: string } | { readonly reason: string; readonly isGone: boolean };
type ReadValuesFile = { readonly file: SourceFile } | { readonly reason: string; readonly isGone: boolean };

/** A reader of the files that a chart's values sets name. */
export function valuesReader({ folder, repository, neighbourhood }: SetsOfChart, files: NamedFiles): ValuesReader {
  const read = new Set<string>();
  const known = new Map<string, Promise<ReadValuesFile>>();

  const text = async (uri: string): Promise<ReadText> => {
    read.add(uri);
    const found = await files.readNamed(uri, repository ?? neighbourhood);
    if (found.state === 'text') return found;
    return found.state === 'gone'
      ? { reason: 'does not exist', isGone: true }
      : { reason: found.reason, isGone: false };
  };

  const file = async (uri: string): Promise<ReadValuesFile> => {
    const found = await text(uri);
    if (!('text' in found)) return found;
    const source = { path: relativeTo(folder, uri), text: found.text };
    const fault = yamlFault(source);
    return fault === undefined ? { file: source } : { reason: `can't be read as values: ${fault}`, isGone: false };
  };

  return {
    text,
    read,
    file(uri) {
      const found = known.get(uri) ?? file(uri);
      known.set(uri, found);
      return found;
    },
  };
}

/** Why helm can't read values; undefined for values. */
export function yamlFault(source: SourceFile): string | undefined {
  try {
    readValues(source);
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}
