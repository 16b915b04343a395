import type { OffsetRange } from '../yaml/parsing/lines';
import { writtenConfiguration } from './readConfiguration';
import { itemsOf, memberOf, type WrittenValue } from './written';

/** A chart as a configuration has it, with the values files that it is used with. */
export interface WrittenChart {
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly chart: WrittenPath;
  readonly values: readonly WrittenPath[];
}

/** A path or glob, and where it is written. */
export interface WrittenPath {
  readonly path: string;
  readonly range: OffsetRange;
}

/** The charts that the text of a `.seaworthy.yaml` names. */
export function writtenCharts(text: string): WrittenChart[] {
  return itemsOf(memberOf(writtenConfiguration(text), 'charts')).flatMap((item, index) => {
    const [chart] = pathsIn([memberOf(item, 'chart')]);
    return chart ? [{ index, chart, values: pathsIn(itemsOf(memberOf(item, 'values'))) }] : [];
  });
}

function pathsIn(values: readonly (WrittenValue | undefined)[]): WrittenPath[] {
  return values.flatMap((value) => (value?.kind === 'text' ? [{ path: value.text, range: value.range }] : []));
}
