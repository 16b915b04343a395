import assert from 'node:assert/strict';
import { type ChartIndex, chartIndex, type IndexedFile } from '../../../../server/editing/chart/model/chartIndex';
import { linesOf } from '../../../../server/editing/chart/model/chartText';
import type { ChartReading } from '../../../../server/editing/chart/reading/readChart';
import { type GivenFile, textOf } from '../../../../server/rendering/charts/chart/givenFile';
import { encodeUtf8 } from '../../../../server/rendering/charts/go/bytes';
import { positionAt } from '../../../../server/yaml/parsing/lines';

/** The texts of a chart's files by their paths. */
export type Texts = Readonly<Record<string, string | Uint8Array>>;

/** A chart that is written in a test, and the place of the mark `‸` in it. */
export interface MarkedChart {
  readonly index: ChartIndex;
  readonly at: IndexedFile;
  readonly offset: number;
}

/** Reads a chart; a plain `Chart.yaml` is there if none is given. */
export function chartOf(texts: Texts, before?: ChartReading): MarkedChart {
  let marked: { path: string; offset: number } | undefined;
  const all: Texts = { 'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n', ...texts };
  const files = Object.entries(all).map(([path, text]): GivenFile => {
    if (typeof text !== 'string') return { path, bytes: text };
    const offset = text.indexOf('‸');
    if (offset >= 0) marked = { path, offset };
    return { path, bytes: encodeUtf8(text.replace('‸', '')) };
  });
  const index = chartIndex(files, [], before);
  assert.ok(index);
  const path = marked?.path ?? 'Chart.yaml';
  const at = index.at(path);
  assert.ok(at);
  return { index, at, offset: marked?.offset ?? 0 };
}

/** Places as `file:line: text`, lines from 1. */
export function shown(
  places: readonly { readonly file: GivenFile; readonly start: number; readonly end: number }[] | undefined,
): string[] | undefined {
  return places?.map(({ file, start, end }) => {
    const { line } = positionAt(linesOf(file), start);
    return `${file.path}:${line + 1}: ${textOf(file).slice(start, end)}`;
  });
}
