import type { RequestType } from './messageTypes';

/** Asks for the files of a chart that renders the objects of some manifests. */
export const newChartRequest: RequestType<NewChartParams, NewChartAnswer> = {
  method: 'seaworthy/newChart',
};

export interface NewChartParams {
  /** The chart's. */
  readonly name: string;
  readonly manifests: readonly ManifestText[];
}

/** A manifest that a chart is made from. */
export interface ManifestText {
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
}

/** A chart made from manifests, or why there is none; a reason is a sentence. */
export type NewChartAnswer =
  | {
      readonly state: 'made';
      readonly files: readonly NewChartFile[];
      /** How many objects it renders. */
      readonly objects: number;
      /** The manifests that hold no object. */
      readonly empty: readonly string[];
    }
  | { readonly state: 'refused'; readonly reason: string };

/** A file of a new chart. */
export interface NewChartFile {
  /** From the chart's folder with `/`. */
  readonly path: string;
  readonly text: string;
}
