import type { NotificationType, RequestType } from './messageTypes';
import type { ProtocolPosition } from './positions';

/** Asks for what a chart renders: from one of its templates, or from all where another of its files is named. */
export const renderedChartRequest: RequestType<RenderedChartParams, RenderedChart> = {
  method: 'seaworthy/renderedChart',
};

export interface RenderedChartParams {
  readonly uri: string;
  /** The name of the values that it is rendered with; the first that there are where it is missing or unknown. */
  readonly values?: string;
}

/** What a chart renders, or why it doesn't. */
export type RenderedChart =
  /** The message is a sentence. */
  | { readonly state: 'no chart'; readonly message: string }
  | (RenderedBasis & {
      readonly state: 'refused';
      /** In plain words. */
      readonly reason: string;
      /** In helm's words. */
      readonly message: string;
      readonly place?: ProtocolRange & { readonly uri: string };
    })
  | (RenderedBasis & {
      readonly state: 'rendered';
      readonly text: string;
      /** The addresses of the files that say it. */
      readonly files: readonly string[];
      readonly pieces: PackedPieces;
      readonly findings: readonly RenderedFinding[];
    });

/** What a chart is rendered from. */
export interface RenderedBasis {
  /** The address of the chart's folder. */
  readonly folder: string;
  /** The file that was asked about, from there with `/`. */
  readonly path: string;
  /** The name of the values that it is rendered with. */
  readonly values: string;
  /** The addresses of the files that these values come from. */
  readonly valuesFiles: readonly string[];
  /** All values that it could be rendered with. */
  readonly choices: readonly ValuesChoice[];
}

/** Values that a chart can be rendered with. */
export interface ValuesChoice {
  readonly name: string;
  /** What they are for: the release and namespace, and where they come from. */
  readonly description: string;
}

/**
 * Where the pieces of a text come from, eight numbers for each place of each piece: the piece's line and character, which of the
 * files, how directly it says it (0 is most), and the range there: line, character, end line, end character.
 */
export type PackedPieces = readonly number[];

/** How many numbers of packed pieces belong together. */
export const packedWidth = 8;

/** Where something starts and ends. */
export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

/** Something that is found in a rendered text. */
export interface RenderedFinding extends ProtocolRange {
  readonly rule: string;
  /** The address of the page about the rule. */
  readonly page: string;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
}

/** Tells that files have changed on disk: what charts render may be something else. */
export const filesChangedNotification: NotificationType<FilesChangedParams> = { method: 'seaworthy/filesChanged' };

export interface FilesChangedParams {
  /** The addresses of the folders that they are in. */
  readonly folders: readonly string[];
}
