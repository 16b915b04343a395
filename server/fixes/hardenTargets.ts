import type { Finding } from '../lint/finding';
import type { LintedText, PlacedDocument } from '../lint/lint';
import { kindAndName } from '../manifests/objects/kindAndName';
import { describeContainer } from '../manifests/pods/podSpec';
import { rangeOfNode } from '../yaml/field/extent';
import type { Field } from '../yaml/field/field';
import type { OffsetRange } from '../yaml/parsing/lines';
import { inDocument, type OffsetOfText } from '../yaml/parsing/offsets';
import { byPlace, indexFrom, reaches } from '../yaml/parsing/ranges';

/** What can be hardened as one. */
export interface Target {
  /** `container "web"`, `Deployment "shop"`, `this file`. */
  readonly name: string;
  readonly kind: 'container' | 'workload' | 'file';
  readonly holds: (document: PlacedDocument, finding: Finding) => boolean;
  /** What keeps it from a level: what its pod says counts for a container too. */
  readonly needs: (document: PlacedDocument, finding: Finding) => boolean;
}

const everything = () => true;

/** The file as a whole. */
export const wholeFile: Target = { name: 'this file', kind: 'file', holds: everything, needs: everything };

/** True for a workload. */
export function isWorkload({ kind }: Target): boolean {
  return kind === 'workload';
}

/** What can be hardened at an offset of a file: a container, its workload, and the file if it holds several workloads. */
export function targetsAt(linted: LintedText, offset: OffsetOfText): Target[] {
  const workloads = linted.documents.flatMap(({ document }) =>
    document.reading.objects.filter(({ pods: made }) => made.length > 0),
  );
  const placed = linted.documents.findLast(({ start }) => start <= offset);
  if (!placed) return [];
  const inside = inDocument(offset, placed.start);
  const subject = placed.document.reading.objects.find(
    ({ object, pods }) => pods.length > 0 && holdsOffset(object.root, inside),
  );
  if (!subject) return [];
  const { object, pods } = subject;
  const containers = pods.flatMap((pod) => pod.containers);
  const container = containers.find(({ field }) => holdsOffset(field, inside));
  const whole = holding(placed, object.root);
  const isInOther = inAnyOf(containers.filter((other) => other !== container).map(({ field }) => field));
  const ofContainer: Target['needs'] = (document, finding) =>
    whole(document, finding) && !isInOther(finding.range.start);
  const workload = kindAndName(object, 'workload');
  return [
    ...(container
      ? [
          {
            name: describeContainer(container),
            kind: 'container' as const,
            holds: holding(placed, container.field),
            needs: ofContainer,
          },
        ]
      : []),
    { name: workload, kind: 'workload', holds: whole, needs: whole },
    ...(workloads.length > 1 ? [wholeFile] : []),
  ];
}

function holding({ document: target }: PlacedDocument, field: Field): Target['holds'] {
  return ({ document }, { range }) => document === target && holdsOffset(field, range.start);
}

/** Tells the offsets that one of many fields holds; none of them is in another. */
function inAnyOf(fields: readonly Field[]): (offset: number) => boolean {
  const ranges = fields.flatMap((field) => rangeOfField(field) ?? []).sort(byPlace);
  return (offset) => {
    const nearest = ranges[indexFrom(ranges, offset)];
    return nearest !== undefined && reaches(nearest, offset);
  };
}

function holdsOffset(field: Field, offset: number): boolean {
  const range = rangeOfField(field);
  return range !== undefined && reaches(range, offset);
}

function rangeOfField({ node, parent }: Field): OffsetRange | undefined {
  if (!node?.range) return undefined;
  // An object is all of its document unless it is an item of a List.
  if (!parent) return { start: 0, end: Number.POSITIVE_INFINITY };
  return rangeOfNode(node);
}
