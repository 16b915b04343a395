import type { WorkloadKind } from '../../manifests/kinds/workloadKinds';
import { containerNodes, objectNodes, podNode, writtenValue } from '../../manifests/objects/fieldPlace';
import { childNamed, descendantAt, type OutlineNode, outlineOf } from '../../yaml/typing/outline';
import type { Snippet } from './snippet';
import type { DocumentLines } from './snippetPlace';

/** A mapping of a document that a snippet can be merged into. */
export interface SnippetTarget {
  readonly document: DocumentLines;
  readonly root: OutlineNode;
  readonly node: OutlineNode;
  /** The object it is a part of. */
  readonly object: OutlineNode;
  /** How a list of targets names it. */
  readonly label: string;
}

/** All places of a document that a snippet is for. */
export function targetsIn(
  document: DocumentLines,
  { fits, mentions }: Snippet,
  kinds: readonly WorkloadKind[],
): SnippetTarget[] {
  const root = outlineOf(document.lines);
  return objectNodes(root)
    .flatMap((object) => partsOfObject(object, fits, kinds).map((part) => ({ ...part, object })))
    .filter(({ node }) => {
      const lines = document.lines.slice(node.line, node.lastLine + 1);
      return mentions === undefined || lines.some((line) => line.includes(mentions));
    })
    .map((target) => ({ ...target, document, root }));
}

/** The targets that a line of the file can mean: the innermost around it, else those of its object, else all. */
export function targetsMeant(targets: readonly SnippetTarget[], line: number): readonly SnippetTarget[] {
  const holds = (document: DocumentLines, node: OutlineNode) => {
    const within = line - document.firstLine;
    return node.line <= within && within <= node.lastLine;
  };
  const innermost = targets.findLast(({ document, node }) => holds(document, node));
  if (innermost) return [innermost];
  const ofObject = targets.filter(({ document, object }) => holds(document, object));
  return ofObject.length > 0 ? ofObject : targets;
}

function partsOfObject(
  object: OutlineNode,
  fits: Snippet['fits'],
  kinds: readonly WorkloadKind[],
): { node: OutlineNode; label: string }[] {
  const kind = writtenValue(object, 'kind') ?? '';
  const named = `${kind} ${descendantAt(object, ['metadata', 'name'])?.value ?? ''}`.trim();
  if (fits === 'Namespace') return kind === 'Namespace' ? [{ node: object, label: named }] : [];
  const pod = podNode(object, kinds);
  if (!pod) return [];
  switch (fits) {
    case 'pod':
      return [{ node: pod, label: named }];
    case 'container':
      return containerNodes(pod).map((node) => ({
        node,
        label: `${writtenValue(node, 'name') ?? 'container'} (${named})`,
      }));
    case 'pod metadata': {
      const metadata = childNamed(pod.parent, 'metadata');
      return metadata ? [{ node: metadata, label: named }] : [];
    }
    default:
      return [];
  }
}
