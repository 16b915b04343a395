import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** A real chart with a values file, or with its own values alone. */
export interface ChartPair {
  readonly name: string;
  readonly chart: string;
  readonly values: string | undefined;
}

const folder = path.resolve('../shared/charts');

/** The pairs of chart and values file in `../shared/charts`; none where that isn't there. */
export function chartPairs(): ChartPair[] {
  return existsSync(folder) ? chartsBelow(folder).flatMap(pairsOf) : [];
}

function chartsBelow(below: string): string[] {
  return readdirSync(below)
    .sort()
    .map((name) => path.join(below, name))
    .filter((inner) => statSync(inner).isDirectory())
    .flatMap((inner) => (existsSync(path.join(inner, 'Chart.yaml')) ? [inner] : chartsBelow(inner)));
}

function pairsOf(chart: string): ChartPair[] {
  const name = path.relative(folder, chart);
  const inputs = path.join(chart, 'ci');
  const files = existsSync(inputs) ? readdirSync(inputs).filter((file) => /\.ya?ml$/.test(file)) : [];
  const own = { name, chart, values: undefined };
  return [
    own,
    ...files.sort().map((file) => ({ name: `${name} with ${file}`, chart, values: path.join(inputs, file) })),
  ];
}

/** The text of a values file as the engine takes it. */
export function valuesFiles({ values }: ChartPair) {
  return values === undefined ? [] : [{ path: values, text: readFileSync(values, 'utf8') }];
}
