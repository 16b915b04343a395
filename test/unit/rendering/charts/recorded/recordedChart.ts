/** A small chart and what the real helm made of it. */
export interface RecordedChart {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** What was given with `--set`. */
  readonly set?: readonly string[];
  readonly answer: string;
}
