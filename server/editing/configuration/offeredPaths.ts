import { CompletionItemKind } from 'vscode-languageserver-types';
import { baselineName } from '../../configuration/baselineName';
import { globFault } from '../../configuration/globs';
import { chartMatcher, chartsAmong } from '../../workspace/charts/chartsBelow';
import type { FilesBelow } from '../../workspace/filesBelow';

/** A value that is offered, in the order in which it is. */
export interface Offered {
  readonly text: string;
  readonly kind: CompletionItemKind;
  readonly documentation?: string;
  /** True for what stands without quotes though Kubernetes would read it as another type: `off`. */
  readonly isWord?: boolean;
}

/** The folders, and for globs all files, one level below what is typed. */
export function pathsBelow(known: FilesBelow | undefined, typed: string, isGlob: boolean): Offered[] {
  const within = typed.replace(/^["']/, '').replace(/[^/]*$/, '');
  const below = (known?.paths ?? []).filter((path) => path.startsWith(within)).map((path) => path.slice(within.length));
  const folders = new Set(below.flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/') + 1)] : [])));
  const files = below.filter(
    (path) => !path.includes('/') && (isGlob ? /\.(?:ya?ml|json|tpl)$/ : /\.json$/).test(path),
  );
  const suggested = isGlob || within !== '' || files.includes(baselineName) ? [] : [baselineName];
  return [
    ...[...folders].map((name) => ({ text: within + name, kind: CompletionItemKind.Folder })),
    ...[...suggested, ...files].map((name) => ({ text: within + name, kind: CompletionItemKind.File })),
  ].filter(({ text }) => !/\/?\.(?:git|vscode)\/$/.test(text));
}

/** The folders of charts, but for charts within charts. */
export function chartsBelow(known: FilesBelow | undefined): Offered[] {
  return chartsAmong(known?.paths ?? []).map((folder) => ({ text: folder || '.', kind: CompletionItemKind.Folder }));
}

/** The files of the charts that a glob means which may hold values, from the charts' folders. */
export function valuesFilesBelow(known: FilesBelow | undefined, glob: string): Offered[] {
  if (!known || globFault(glob) !== undefined) return [];
  const found = chartsAmong(known.paths)
    .filter(chartMatcher(glob))
    .flatMap((folder) =>
      known.paths
        .filter((path) => folder === '' || path.startsWith(`${folder}/`))
        .map((path) => (folder === '' ? path : path.slice(folder.length + 1)))
        .filter((path) => /\.ya?ml$/.test(path) && !/^(?:templates|charts|crds|Chart\.|requirements\.)/.test(path)),
    );
  return [...new Set(found)].map((text) => ({ text, kind: CompletionItemKind.File }));
}
