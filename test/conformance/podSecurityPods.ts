import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A pod of Kubernetes' own test data for Pod Security admission. */
export interface TestPod {
  /** `LEVEL/vVERSION/VERDICT/NAME`, for example `baseline/v1.29/fail/hostports0`. */
  readonly id: string;
  readonly verdict: 'pass' | 'fail';
  /** The minor number of the version that the verdict holds for. */
  readonly version: number;
  /** What the name says: the lower-cased id of the check that a pod in `fail` violates. */
  readonly control: string;
  readonly manifest: string;
}

/** The test data lies beside the checkout; undefined where it does not. */
export function readTestPods(): TestPod[] | undefined {
  const folder = path.join(__dirname, '../../../shared/pod-security');
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((file): TestPod[] => {
      const found = /^((?:baseline|restricted)\/v1\.(\d+)\/(pass|fail)\/(\w+?)\d*)\.yaml$/.exec(
        file.split(path.sep).join('/'),
      );
      if (!found) return [];
      const [, , version, verdict, control = ''] = found;
      return [
        {
          id: file
            .split(path.sep)
            .join('/')
            .replace(/\.yaml$/, ''),
          verdict: verdict === 'pass' ? 'pass' : 'fail',
          version: Number(version),
          control,
          manifest: readFileSync(path.join(folder, file), 'utf8'),
        },
      ];
    });
}
