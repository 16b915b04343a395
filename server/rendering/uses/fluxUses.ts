import { longestReleaseName } from '../../manifests/objects/releaseName';
import { descend, type Field, member } from '../../yaml/field/field';
import { encodeUtf8 } from '../charts/go/bytes';
import { sha256 } from '../charts/go/hashes';
import type { ChartPath, ChartSource, ChartUse, GitRepository, UsedValues } from './chartUse';
import { flagAt, giveUp, itemsAt, mappingAt, neededText, textAt, whollyKnown } from './stated';

/*
 * What a HelmRelease makes of a chart in a Git repository (https://fluxcd.io, "Helm Releases" v2 and "Helm Charts" v1):
 * the chart's own values, or the files of `valuesFiles` in place of them; over them `valuesFrom` in its order, over these
 * `values`, and over all what `valuesFrom` has for a single place.
 */

/** The chart that a HelmRelease uses. */
export function useOfHelmRelease(root: Field, start: number): ChartUse | undefined {
  return whollyKnown(() => {
    const spec = member(root, 'spec');
    const name = neededText(descend(root, 'metadata', 'name'));
    const own = textAt(descend(root, 'metadata', 'namespace'));
    const target = textAt(member(spec, 'targetNamespace'));
    const written = member(spec, 'chart');
    const { chart, values } = written.state === 'absent' ? referred(spec, own) : chartIn(member(written, 'spec'), own);
    const inline = mappingAt(member(spec, 'values'), start);
    return {
      kind: 'use',
      name: `HelmRelease ${name}`,
      chart,
      release: textAt(member(spec, 'releaseName')) ?? shortened(target === undefined ? name : `${target}-${name}`),
      namespace: target ?? own,
      values: [
        ...values,
        ...itemsAt(member(spec, 'valuesFrom')).map((from) => valuesFrom(from, own)),
        ...(inline ? [{ kind: 'text' as const, text: inline }] : []),
      ],
      set: [],
    };
  });
}

/** The chart that a HelmChart tells of. */
export function chartOfHelmChart(root: Field): ChartSource | undefined {
  return whollyKnown(() => {
    const namespace = textAt(descend(root, 'metadata', 'namespace'));
    const name = neededText(descend(root, 'metadata', 'name'));
    return { kind: 'chart', name, namespace, ...chartIn(member(root, 'spec'), namespace) };
  });
}

/** The repository that a GitRepository tells of. */
export function repositoryOf(root: Field): GitRepository | undefined {
  return whollyKnown(() => ({
    kind: 'repository',
    name: neededText(descend(root, 'metadata', 'name')),
    namespace: textAt(descend(root, 'metadata', 'namespace')),
    url: neededText(descend(root, 'spec', 'url')),
  }));
}

interface ChartAndValues {
  readonly chart: ChartPath;
  readonly values: readonly UsedValues[];
}

function chartIn(spec: Field, own: string | undefined): ChartAndValues {
  const source = member(spec, 'sourceRef');
  if (neededText(member(source, 'kind')) !== 'GitRepository') giveUp();
  const namespace = textAt(member(source, 'namespace')) ?? own;
  const path = neededText(member(spec, 'chart'));
  const mayBeMissing = flagAt(member(spec, 'ignoreMissingValuesFiles'));
  return {
    chart: { from: 'source', path, name: neededText(member(source, 'name')), namespace },
    values: itemsAt(member(spec, 'valuesFiles')).map((file) => ({
      kind: 'file',
      path: { from: 'repository', path: neededText(file) },
      mayBeMissing,
      replacesOwn: true,
    })),
  };
}

/** A chart that the release only names; in an OCI repository it isn't in the workspace. */
function referred(spec: Field, own: string | undefined): ChartAndValues {
  const chart = member(spec, 'chartRef');
  if (neededText(member(chart, 'kind')) !== 'HelmChart') giveUp();
  const namespace = textAt(member(chart, 'namespace')) ?? own;
  return { chart: { from: 'object', name: neededText(member(chart, 'name')), namespace }, values: [] };
}

function valuesFrom(from: Field, namespace: string | undefined): UsedValues {
  const object = neededText(member(from, 'kind'));
  if (object !== 'ConfigMap' && object !== 'Secret') giveUp();
  const target = textAt(member(from, 'targetPath'));
  if (target !== undefined && flagAt(member(from, 'literal'))) giveUp();
  return {
    kind: 'object',
    object,
    name: neededText(member(from, 'name')),
    namespace,
    key: textAt(member(from, 'valuesKey')) ?? 'values.yaml',
    target: target === '' ? undefined : target,
  };
}

/** The name that Flux gives a release for which a name is too long. */
function shortened(name: string): string {
  return name.length <= longestReleaseName ? name : `${name.slice(0, 40)}-${sha256(encodeUtf8(name)).slice(0, 12)}`;
}
