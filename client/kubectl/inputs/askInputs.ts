import type { Memento } from 'vscode';
import type { ClusterItem } from '../../cluster/items';
import type { InputName, KubectlHelper } from '../catalogue/helper';
import type { Target } from '../commandLine/argumentList';
import { placeholdersOfHelper, type Values } from '../commandLine/placeholders';
import { previewOf } from '../commandLine/shownLines';
import type { Context } from '../kubeconfig/kubeconfig';
import type { KubeconfigInUse } from '../kubeconfig/kubeconfigInUse';
import type { ManifestAtCursor } from '../manifest/manifestAtCursor';
import { accountOfPod, clusterList } from './clusterLists';
import { inputs } from './inputs';
import type { Picked } from './pickerRows';
import { pickValue } from './pickValue';
import { suggestionsFor } from './suggestions';

/** What is known when a helper starts to ask. */
export interface KnownBefore {
  readonly helper: KubectlHelper;
  readonly inUse: Extract<KubeconfigInUse, { kind: 'in use' }>;
  readonly manifest: ManifestAtCursor | undefined;
  /** Filled in already: images, the file. */
  readonly filled: Values;
  /** The namespace, where the file settles it; null where the file names several. */
  readonly settledNamespace: string | null | undefined;
  /** Remembers the last choices. */
  readonly memory: Memento;
}

/** Everything a command line needs. */
export interface GivenInputs {
  readonly values: Values;
  readonly target: Target & { readonly context: string };
}

/** Asks for the inputs of a helper, one picker after the other. Undefined when the user gave up. */
export async function askInputs(known: KnownBefore): Promise<GivenInputs | undefined> {
  const { helper, inUse, filled } = known;
  const context = await startingContext(known);
  if (!context) return undefined;
  const target = { ...(inUse.files.length === 1 && { kubeconfig: inUse.files[0] }), context: context.name };
  let given: GivenInputs = { values: { ...filled, context: context.name }, target };
  for (const name of inputsInOrder(helper, known.settledNamespace)) {
    const next = await withInput(name, known, given);
    if (!next) return undefined;
    given = next;
  }
  const { namespace } = given.values;
  return namespace === undefined ? given : { ...given, target: { ...given.target, namespace } };
}

/** What is asked for: the namespace before all that is in it, and all but the context, which is known. */
function inputsInOrder(helper: KubectlHelper, settledNamespace: string | null | undefined): InputName[] {
  const names = new Set(placeholdersOfHelper(helper).filter(isInput));
  const needsNamespace = helper.scope === 'namespace' || names.has('namespace');
  const others = [...names].filter((name) => name !== 'namespace' && name !== 'context');
  return needsNamespace && settledNamespace !== null ? ['namespace', ...others] : others;
}

/** What is given once an input is settled, or left open. Undefined when the user gave up. */
async function withInput(name: InputName, known: KnownBefore, given: GivenInputs): Promise<GivenInputs | undefined> {
  const { values, target } = given;
  if (values[name] !== undefined) return given;
  const settled = await settledValue(name, known, given);
  if (settled !== undefined) return { values: { ...values, [name]: settled }, target };
  // Known from the resource or the cursor, or left to the cluster.
  if (name === 'apiVersion') return given;
  const picked = await pickInput(name, known, given);
  switch (picked.kind) {
    case 'cancelled':
      return undefined;
    case 'open':
      return given;
    case 'other': {
      const other = await pickContext(known);
      if (!other) return undefined;
      const context = other.name;
      return withInput(name, known, { values: { ...values, context }, target: { ...target, context } });
    }
    case 'value': {
      const { item } = picked;
      await known.memory.update(memoryKey(target.context, name), item.value);
      return { values: { ...values, [name]: item.value, ...apiVersionWith(name, item, known) }, target };
    }
  }
}

/** What nobody need be asked for: the namespace of the file, the ServiceAccount of the pod. */
async function settledValue(
  name: InputName,
  { settledNamespace, inUse }: KnownBefore,
  { values, target }: GivenInputs,
): Promise<string | undefined> {
  if (name === 'namespace') return settledNamespace || undefined;
  if (name !== 'podServiceAccount') return undefined;
  return accountOfPod({ kubeconfigFiles: inUse.files, context: target.context }, values);
}

/** The version of a picked resource, or of the manifest when the field under the cursor was kept. */
function apiVersionWith(name: InputName, { value, apiVersion }: ClusterItem, { manifest }: KnownBefore): Values {
  if (name === 'resource' && apiVersion) return { apiVersion };
  if (name === 'fieldPath' && manifest && value.split('.')[0] === manifest.kind.toLowerCase())
    return { apiVersion: manifest.apiVersion };
  return {};
}

async function startingContext(known: KnownBefore): Promise<Context | undefined> {
  const { current } = known.inUse.kubeconfig;
  const choosesContext = known.helper.steps.some(({ words }) => words.includes('use-context'));
  return current && !choosesContext ? current : pickContext(known);
}

async function pickContext({ helper, inUse }: KnownBefore): Promise<Context | undefined> {
  const { current, contexts } = inUse.kubeconfig;
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

function pickInput(name: InputName, known: KnownBefore, { values, target }: GivenInputs): Promise<Picked> {
  const { helper, inUse, manifest, memory } = known;
  const { context } = target;
  const { contexts } = inUse.kubeconfig;
  const input = inputs[name];
  const { source } = input;
  const where = name === 'namespace' || context === '' ? context : `${context} / ${values.namespace ?? 'cluster'}`;
  return pickValue({
    title: `${helper.title} · ${where}`,
    preview: previewOf(helper, values),
    input,
    suggestions: suggestionsFor(name, {
      manifest,
      usualNamespace: helper.usualNamespace,
      lastUsed: memory.get<string>(memoryKey(context, name)),
      contextNamespace: contexts.find((each) => each.name === context)?.namespace,
    }),
    ...(source.from === 'cluster' && {
      list: (signal) => clusterList({ kubeconfigFiles: inUse.files, context }, source.lists, values, signal),
    }),
    ...(name === 'namespace' && contexts.length > 1 && { other: { label: '$(server-environment) Another context…' } }),
  });
}

function memoryKey(context: string, name: InputName): string {
  return `seaworthy.last.${context}.${name}`;
}

function isInput(name: string): name is InputName {
  return Object.hasOwn(inputs, name);
}
