import { isTemplatePath } from '../../rendering/charts/chart/chartPaths';
import { renderedPieces } from '../../rendering/charts/origins/renderedPieces';
import { trace } from '../../rendering/charts/origins/trace';
import type { Sorted } from '../../rendering/charts/output/manifests';
import type { Manifest } from '../../rendering/charts/output/writtenFile';

/**
 * What of a chart's documents a file of it is about: those that a template renders, those that a file of named templates has a
 * part in, all of them for any other file.
 *
 * @param path from the chart's folder
 */
export function shownDocuments({ manifests, hooks }: Sorted, path: string): Sorted {
  if (!isTemplatePath(path)) return { manifests, hooks };
  const isNamed = /\/_[^/]*$/.test(path);
  const isShown = (one: Manifest) => (isNamed ? isWrittenIn(one, path) : isRenderedBy(one, path));
  return { manifests: manifests.filter(isShown), hooks: hooks.filter(isShown) };
}

/** Helm names charts in others by their aliases, so that their folders may be called otherwise. */
function isRenderedBy({ path: named, text }: Manifest, path: string): boolean {
  if (named.slice(named.indexOf('/') + 1) === path) return true;
  const { way, spots } = trace(text.source, 0);
  return (way[0]?.template.file ?? spots[0]?.spot.file)?.path === path;
}

function isWrittenIn({ text }: Manifest, path: string): boolean {
  return renderedPieces(text).some(({ places }) => places.some(({ file }) => file.path === path));
}
