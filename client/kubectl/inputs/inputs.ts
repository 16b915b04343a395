import type { Listed } from '../../cluster/listing';
import type { InputName } from '../catalogue/helper';

/*
 * How each input is asked for. What reaches a positional argument must not begin with a hyphen, so patterns of such
 * inputs don't allow one there; names follow RFC 1123 as the API server checks them.
 */

/** Where the values of an input come from; typing by hand is always possible but for contexts, files and choices. */
export type InputSource =
  | { readonly from: 'kubeconfig' }
  | { readonly from: 'cluster'; readonly lists: Listed }
  | { readonly from: 'choices'; readonly choices: readonly Choice[] }
  | { readonly from: 'typing'; readonly usual?: string }
  | { readonly from: 'document' };

/** One of a few values to choose from. */
export interface Choice {
  readonly value: string;
  readonly detail: string;
}

/** How an input is asked for. */
export interface Input {
  /** What it is called, in the middle of a sentence. */
  readonly label: string;
  readonly source: InputSource;
  /** What a typed value must look like. */
  readonly pattern: RegExp;
  /** Said when it does not. */
  readonly shape: string;
  /** True when it may be left open; then this is what leaving it open is called. */
  readonly open?: string;
}

const name = /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/;
const nameShape = 'Lower-case letters, digits, hyphens and dots, with a letter or digit at both ends.';
const typedName = (label: string, lists: Listed): Input => ({
  label,
  source: { from: 'cluster', lists },
  pattern: name,
  shape: nameShape,
});
const workloadName = /^(?:deployment|statefulset|daemonset)\/[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/;
const anything = /./s;

/** Every input that helpers ask for. */
export const inputs: Readonly<Record<InputName, Input>> = {
  context: {
    label: 'context',
    source: { from: 'kubeconfig' },
    pattern: /^[^-]/,
    shape: 'The name of a context of your kubeconfig.',
  },
  namespace: {
    label: 'namespace',
    source: { from: 'cluster', lists: 'namespaces' },
    pattern: /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/,
    shape: 'At most 63 lower-case letters, digits and hyphens, with a letter or digit at both ends.',
  },
  pod: typedName('pod', 'pods'),
  container: { ...typedName('container', 'containers'), open: "The pod's default container" },
  targetContainer: typedName('container whose processes you want to see', 'containers'),
  node: typedName('node', 'nodes'),
  serviceAddress: {
    label: 'Service to call',
    source: { from: 'cluster', lists: 'serviceAddresses' },
    pattern: /^https?:\/\/[^\s]+$/,
    shape: 'An address such as http://web:8080/healthz.',
  },
  serviceAccount: typedName('ServiceAccount', 'serviceAccounts'),
  podServiceAccount: typedName("pod's ServiceAccount", 'serviceAccounts'),
  tokenSecret: typedName('token secret', 'tokenSecrets'),
  resource: {
    label: 'resource',
    source: { from: 'cluster', lists: 'resources' },
    pattern: /^[a-z][a-z0-9]*$/,
    shape: 'The name of a resource, such as deployments.',
  },
  apiVersion: {
    label: 'API version',
    source: { from: 'typing' },
    pattern: /^(?:[a-z0-9][-a-z0-9.]*\/)?v[a-z0-9]+$/,
    shape: 'A version such as v1 or apps/v1.',
    open: 'The version that the cluster prefers',
  },
  fieldPath: {
    label: 'field',
    source: { from: 'typing', usual: 'pods.spec.containers' },
    pattern: /^[a-z][a-z0-9]*(?:\.[A-Za-z0-9_$][-\w$]*)*$/,
    shape: 'A resource and the fields below it, such as pods.spec.containers.',
  },
  workload: {
    label: 'workload',
    source: { from: 'cluster', lists: 'workloads' },
    pattern: workloadName,
    shape: 'Kind and name, such as deployment/web (or statefulset/…, daemonset/…).',
  },
  workloadContainer: typedName('container', 'workloadContainers'),
  image: {
    label: 'image',
    source: { from: 'typing' },
    pattern: /^[a-z0-9][\w.:/@-]*$/,
    shape: 'An image such as registry.example.com/web:1.4.',
  },
  portTarget: {
    label: 'pod or Service',
    source: { from: 'cluster', lists: 'portTargets' },
    pattern: /^(?:pod|service|deployment|statefulset)\/[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/,
    shape: 'Kind and name, such as service/web.',
  },
  ports: {
    label: 'ports',
    source: { from: 'typing', usual: '8080:80' },
    pattern: /^(?:\d{1,5}|\d{0,5}:(?:\d{1,5}|[a-z0-9][-a-z0-9]*))$/,
    shape: 'The port here and the port there, such as 8080:80.',
  },
  process: {
    label: 'process',
    source: { from: 'typing', usual: '1' },
    pattern: /^(?:[1-9]\d{0,6}|self)$/,
    shape: 'The number of a process inside the container; 1 is the one that the container started with.',
  },
  debugProfile: {
    label: 'what the debug container may do',
    source: {
      from: 'choices',
      choices: [
        { value: 'general', detail: 'Trace other processes (SYS_PTRACE); enough for most questions.' },
        { value: 'restricted', detail: 'Passes the restricted Pod Security level: no root, no capabilities.' },
        { value: 'baseline', detail: 'Passes the baseline Pod Security level.' },
        { value: 'netadmin', detail: 'Look at and change the network (NET_ADMIN, NET_RAW).' },
        { value: 'sysadmin', detail: 'Everything: privileged.' },
      ],
    },
    pattern: /^[a-z]+$/,
    shape: 'A profile of kubectl debug.',
  },
  file: { label: 'file', source: { from: 'document' }, pattern: anything, shape: 'A manifest.' },
  copiedText: { label: 'text', source: { from: 'document' }, pattern: anything, shape: 'A manifest.' },
  profileName: {
    label: 'AppArmor profile file',
    source: { from: 'typing', usual: 'k8s-apparmor-example-deny-write' },
    pattern: /^[A-Za-z0-9][\w.-]*$/,
    shape: 'The name of a file in /etc/apparmor.d.',
  },
  program: {
    label: 'program',
    source: { from: 'typing', usual: 'ping' },
    pattern: /^[A-Za-z0-9][\w.+-]*$/,
    shape: 'The name of a program.',
  },
};
