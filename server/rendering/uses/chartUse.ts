import type { PlacedText } from '../../yaml/field/placedText';

/** What a file of Argo CD, Flux, kustomize or helmfile tells of charts. Plain data, so that it can be handed to other threads. */
export type ChartFact = ChartUse | ChartSource | GitRepository;

/** A way in which a chart is used. */
export interface ChartUse {
  readonly kind: 'use';
  /** As messages name it: `Application shop`. */
  readonly name: string;
  /** True where only the file says whose it is. */
  readonly isNamedByFile?: boolean;
  readonly chart: ChartPath;
  readonly release: string;
  readonly namespace: string | undefined;
  /** In their order, the later over the earlier. */
  readonly values: readonly UsedValues[];
  /** What `--set` would say. */
  readonly set: readonly string[];
}

/** A chart that Flux is told of by an object of its own, a HelmChart. */
export interface ChartSource {
  readonly kind: 'chart';
  readonly name: string;
  readonly namespace: string | undefined;
  readonly chart: ChartPath;
  readonly values: readonly UsedValues[];
}

/** A repository that Flux is told of. */
export interface GitRepository {
  readonly kind: 'repository';
  readonly name: string;
  readonly namespace: string | undefined;
  readonly url: string;
}

/** The path of a file or folder, with `/`. */
export interface UsedPath {
  /** Where it starts: the folder of the file that says it, the chart's folder, or the root of the repository. */
  readonly from: 'file' | 'chart' | 'repository';
  readonly path: string;
  /** The address of the repository, where that is said. */
  readonly url?: string;
}

/** Where a chart lies. */
export type ChartPath =
  | UsedPath
  /** In a repository that an object names. */
  | { readonly from: 'source'; readonly path: string; readonly name: string; readonly namespace: string | undefined }
  /** Where a HelmChart says. */
  | { readonly from: 'object'; readonly name: string; readonly namespace: string | undefined };

/** Values that a chart is used with. */
export type UsedValues =
  | {
      readonly kind: 'file';
      readonly path: UsedPath;
      readonly mayBeMissing: boolean;
      /** True for one of those that count in place of the chart's own values. */
      readonly replacesOwn?: boolean;
    }
  | { readonly kind: 'text'; readonly text: PlacedText }
  /** A single text at a key, whatever it looks like. */
  | { readonly kind: 'single'; readonly keys: readonly string[]; readonly value: PlacedText | UsedPath }
  /** A key of a ConfigMap or a Secret; below `target`, as `--set` names it, where it is a single value. */
  | {
      readonly kind: 'object';
      readonly object: 'ConfigMap' | 'Secret';
      readonly name: string;
      readonly namespace: string | undefined;
      readonly key: string;
      readonly target: string | undefined;
    };
