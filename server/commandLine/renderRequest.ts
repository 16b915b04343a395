/** What `render` is asked for. */
export interface RenderRequest {
  /** The chart's folder, or a packed chart. */
  readonly chart: string;
  /** Paths of values files, in their order. */
  readonly values: readonly string[];
  readonly set: readonly string[];
  readonly release: string;
  readonly namespace: string;
  readonly kubernetesVersion: string | undefined;
  readonly apiVersions: readonly string[];
  readonly includesDefinitions: boolean;
  readonly showsOrigins: boolean;
}
