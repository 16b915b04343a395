/** True for a name with an extension that kubectl reads in folders. */
export function isManifestName(name: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(name);
}
