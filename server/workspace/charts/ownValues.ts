import type { GivenFile } from '../../rendering/charts/chart/chart';
import { decodeUtf8 } from '../../rendering/charts/go/bytes';
import type { ValuesSet } from '../../rendering/charts/valuesSet';

const releasePattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** A chart's own values alone, in a release that is named like the chart. */
export function ownValues(files: readonly GivenFile[]): ValuesSet {
  const described = files.find(({ path }) => path === 'Chart.yaml');
  const name = described && /^name:[ \t]*["']?([^\s"']+)/m.exec(decodeUtf8(described.bytes))?.[1];
  const release = name && name.length <= 53 && releasePattern.test(name) ? name : 'release-name';
  return { name: 'values.yaml', release, namespace: 'default', values: [], set: [] };
}
