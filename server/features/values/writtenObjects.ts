import { objectNodes, writtenValue } from '../../manifests/objects/fieldPlace';
import { groupOf } from '../../manifests/objects/objects';
import { childNamed, type OutlineNode, outlineOf } from '../../yaml/typing/outline';
import { documentAround } from '../snippets/snippetPlace';

/** What a text says of an object's name. */
interface WrittenName {
  readonly name: string;
  readonly namespace: string | undefined;
}

/**
 * The names of a text's objects of one kind, each once. Only the documents of the kind are looked at, and none is parsed, so
 * that it takes milliseconds in the largest bundles, however much of them is half typed.
 */
export function writtenObjects(text: string, group: string, kind: string): WrittenName[] {
  const found = new Map<string, WrittenName>();
  for (const object of objectsOfKind(text, kind)) {
    const metadata = childNamed(object, 'metadata');
    const name = metadata && writtenValue(metadata, 'name');
    if (!name || /[{$]/.test(name) || groupOf(writtenValue(object, 'apiVersion') ?? '') !== group) continue;
    const namespace = writtenValue(metadata, 'namespace') || undefined;
    found.set(`${namespace ?? ''}/${name}`, { name, namespace });
  }
  return [...found.values()];
}

function* objectsOfKind(text: string, kind: string): Iterable<OutlineNode> {
  const looked = new Set<string>();
  for (let at = text.indexOf(kind); at >= 0; at = text.indexOf(kind, at + kind.length)) {
    const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
    // Of an indented kind only a List can be the reason; others name the kind of something else.
    const isKind =
      /^(?:kind|"kind"): *["']?$/.test(line) ||
      (/^ +(?:- )?kind: *["']?$/.test(line) && /^kind: *["']?\w*List\b/m.test(text));
    if (!isKind || /[\w-]/.test(text.charAt(at + kind.length))) continue;
    const { lines } = documentAround(text, at, 0);
    const document = lines.join('\n');
    if (looked.has(document)) continue;
    looked.add(document);
    for (const object of objectNodes(outlineOf(lines))) if (writtenValue(object, 'kind') === kind) yield object;
  }
}
