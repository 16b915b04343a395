import { type Field, items, member } from '../../../yaml/field/field';

/** A seccomp profile as container runtimes read it (OCI runtime specification 1.2, "Seccomp"; Docker's and containerd's own keys beside). */
export interface SeccompProfile {
  readonly root: Field;
  /** What becomes of system calls that no rule names. */
  readonly defaultAction: Field;
  readonly rules: readonly SystemCallRule[];
}

/** What becomes of some system calls. */
export interface SystemCallRule {
  readonly field: Field;
  readonly names: readonly Field[];
  readonly action: Field;
}

/** What rules look at in a seccomp profile. */
export interface SeccompProfileParts {
  readonly 'seccomp profile': SeccompProfile;
}

/** The profile that stands at the root of a document. */
export function seccompProfileAt(root: Field): SeccompProfile {
  return {
    root,
    defaultAction: member(root, 'defaultAction'),
    rules: items(member(root, 'syscalls')).map((field) => ({
      field,
      names: items(member(field, 'names')),
      action: member(field, 'action'),
    })),
  };
}
