import { objectNodes, writtenValue } from '../../manifests/fieldPlace';
import { groupOf } from '../../manifests/objects';
import { childNamed, outlineOf } from '../../yaml/outline';
import { documentAround } from '../snippets/snippetPlace';

/**
 * The names of a text's objects of one kind. Only the documents that name the kind are looked at, and none is parsed, so that
 * it takes a millisecond in the largest bundles, however much of them is half typed.
 */
export function writtenObjects(
  text: string,
  group: string,
  kind: string,
): { readonly name: string; readonly namespace: string | undefined }[] {
  const found = new Map<string, { readonly name: string; readonly namespace: string | undefined }>();
  for (const written of [`kind: ${kind}`, `kind: "${kind}"`]) {
    for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length)) {
      if (!/^\s/.test(text.charAt(at + written.length) || '\n')) continue;
      for (const object of objectNodes(outlineOf(documentAround(text, at, 0).lines))) {
        const metadata = childNamed(object, 'metadata');
        const name = metadata && writtenValue(metadata, 'name');
        if (writtenValue(object, 'kind') !== kind || groupOf(writtenValue(object, 'apiVersion') ?? '') !== group)
          continue;
        if (!metadata || !name || /[{$]/.test(name)) continue;
        const namespace = writtenValue(metadata, 'namespace') || undefined;
        found.set(`${namespace ?? ''}/${name}`, { name, namespace });
      }
    }
  }
  return [...found.values()];
}
