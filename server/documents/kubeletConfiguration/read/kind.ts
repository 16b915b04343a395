import { type Field, member, stringOf } from '../../../yaml/field/field';
import type { DocumentKind } from '../../documentKind';
import { sniff } from '../../manifest/read/glance';
import { readRoots } from '../../readRoots';
import { type KubeletConfigurationParts, kubeletConfigurationAt } from './kubeletConfiguration';

/** The file that a kubelet starts with, also among the documents of a file for kubeadm. No API server holds such an object. */
export const kubeletConfiguration: DocumentKind<'kubeletConfiguration', KubeletConfigurationParts> = {
  id: 'kubeletConfiguration',
  holds: 'several',
  recognises: isKubeletConfiguration,
  lookedAt: ['kubelet configuration'],
  read(text, options) {
    if (!options.checksEveryDocument && !options.looksAt('kubelet configuration')) return undefined;
    return readRoots(text, options, (root) =>
      isConfigurationAt(root) ? { 'kubelet configuration': [kubeletConfigurationAt(root)] } : undefined,
    );
  },
  // It has no metadata: comments are the only place.
  silencingFields: () => [],
};

const kindName = 'KubeletConfiguration';
const version = 'kubelet.config.k8s.io/v1beta1';

/** False where another kind is written as well, as templates do and documents without a line `---` between them. */
function isKubeletConfiguration(text: string): boolean {
  if (!text.includes(kindName)) return false;
  const sniffed = sniff(text);
  const { kinds, apiVersions } = sniffed.certain
    ? sniffed
    : { kinds: writtenAnywhere(text, 'kind'), apiVersions: writtenAnywhere(text, 'apiVersion') };
  return isAlways(kinds, kindName) && isAlways(apiVersions, version);
}

/** What stands behind a key at whatever depth: in JSON and in templates only parsing could tell which one is the root's. */
function writtenAnywhere(text: string, key: string): string[] {
  const written = new RegExp(`(?<![\\w./-])${key}["']?\\s*:\\s*["']?([\\w./-]*)`, 'g');
  return [...text.matchAll(written)].map(([, value = '']) => value);
}

function isAlways(values: readonly string[], wanted: string): boolean {
  return values.length > 0 && values.every((value) => value === wanted);
}

function isConfigurationAt(root: Field): boolean {
  return stringOf(member(root, 'kind')) === kindName && stringOf(member(root, 'apiVersion')) === version;
}
