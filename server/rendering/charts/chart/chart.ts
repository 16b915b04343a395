import type { SourceFile } from '../origins/source';
import type { Table } from '../values/value';
import type { Metadata } from './metadata';

/** A file of a chart. */
export interface ChartFile {
  /** From the folder of the chart that it belongs to. */
  readonly name: string;
  readonly source: SourceFile;
  readonly bytes: Uint8Array;
}

/** A chart and the charts in it. What helm changes while it reads dependencies can be changed. */
export interface Chart {
  metadata: Metadata;
  /** What its `values.yaml` says, later with what it imports. */
  values: Table;
  readonly schema: ChartFile | undefined;
  readonly templates: readonly ChartFile[];
  /** What `.Files` shows. */
  readonly files: readonly ChartFile[];
  dependencies: Chart[];
  parent: Chart | undefined;
}

/** The name by which a chart's files are called: `parent/charts/child`. */
export function fullPath({ metadata, parent }: Chart): string {
  return parent ? `${fullPath(parent)}/charts/${metadata.name}` : metadata.name;
}

/** Puts charts into another. */
export function setDependencies(chart: Chart, dependencies: readonly Chart[]): void {
  chart.dependencies = [...dependencies];
  for (const dependency of dependencies) dependency.parent = chart;
}
