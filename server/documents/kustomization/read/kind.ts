import type { DocumentKind } from '../../documentKind';
import { readManifest } from '../../manifest/read/readManifest';

/** What a kustomization makes of other files; it goes by its name (kubectl 1.35, "kustomize"). */
export const kustomization: DocumentKind<'kustomization', object> = {
  id: 'kustomization',
  holds: 'several',
  named: /(?:^|\/)kustomization(?:\.ya?ml)?$/i,
  recognises: () => false,
  lookedAt: [],
  read: readManifest,
  silencingFields: () => [],
};
