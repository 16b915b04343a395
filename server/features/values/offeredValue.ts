import type { FieldPlace, ManifestPart } from '../../manifests/objects/fieldPlace';
import type { MinorVersion } from '../../manifests/versions/kubernetesVersion';
import type { ProfileFile } from '../../workspace/confinementProfileFiles';
import type { OutlineNode } from '../../yaml/typing/outline';

/** A value that completion offers. */
export interface OfferedValue {
  readonly value: string | number | boolean;
  /** A few words that stand beside it in the list. */
  readonly note?: string;
  /** What it means, in a sentence or two of Markdown. */
  readonly documentation?: string;
  readonly is?: 'choice' | 'name' | 'file';
}

/** A field whose value is being typed. */
export interface TypedField extends FieldPlace {
  /** The key that has the value, or the item of a list that it is. */
  readonly node: OutlineNode;
}

/** What the values of a field may depend on. */
export interface ValueContext {
  readonly kubernetesVersion: MinorVersion;
  /** True where another extension offers what the schema of a field says: true and false, and the names of fields. */
  readonly hasSchemas: boolean;
  /** The names of the objects of a kind in what is open, and in closed files as far as they are known. */
  readonly namesOf: (group: string, kind: string) => Promise<readonly NamedObject[]>;
  /** The values for a place that is in no object. */
  readonly valuesOutsideObjects: (node: OutlineNode, isJson: boolean) => readonly OfferedValue[];
  /** The profiles in the workspace's files. */
  readonly profiles: () => Promise<readonly ProfileFile[]>;
}

/** An object somewhere in the workspace. */
export interface NamedObject {
  readonly name: string;
  readonly namespace: string | undefined;
  /** The name of the file that it stands in. */
  readonly file: string;
}

/** The values for a field, the best first; undefined for a field that is another's. */
export type ValueSource = (
  field: TypedField,
  context: ValueContext,
) => readonly OfferedValue[] | Promise<readonly OfferedValue[]> | undefined;

/** Whether a field is at a path of a part of a manifest, `securityContext.sysctls.[].name` of `pod`. */
export function isAt(field: FieldPlace, part: ManifestPart, ...paths: readonly string[]): boolean {
  return field.part === part && paths.includes(field.path.join('.'));
}

/** Whether a field is at a path of a pod's or a container's security context. */
export function isInSecurityContext(field: FieldPlace, ...paths: readonly string[]): boolean {
  const whole = paths.map((path) => `securityContext.${path}`);
  return isAt(field, 'pod', ...whole) || isAt(field, 'container', ...whole);
}
