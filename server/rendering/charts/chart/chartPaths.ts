/*
 * The paths of a chart's files go from its folder with `/`. What lies in a packed chart stands behind `!`:
 * `charts/redis-1.2.3.tgz!templates/pod.yaml`.
 */

/** True for a file in a packed chart, which nobody can change or open. */
export function isPackedPath(path: string): boolean {
  return path.includes('!');
}

/** True for a file that Helm renders, or takes definitions from. */
export function isTemplatePath(path: string): boolean {
  return /(?:^|\/)templates\//.test(path);
}

/** Where a packed chart lies. */
export interface PackedChart {
  /** The folder of the chart that brings it along: empty, or with a `/` at its end. */
  readonly folder: string;
  /** As its archive says. */
  readonly name: string;
  /** The archive's path. */
  readonly archive: string;
  /** The file's path in the archive. */
  readonly inner: string;
}

/** The packed chart that a file lies in; undefined for a file that lies in none. */
export function packedChartOf(path: string): PackedChart | undefined {
  const end = path.indexOf('!');
  if (end < 0) return undefined;
  const archive = path.slice(0, end);
  const charts = archive.lastIndexOf('charts/');
  return {
    folder: archive.slice(0, Math.max(0, charts)),
    name: archive.slice(charts + 'charts/'.length).replace(/-v?\d+\.\d+\.\d+.*$|\.tgz$/, ''),
    archive,
    inner: path.slice(end + 1),
  };
}

/** The file in which the chart of a folder names those that it depends on. */
export function dependenciesFile<File>(folder: string, fileAt: (path: string) => File | undefined): File | undefined {
  return fileAt(`${folder}requirements.yaml`) ?? fileAt(`${folder}Chart.yaml`);
}
