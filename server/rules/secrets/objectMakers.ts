import type { ObjectFacts } from '../../manifests/facts/objectFacts';

/** Kinds whose objects become Secrets or ConfigMaps of their own or another name, or fill one in. */
export const objectMakers: readonly string[] = [
  'bitnami.com/SealedSecret',
  'external-secrets.io/ExternalSecret',
  'external-secrets.io/ClusterExternalSecret',
  'cert-manager.io/Certificate',
  'isindir.github.com/SopsSecret',
  'secrets.hashicorp.com/VaultStaticSecret',
  'secrets.hashicorp.com/VaultDynamicSecret',
  'secrets-store.csi.x-k8s.io/SecretProviderClass',
  'kustomize.config.k8s.io/Kustomization',
];

/** True for an object of such a kind. */
export function isObjectMaker({ group, kind }: ObjectFacts): boolean {
  return objectMakers.includes(`${group ?? ''}/${kind ?? ''}`);
}

/** True for an object that may fill in a Secret of any name. */
export function makesSecrets(object: ObjectFacts): boolean {
  return isObjectMaker(object) && object.kind !== 'Kustomization';
}
