import { dependenciesFile, isPackedPath, packedChartOf } from '../../charts/chart/chartPaths';
import type { SourceFile } from '../../charts/origins/source';
import type { JudgedChart } from '../judgeChart';
import { namedDependencies } from '../namedDependencies';
import type { ValuePlace } from './sayings';

/**
 * Where somebody can change a value: where it stands, or, for what a packed chart says of itself, in the values of the chart
 * around it, by each name that this one has for it.
 */
export function changeableValues({ file, path }: ValuePlace, fileAt: JudgedChart['fileAt']): ValuePlace[] {
  const packed = packedChartOf(file.path);
  // A file is one object, whoever has read it.
  if (!packed) return [{ file: sameFile(file, fileAt(file.path)), path }];
  const { folder, inner } = packed;
  const around = fileAt(`${folder}values.yaml`);
  // The values of charts in a packed one stand below the names of their folders, if at all.
  if (!around || isPackedPath(inner) || !/^(?:charts\/[^/]+\/)*values\.yaml$/.test(inner)) return [];
  const below = [...inner.matchAll(/charts\/([^/]+)\//g)].map(([, name = '']) => name);
  return namesFor(packed.name, dependenciesFile(folder, fileAt)).map((known) => ({
    file: around,
    path: [known, ...below, ...path],
  }));
}

function sameFile(file: SourceFile, known: SourceFile | undefined): SourceFile {
  return known?.text === file.text ? known : file;
}

/** What a chart calls one of those that it depends on. */
function namesFor(name: string, file: SourceFile | undefined): string[] {
  const aliases = file ? namedDependencies(file).filter((one) => one.name === name) : [];
  return aliases.length === 0 ? [name] : aliases.map(({ alias }) => alias ?? name);
}
