import { Fault } from '../go/fault';
import { parseInteger } from '../go/numbers';
import { quoted } from '../go/quote';
import { list, type Method, struct, table, text, type Value } from '../values/value';

/*
 * What helm 4.1.4 says of a cluster that it doesn't ask: built with client-go 0.35, whose scheme lists these versions
 * whatever the version of Kubernetes is (`.Capabilities.APIVersions` printed by the real helm).
 */

/** The version of Kubernetes that helm assumes. */
export const assumedVersion = 'v1.35.0';

/** The versions of APIs that helm assumes. */
const assumedApiVersions: readonly string[] = [
  'v1',
  'admissionregistration.k8s.io/v1',
  'admissionregistration.k8s.io/v1alpha1',
  'admissionregistration.k8s.io/v1beta1',
  'internal.apiserver.k8s.io/v1alpha1',
  'apps/v1',
  'apps/v1beta1',
  'apps/v1beta2',
  'authentication.k8s.io/v1',
  'authentication.k8s.io/v1alpha1',
  'authentication.k8s.io/v1beta1',
  'authorization.k8s.io/v1',
  'authorization.k8s.io/v1beta1',
  'autoscaling/v1',
  'autoscaling/v2',
  'autoscaling/v2beta1',
  'autoscaling/v2beta2',
  'batch/v1',
  'batch/v1beta1',
  'certificates.k8s.io/v1',
  'certificates.k8s.io/v1beta1',
  'certificates.k8s.io/v1alpha1',
  'coordination.k8s.io/v1alpha2',
  'coordination.k8s.io/v1beta1',
  'coordination.k8s.io/v1',
  'discovery.k8s.io/v1',
  'discovery.k8s.io/v1beta1',
  'events.k8s.io/v1',
  'events.k8s.io/v1beta1',
  'extensions/v1beta1',
  'flowcontrol.apiserver.k8s.io/v1',
  'flowcontrol.apiserver.k8s.io/v1beta1',
  'flowcontrol.apiserver.k8s.io/v1beta2',
  'flowcontrol.apiserver.k8s.io/v1beta3',
  'networking.k8s.io/v1',
  'networking.k8s.io/v1beta1',
  'node.k8s.io/v1',
  'node.k8s.io/v1alpha1',
  'node.k8s.io/v1beta1',
  'policy/v1',
  'policy/v1beta1',
  'rbac.authorization.k8s.io/v1',
  'rbac.authorization.k8s.io/v1beta1',
  'rbac.authorization.k8s.io/v1alpha1',
  'resource.k8s.io/v1',
  'resource.k8s.io/v1beta2',
  'resource.k8s.io/v1beta1',
  'resource.k8s.io/v1alpha3',
  'scheduling.k8s.io/v1alpha1',
  'scheduling.k8s.io/v1beta1',
  'scheduling.k8s.io/v1',
  'storage.k8s.io/v1beta1',
  'storage.k8s.io/v1',
  'storage.k8s.io/v1alpha1',
  'storagemigration.k8s.io/v1beta1',
  'apiextensions.k8s.io/v1beta1',
  'apiextensions.k8s.io/v1',
];

const build = {
  Version: 'v4.1.4',
  GitCommit: '05fa37973dc9e42b76e1d2883494c87174b6074f',
  GitTreeState: 'clean',
  GoVersion: 'go1.25.9',
  KubeClientVersion: 'v1.35',
};
const buildNames: Readonly<Record<string, string>> = {
  version: build.Version,
  git_commit: build.GitCommit,
  git_tree_state: build.GitTreeState,
  go_version: build.GoVersion,
  kube_client_version: build.KubeClientVersion,
};

/** A version of Kubernetes, in full and without what stands behind its numbers. */
export interface KubernetesVersion {
  readonly full: string;
  readonly normalized: string;
  readonly major: string;
  readonly minor: string;
}

/** Reads a version as Kubernetes does: `1.30`, `v1.30.2-gke.1`. */
export function readKubernetesVersion(written: string): KubernetesVersion {
  const match = /^\s*v?((?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))+)([^\d.].*)?$/s.exec(written);
  const numbers = match?.[1]?.split('.').map((part) => parseInteger(part) ?? 0n);
  if (!match || !numbers) {
    const reason = `could not parse ${quoted(written)} as version`;
    throw new Fault(`invalid kube version '${written}': ${reason}`);
  }
  while (numbers.length < 3) numbers.push(0n);
  return {
    full: written.startsWith('v') ? written : `v${written}`,
    normalized: `v${numbers.join('.')}`,
    major: String(numbers[0]),
    minor: String(numbers[1]),
  };
}

/** What templates see as `.Capabilities`. */
export function capabilities(version: KubernetesVersion, apiVersions: readonly string[]): Value {
  const { full, normalized, major, minor } = version;
  const said = (value: string): Method => ({ parameters: [], call: () => text(value) });
  const methods = new Map([
    ['GitVersion', said(full)],
    ['String', said(normalized)],
  ]);
  const texts = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value)]));
  const kubeVersion = struct('common.KubeVersion', texts({ Version: full, Major: major, Minor: minor }), {
    methods,
    asText: () => `{${full} ${normalized} ${major} ${minor}}`,
    asPrinted: () => normalized,
  });
  const helmVersion = struct('version.BuildInfo', texts(build), {
    asValue: () => table(new Map(Object.entries(texts(buildNames)))),
  });
  const versions = [...assumedApiVersions, ...apiVersions].map((one) => text(one));
  return struct(
    'common.Capabilities',
    { KubeVersion: kubeVersion, APIVersions: list(versions, 'common.VersionSet'), HelmVersion: helmVersion },
    { isPointer: true, inner: JSON.stringify([full, apiVersions]) },
  );
}
