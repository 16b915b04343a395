import { readOnce } from '../../../readOnce';
import { type GivenFile, textOf } from '../../../rendering/charts/chart/givenFile';
import { parseTemplate } from '../../../rendering/charts/language/parser';
import type { ChartIndex } from '../model/chartIndex';
import { allCharts } from '../model/chartModel';

import { templateFiles } from '../reading/definitions';

const isBroken = readOnce((file: GivenFile): boolean => {
  return parseTemplate(file.path, textOf(file), () => true).error !== undefined;
});

/** True where a template isn't whole: what it reads, and calls, is known in part. */
export function hasBrokenTemplate({ top }: ChartIndex): boolean {
  return [...allCharts(top)].some((chart) => templateFiles(chart).some(isBroken));
}
