/** The version in the output of `kubectl version --client --output=json`. */
export function versionIn(output: string): { version: string; minor: number } | undefined {
  const [, version, minor] = /"gitVersion":\s*"(v1\.(\d+)[^"]*)"/.exec(output) ?? [];
  return version === undefined || minor === undefined ? undefined : { version, minor: Number(minor) };
}
