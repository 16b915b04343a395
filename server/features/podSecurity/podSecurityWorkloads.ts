import { sniff } from '../../documents/manifest/read/glance';
import type { ManifestSubject } from '../../documents/manifest/read/manifestSubjects';
import { type Lift, liftTo } from '../../fixes/lift';
import type { DocumentReading } from '../../lint/documentReading';
import type { LintedText, PlacedDocument } from '../../lint/lint';
import type { LintOptions } from '../../lint/lintOptions';
import { type ObjectFacts, objectFacts } from '../../manifests/facts/objectFacts';
import { kindAndName } from '../../manifests/objects/kindAndName';
import { objectsOf } from '../../manifests/objects/objects';
import { type LabelledLevel, labelledLevel, namespaceNamed } from '../../manifests/podSecurity/podSecurityLabels';
import { type PodSpec, podSpecsOf } from '../../manifests/pods/podSpec';
import { type PodSecurityStanding, podSecurityStanding } from '../../rules/podSecurityStanding';
import type { RuleContext } from '../../rules/rule';
import { descend, type Path, pathOf, stringOf } from '../../yaml/field/field';
import { lineStarts, positionAt } from '../../yaml/parsing/lines';
import { parseTree } from '../../yaml/read/tree';
import { barestText, isTemplated } from '../../yaml/templates/templates';
import { subjectsOf } from '../places/subjects';

/** A workload whose Pod Security level is known, in the document that it stands in. */
export interface GradedWorkload {
  /** Of the workload's first key, counted from 0 at the document's start. */
  readonly line: number;
  /** Where it stands in the document: nowhere further, or in a List. */
  readonly path: Path;
  /** `Deployment "shop"`. */
  readonly name: string;
  /** Undefined where the workload names none. */
  readonly namespace: string | undefined;
  readonly standing: PodSecurityStanding;
  /** What lifts it to its next level (`standing.next`); worked out when it is first asked for. */
  readonly lift: () => Lift | undefined;
}

/** A workload in its file. */
export interface PlacedWorkload {
  readonly workload: GradedWorkload;
  readonly document: PlacedDocument;
  /** Counted from 0 at the start of the file. */
  readonly line: number;
  /** What its namespace, where the same file holds it, does about pods of lower levels. */
  readonly enforced: { readonly namespace: string; readonly by: LabelledLevel } | undefined;
}

/** The workloads of a text whose level can be told, in its order. */
export function gradedWorkloads({ documents, options }: LintedText): PlacedWorkload[] {
  const graded = documents.map((placed) => ({ placed, ...gradesOf(placed, options) }));
  const namespaces = graded.flatMap((document) => document.namespaces);
  return graded.flatMap(({ placed, workloads }) =>
    workloads.map((workload) => ({
      workload,
      document: placed,
      line: placed.line + workload.line,
      enforced: enforcedIn(workload.namespace, namespaces),
    })),
  );
}

function enforcedIn(namespace: string | undefined, namespaces: readonly ObjectFacts[]): PlacedWorkload['enforced'] {
  const found = namespace === undefined ? undefined : namespaceNamed(namespace, namespaces);
  const by = found && labelledLevel(found, 'enforce');
  return namespace !== undefined && by ? { namespace, by } : undefined;
}

/** What a document has to do with Pod Security. */
interface Grades {
  readonly workloads: readonly GradedWorkload[];
  readonly namespaces: readonly ObjectFacts[];
}

const known = new WeakMap<DocumentReading, Grades>();

/** An unchanged document is looked at once: its reading is one of the options that it was linted with. */
function gradesOf(placed: PlacedDocument, options: LintOptions): Grades {
  const { reading } = placed.document;
  let grades = known.get(reading);
  if (!grades) {
    const subjects = mayHoldPods(reading, options) ? subjectsOf(placed, options.workloadKinds) : [];
    grades = {
      workloads: workloadsOf(subjects, reading.text, options),
      namespaces: subjects
        .filter(({ object }) => object.group === '' && object.kind === 'Namespace')
        .map(({ object }) => objectFacts(object, [])),
    };
    known.set(reading, grades);
  }
  return grades;
}

/** False only where it is certain, without parsing what nobody has parsed yet. */
function mayHoldPods({ isParsed, text }: DocumentReading, { workloadKinds }: LintOptions): boolean {
  if (isParsed) return true;
  const sniffed = sniff(text);
  const isConcerned = (kind: string) =>
    kind === 'Namespace' || workloadKinds.some((workload) => workload.kind === kind);
  return !sniffed.certain || sniffed.kinds.some((kind) => kind.endsWith('List') || isConcerned(kind));
}

function workloadsOf(subjects: readonly ManifestSubject[], text: string, options: LintOptions): GradedWorkload[] {
  const pods = new Map<number, PodSpec[]>();
  for (const { object, pods: made } of subjects) {
    // Several pods may stand on several levels.
    const [pod] = made.length === 1 ? made : [];
    if (!pod) continue;
    const start = object.root.node?.range?.[0] ?? 0;
    pods.set(start, [...(pods.get(start) ?? []), pod]);
  }
  const starts = pods.size === 0 ? [] : lineStarts(text);
  return [...pods].flatMap(([start, [pod, ...others]]): GradedWorkload[] => {
    const standing = pod && standingAmong([pod, ...others], barestPod(text, start, options), options);
    if (!standing) return [];
    const { root } = pod.object;
    const path = pathOf(root);
    let lift: Lift | undefined;
    return [
      {
        line: positionAt(starts, start).line,
        path,
        name: kindAndName(pod.object, 'workload'),
        namespace: stringOf(descend(root, 'metadata', 'namespace')),
        standing,
        lift: () => {
          if (standing.next) lift ??= liftTo(standing.next, text, path, options);
          return lift;
        },
      },
    ];
  });
}

/**
 * Where a pod stands, however a template's branches are taken: each way through them is a pod of its own. Undefined where
 * they lead to different levels.
 */
function standingAmong(
  ways: readonly PodSpec[],
  barest: PodSpec | undefined,
  context: RuleContext,
): PodSecurityStanding | undefined {
  const [first, ...others] = ways.map((pod) => podSecurityStanding(pod, context));
  const least = barest ? podSecurityStanding(barest, context) : first;
  if (!first || !least || ![...others, least].every((other) => isOnLevelOf(other, first))) return undefined;
  return least.faults.length > first.faults.length ? { ...first, isOpen: true } : first;
}

function isOnLevelOf(one: PodSecurityStanding | undefined, other: PodSecurityStanding): boolean {
  return one?.level === other.level && one.next === other.next;
}

/** The pod of a template as it is where no condition holds that is not needed for it. */
function barestPod(text: string, start: number, { workloadKinds }: LintOptions): PodSpec | undefined {
  if (!isTemplated(text)) return undefined;
  const parsed = parseTree(barestText(text, start), 0, text);
  const objects = parsed.outcome === 'parsed' ? objectsOf(parsed.tree, workloadKinds) : [];
  const object = objects.find(({ root }) => root.node?.range?.[0] === start);
  return object && podSpecsOf(object, workloadKinds)[0];
}
