import type { Location } from 'vscode-languageserver-types';
import { locationOf } from './answers/locations';
import { definitionOf, referencesTo } from './answers/references';
import type { ChartIndex, IndexedFile } from './model/chartIndex';

/** An open file of a chart. */
export interface OpenChartFile {
  readonly index: ChartIndex;
  readonly at: IndexedFile;
  /** The folder of the topmost chart, a URI. */
  readonly folder: string;
}

/** What an editor can ask about a file of a chart; undefined where there is nothing of a chart's. */
export interface ChartFileAnswers {
  readonly definition: (offset: number) => Location[] | undefined;
  readonly references: (offset: number, includesDefinition: boolean) => Location[] | undefined;
}

/** Answers about an open file of a chart. */
export function chartFileAnswers({ index, at, folder }: OpenChartFile): ChartFileAnswers {
  return {
    definition: (offset) => definitionOf(index, at, offset)?.map((place) => locationOf(place, folder)),
    references: (offset, includesDefinition) =>
      referencesTo(index, at, offset, includesDefinition)?.map((place) => locationOf(place, folder)),
  };
}
