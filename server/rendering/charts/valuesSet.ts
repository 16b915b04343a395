import type { SourceFile } from './origins/source';

/** What a chart is rendered with, one of several ways that somebody uses it. */
export interface ValuesSet {
  /** As messages name it: `values.yaml`, `env/prod.yaml`, `shop in argocd/shop.yaml`. */
  readonly name: string;
  readonly release: string;
  readonly namespace: string;
  /**
   * What counts over the chart's own values, in its order. A path goes from the chart's folder with `/`, and begins with
   * `../` for a file outside of it.
   */
  readonly values: readonly SourceFile[];
  /** What `--set` would say, in its order. */
  readonly set: readonly string[];
}
