import { type GivenFile, textOf } from '../../../rendering/charts/chart/givenFile';
import type { EditedChart } from '../model/chartModel';
import { allCharts } from '../model/chartModel';

import { pathFromTop } from '../model/chartValues';
import { pathKey } from '../model/valuePath';
import { follow } from './follow';
import type { Reader } from './scope';

/** Larger files are no texts that templates are in. */
const largest = 500_000;

/**
 * Takes down what is read by templates in other files: in values, and in files that a template hands to `tpl`. With which
 * chart they are rendered nobody can see, so that it may be any.
 */
export function noteWrittenReads(top: EditedChart, reader: Reader): void {
  const charts = [...allCharts(top)];
  for (const chart of charts) {
    for (const [path, file] of chart.files) {
      if (!path.startsWith('templates/')) noteReadsIn(file, chart, charts, reader);
    }
  }
}

function noteReadsIn(file: GivenFile, chart: EditedChart, charts: readonly EditedChart[], reader: Reader): void {
  if (file.bytes.length > largest || !mayHoldTemplates(file.path)) return;
  const text = textOf(file);
  if (!text.includes('{{')) return;
  const base = { kind: 'value', chart, path: [] } as const;
  for (const { index, 0: written } of text.matchAll(/\.Values(?:\.[A-Za-z_]\w*)+/g)) {
    const path = written.split('.').slice(2);
    let at = index + '.Values'.length;
    const names = path.map((name) => {
      const place = { name, start: at + 1, end: at + 1 + name.length };
      at = place.end;
      return place;
    });
    const scope = { file, dot: base, variables: new Map(), reader };
    follow(base, names, { start: index, end: at }, scope, true);
    for (const other of charts) {
      const read = pathFromTop(other, path);
      reader.notes.whole.set(pathKey(read), read);
    }
  }
}

function mayHoldTemplates(path: string): boolean {
  return !/\.(?:tgz|gz|png|svg|jpe?g|gif|ico|md|lock)$|^crds\//i.test(path);
}
