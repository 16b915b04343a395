import { descend } from '../../../yaml/field/field';
import type { DocumentKind, SilencingField } from '../../documentKind';
import type { ManifestParts } from './manifestSubjects';
import { readManifest } from './readManifest';

/** The annotation that silences rules for an object, or for the pods of a template. */
export const ignoreAnnotation = 'seaworthy.dev/ignore';

/** Objects of Kubernetes in YAML or JSON, templates among them; also what else is asked to be YAML. */
export const manifest: DocumentKind<'manifest', ManifestParts> = {
  id: 'manifest',
  holds: 'several',
  recognises: () => true,
  lookedAt: ['object', 'pod spec', 'container'],
  read: readManifest,
  *silencingFields({ parts }): Iterable<SilencingField> {
    const [object] = parts.object ?? [];
    if (!object) return;
    const { root } = object;
    yield { field: descend(root, 'metadata', 'annotations', ignoreAnnotation), owner: root };
    for (const { metadata } of parts['pod spec'] ?? []) {
      const template = metadata.parent;
      if (!template || template.node === root.node) continue;
      yield { field: descend(metadata, 'annotations', ignoreAnnotation), owner: template };
    }
  },
};
