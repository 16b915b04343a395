import { anyItem } from '../../manifests/objects/fieldPlace';
import { childNamed, type OutlineNode, outlineOf } from '../../yaml/typing/outline';

/** Lines of YAML that belong into one mapping or list, comments above them included. */
export interface Fragment {
  /** Laid out in snippet style, the first column being 0. */
  readonly lines: readonly string[];
  /** True for items of a list, false for keys of a mapping. */
  readonly isList: boolean;
}

/** The whole of a snippet's body. */
export function fragmentOf(body: string): Fragment {
  const lines = body.split('\n');
  return { lines, isList: outlineOf(lines).children[0]?.kind === 'item' };
}

/**
 * What a fragment has to say about a place below the one it is for: of `securityContext: {runAsNonRoot: true}` at
 * `securityContext` it is `runAsNonRoot: true`. Undefined if it says nothing about it.
 */
export function fragmentAt(fragment: Fragment, path: readonly string[]): Fragment | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return fragment;
  const node = name === anyItem ? undefined : childNamed(outlineOf(fragment.lines), name);
  const [first] = node?.children ?? [];
  if (!node || !first) return undefined;
  const lines = fragment.lines
    .slice(node.line + 1, node.lastLine + 1)
    .map((line) => line.slice(Math.min(first.column, line.length - line.trimStart().length)));
  return fragmentAt({ lines, isList: first.kind === 'item' }, rest);
}

/** A fragment's parts: its keys or items with the lines of each, comments above it included. */
export function partsOf({ lines }: Fragment): { readonly node: OutlineNode; readonly lines: readonly string[] }[] {
  const { children } = outlineOf(lines);
  return children.map((node, index) => ({
    node,
    lines: lines.slice(index === 0 ? 0 : (children[index - 1]?.lastLine ?? -1) + 1, node.lastLine + 1),
  }));
}

/** The fragment without the keys that are there already; undefined if nothing is left. */
export function fragmentWithout(fragment: Fragment, present: readonly OutlineNode[]): Fragment | undefined {
  if (fragment.isList || present.length === 0) return fragment;
  const left = partsOf(fragment).filter(({ node }) => !present.some(({ name }) => name === node.name));
  return left.length === 0 ? undefined : { lines: left.flatMap(({ lines }) => lines), isList: false };
}
