import type { MinorVersion } from '../kubernetesVersion';

/** The releases that added a version of an API, deprecated it, and no longer serve it. */
export type ApiReleases = readonly [added: MinorVersion, deprecated?: MinorVersion, removed?: MinorVersion];

/** API group (the core group empty) → kind → version → releases. Lists have the releases of what they hold. */
export type ApiTable = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, ApiReleases>>>>>>;
