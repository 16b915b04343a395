import type { DocumentKind } from '../../documentKind';
import { readManifest } from '../../manifest/read/readManifest';

/** What a team has decided: `.seaworthy.yaml`. */
export const configuration: DocumentKind<'configuration', object> = {
  id: 'configuration',
  holds: 'several',
  named: /(?:^|\/)\.seaworthy\.yaml$/,
  recognises: () => false,
  lookedAt: [],
  read: readManifest,
  silencingFields: () => [],
};
