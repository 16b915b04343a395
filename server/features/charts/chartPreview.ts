import type { GivenFile } from '../../rendering/charts/chart/givenFile';
import type { Place } from '../../rendering/charts/origins/place';
import { assemble } from '../../rendering/charts/output/assemble';
import type { Rendered, Rendering } from '../../rendering/charts/renderChart';
import type { Text } from '../../rendering/charts/values/value';
import type { ValuesSet } from '../../rendering/charts/valuesSet';
import { shownDocuments } from './shownDocuments';

/** What a file of a chart is shown with. */
export interface ChartToShow {
  readonly files: readonly GivenFile[];
  /** The file that it is about, from the chart's folder. */
  readonly path: string;
  readonly set: ValuesSet;
  readonly kubernetesVersion: string | undefined;
  readonly apiVersions: readonly string[];
  readonly render: (rendering: Rendering) => Rendered;
  readonly isCancelled: () => boolean;
}

/** What of a chart is shown for one of its files, or why nothing is. */
export type ChartPreview =
  | { readonly state: 'rendered'; readonly text: Text }
  | {
      readonly state: 'refused';
      /** In plain words, and in helm's. */
      readonly reason: string;
      readonly message: string;
      readonly place: Place | undefined;
    };

/** Renders a chart, and leaves of it what a file is about. */
export function chartPreview({ path, set, isCancelled, ...chart }: ChartToShow): ChartPreview {
  const { release, namespace, values, set: single } = set;
  const rendered = chart.render({
    files: chart.files,
    release,
    namespace,
    values,
    set: single,
    kubernetesVersion: chart.kubernetesVersion,
    apiVersions: chart.apiVersions,
    includesDefinitions: false,
    isCancelled,
  });
  if (rendered.state === 'refused') {
    const { reason, message, place } = rendered;
    return { state: 'refused', reason, message, place };
  }
  return { state: 'rendered', text: assemble(shownDocuments(rendered.documents, path), []) };
}
