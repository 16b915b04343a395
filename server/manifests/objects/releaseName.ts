/** What helm calls a release that nobody has named. */
export const unnamedRelease = 'release-name';

/** In characters. */
export const longestReleaseName = 53;
const pattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** True for a name that helm takes for a release. */
export function isReleaseName(name: string): boolean {
  return name.length <= longestReleaseName && pattern.test(name);
}
