import path from 'node:path';
import { type Memento, ProgressLocation, window } from 'vscode';
import type { ClusterItem } from '../../cluster/items';
import type { Question } from '../../cluster/listing';
import type { InputName, KubectlHelper } from '../catalogue/helper';
import { placeholdersOfHelper, type Target, type Values } from '../commandLine/arguments';
import { previewOf } from '../commandLine/preview';
import type { Context } from '../kubeconfig/kubeconfig';
import type { Situation } from '../kubeconfig/situation';
import { loadedCluster } from '../loadedCluster';
import type { ManifestAtCursor } from '../manifest/manifestAtCursor';
import { type Input, inputs } from './inputs';
import type { Picked } from './pickerRows';
import { pickValue } from './pickValue';

/** What is known when a helper starts to ask. */
export interface Asking {
  readonly helper: KubectlHelper;
  readonly situation: Extract<Situation, { kind: 'situation' }>;
  readonly manifest: ManifestAtCursor | undefined;
  /** Filled in already: images, the file. */
  readonly filled: Values;
  /** The namespace, where the file settles it; null where the file names several. */
  readonly settledNamespace: string | null | undefined;
  /** Remembers the last choices. */
  readonly memory: Memento;
}

/** Everything a command line needs. */
export interface Asked {
  readonly values: Values;
  readonly target: Target & { readonly context: string };
}

/** How long a cluster may take to list something before typing is all there is. */
const clusterPatience = 10_000;

/** Asks for the inputs of a helper, one picker after the other. Undefined when the user gave up. */
export async function askInputs(asking: Asking): Promise<Asked | undefined> {
  const { helper, situation, filled } = asking;
  const context = await startingContext(asking);
  if (!context) return undefined;
  let target: Asked['target'] = {
    ...(situation.files.length === 1 && { kubeconfig: situation.files[0] }),
    context: context.name,
  };
  let values: Values = { ...filled, context: context.name };
  const wanted = placeholdersOfHelper(helper).filter(isInput);
  const names = new Set<InputName>(wanted);
  names.delete('context');
  const order: InputName[] = [...names].filter((name) => name !== 'namespace');
  if (helper.scope === 'namespace' || names.has('namespace')) order.unshift('namespace');
  if (asking.settledNamespace === null) order.shift();

  for (let at = 0; at < order.length; at++) {
    const name = order[at];
    if (name === undefined || values[name] !== undefined) continue;
    if (name === 'namespace' && asking.settledNamespace) {
      values = { ...values, namespace: asking.settledNamespace };
      continue;
    }
    // Known from the resource or the cursor, or left to the cluster.
    if (name === 'apiVersion') continue;
    const account = name === 'podServiceAccount' ? await accountOfPod(asking, values, target) : undefined;
    if (account !== undefined) {
      values = { ...values, podServiceAccount: account };
      continue;
    }
    const picked = await askInput(name, asking, values, target);
    if (picked.kind === 'cancelled') return undefined;
    if (picked.kind === 'other') {
      const other = await pickContext(asking);
      if (!other) return undefined;
      target = { ...target, context: other.name };
      values = { ...values, context: other.name };
      at--;
      continue;
    }
    if (picked.kind === 'open') continue;
    values = { ...values, [name]: picked.item.value, ...apiVersionWith(name, picked.item, asking) };
    await asking.memory.update(memoryKey(target.context, name), picked.item.value);
  }
  return { values, target: { ...target, ...(values.namespace !== undefined && { namespace: values.namespace }) } };
}

/** The version of a picked resource, or of the manifest when the field under the cursor was kept. */
function apiVersionWith(name: InputName, { value, apiVersion }: ClusterItem, { manifest }: Asking): Values {
  if (name === 'resource' && apiVersion) return { apiVersion };
  if (name === 'fieldPath' && manifest && value.split('.')[0] === manifest.kind.toLowerCase())
    return { apiVersion: manifest.apiVersion };
  return {};
}

async function startingContext(asking: Asking): Promise<Context | undefined> {
  const { current } = asking.situation.kubeconfig;
  const choosesContext = asking.helper.steps.some(({ words }) => words.includes('use-context'));
  return current && !choosesContext ? current : pickContext(asking);
}

async function pickContext({ helper, situation }: Asking): Promise<Context | undefined> {
  const { current, contexts } = situation.kubeconfig;
  const picked = await pickValue({
    title: helper.title,
    preview: `${contexts.length} in your kubeconfig`,
    input: inputs.context,
    suggestions: contexts.map(({ name, cluster, namespace }) => ({
      value: name,
      description: `${name === current?.name ? 'current · ' : ''}cluster ${cluster}, namespace ${namespace}`,
    })),
  });
  if (picked.kind !== 'value') return undefined;
  return contexts.find(({ name }) => name === picked.item.value);
}

function askInput(name: InputName, asking: Asking, values: Values, target: Asked['target']): Promise<Picked> {
  const input = inputs[name];
  const { helper, situation } = asking;
  const place =
    name === 'namespace' || target.context === ''
      ? target.context
      : `${target.context} / ${values.namespace ?? 'cluster'}`;
  return pickValue({
    title: `${helper.title} · ${place}`,
    preview: previewOf(helper, values),
    input,
    suggestions: suggestionsFor(name, input, asking, target.context),
    ...(input.source.from === 'cluster' && {
      list: clusterList(input.source.lists, situation.files, values, target.context),
    }),
    ...(name === 'namespace' &&
      situation.kubeconfig.contexts.length > 1 && { other: { label: '$(server-environment) Another context…' } }),
  });
}

/** The ServiceAccount of the pod that was picked, so that nobody has to look it up. */
async function accountOfPod(
  { situation }: Asking,
  { namespace, pod }: Values,
  target: Asked['target'],
): Promise<string | undefined> {
  if (namespace === undefined || pod === undefined) return undefined;
  const options = {
    location: ProgressLocation.Notification,
    title: `Asking for the ServiceAccount of pod ${pod}`,
    cancellable: true,
  };
  return window.withProgress(options, async (_progress, token) => {
    const { serviceAccountOfPod } = await loadedCluster();
    const ending = new AbortController();
    token.onCancellationRequested(() => ending.abort());
    const connection = { kubeconfigFiles: situation.files, context: target.context };
    return serviceAccountOfPod(connection, namespace, pod, { signal: ending.signal, milliseconds: clusterPatience });
  });
}

function clusterList(lists: Question['lists'], files: readonly string[], values: Values, context: string) {
  return async (signal: AbortSignal) => {
    const { list } = await loadedCluster();
    const { namespace, pod, workload } = values;
    const patience = { signal, milliseconds: clusterPatience };
    return list(
      { kubeconfigFiles: files.map((file) => path.resolve(file)), context },
      { lists, namespace, pod, workload },
      patience,
    );
  };
}

function suggestionsFor(name: InputName, { source, pattern }: Input, asking: Asking, context: string): ClusterItem[] {
  if (source.from === 'choices') return source.choices.map(({ value, detail }) => ({ value, description: detail }));
  const found = new Map<string, string>();
  const offer = (value: string | undefined, why: string) => {
    if (value !== undefined && pattern.test(value) && !found.has(value)) found.set(value, why);
  };
  offer(fromManifest(name, asking.manifest), 'from this manifest');
  if (name === 'namespace') offer(asking.helper.usualNamespace, 'usual');
  offer(asking.memory.get<string>(memoryKey(context, name)), 'last used');
  if (name === 'namespace') {
    offer(asking.situation.kubeconfig.contexts.find((each) => each.name === context)?.namespace, 'of the context');
  }
  if (source.from === 'typing') offer(source.usual, '');
  return [...found].map(([value, description]) => ({ value, description }));
}

function fromManifest(name: InputName, manifest: ManifestAtCursor | undefined): string | undefined {
  if (!manifest) return undefined;
  const kind = manifest.kind.toLowerCase();
  switch (name) {
    case 'namespace':
      return kind === 'namespace' ? manifest.name : manifest.namespace;
    case 'pod':
      return kind === 'pod' ? manifest.name : undefined;
    case 'container':
    case 'targetContainer':
    case 'workloadContainer':
      return manifest.container;
    case 'serviceAccount':
      return kind === 'serviceaccount' ? manifest.name : undefined;
    case 'serviceAddress':
      return kind === 'service' && manifest.name ? `http://${manifest.name}` : undefined;
    case 'workload':
    case 'portTarget':
      return manifest.name && `${kind}/${manifest.name}`;
    case 'fieldPath':
      return manifest.fieldPath;
    default:
      return undefined;
  }
}

function memoryKey(context: string, name: InputName): string {
  return `seaworthy.last.${context}.${name}`;
}

function isInput(name: string): name is InputName {
  return Object.hasOwn(inputs, name);
}
