import type { AppArmorProfileParts } from './appArmorProfile/read/appArmorProfile';
import { appArmorProfile } from './appArmorProfile/read/kind';
import { configuration } from './configuration/read/kind';
import type { DocumentKind, Subject } from './documentKind';
import { kubeletConfiguration } from './kubeletConfiguration/read/kind';
import type { KubeletConfigurationParts } from './kubeletConfiguration/read/kubeletConfiguration';
import { kustomization } from './kustomization/read/kind';
import { manifest } from './manifest/read/kind';
import type { ManifestParts } from './manifest/read/manifestSubjects';
import { seccompProfile } from './seccompProfile/read/kind';
import type { SeccompProfileParts } from './seccompProfile/read/seccompProfile';

/** Every kind of document, a row each; the first that recognises a text has it, and whatever is left may be a manifest. */
export const kinds = [
  configuration,
  kustomization,
  seccompProfile,
  appArmorProfile,
  kubeletConfiguration,
  manifest,
] as const;

/** What rules look at, by the words in which a rule says so: what each kind has of its own. */
export interface SubjectTypes
  extends ManifestParts,
    SeccompProfileParts,
    AppArmorProfileParts,
    KubeletConfigurationParts {}

/** The words in which a rule says what it looks at. */
export type LookedAt = keyof SubjectTypes;

/** A subject of any kind of document. */
export type AnySubject = Subject<SubjectTypes>;

/** A document of any kind. */
export type AnyKind = DocumentKind<(typeof kinds)[number]['id'], SubjectTypes>;
