import type { Recorded } from './recorded';

/** What helm 4.1.4 printed: expressions of versions and their answers. */
export const versions: Recorded = [
  ['semverCompare ">=1.2.0" "1.3.0"', 'true'],
  ['semverCompare ">=1.20.0" "1.21.0-gke.1"', 'false'],
  ['semverCompare ">=1.20.0-0" "1.21.0-gke.1"', 'true'],
  ['semverCompare "^1.2" "1.9.9"', 'true'],
  ['semverCompare "~1.2" "1.3.0"', 'false'],
  ['semverCompare ">1.2" "1.2.5"', 'false'],
  ['semverCompare "1.x || 3.x" "3.1.0"', 'true'],
  ['semverCompare "1.2 - 1.4.5" "1.4.9"', 'false'],
  ['semverCompare "!=1.2" "1.2.3"', 'false'],
  ['semverCompare "<1.2, >=1.0" "1.1.0"', 'true'],
  ['semverCompare "=>1.0.0" "v1.0.0"', 'true'],
  ['semverCompare "*" "1.0.0"', 'true'],
  ['(semver "1.2.3-rc.1+b").Prerelease', 'rc.1'],
  ['(semver "v1.2").Minor', '2'],
  ['semver "1.2" | toString', '1.2.0'],
  ['(semver "1.2.3").Compare (semver "1.2.4")', '-1'],
  ['semver "12" | toJson', '"12.0.0"'],
];
