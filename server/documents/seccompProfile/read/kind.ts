import { member } from '../../../yaml/field/field';
import type { DocumentKind, SilencingField } from '../../documentKind';
import { mayHoldObject } from '../../manifest/read/glance';
import { readRoots } from '../../readRoots';
import { type SeccompProfileParts, seccompProfileAt } from './seccompProfile';

/** Which system calls a container may make, in the JSON that container runtimes read. */
export const seccompProfile: DocumentKind<'seccompProfile', SeccompProfileParts> = {
  id: 'seccompProfile',
  holds: 'one document',
  recognises: isSeccompProfile,
  lookedAt: ['seccomp profile'],
  read(text, options) {
    if (!options.checksEveryDocument && !options.looksAt('seccomp profile')) return undefined;
    return readRoots(text, options, (root) => ({ 'seccomp profile': [seccompProfileAt(root)] }));
  },
  *silencingFields({ parts }): Iterable<SilencingField> {
    // JSON has no comments; Docker's own profiles explain themselves in fields of that name, which runtimes pass over.
    for (const { root, rules } of parts['seccomp profile'] ?? []) {
      yield { field: member(root, 'comment'), owner: root, lead };
      for (const { field } of rules) yield { field: member(field, 'comment'), owner: field, lead };
    }
  },
};

const lead = 'seaworthy-ignore: ';

/** False for the objects that an operator makes profiles of. */
function isSeccompProfile(text: string): boolean {
  return (
    /^\uFEFF?\s*\{/.test(text) &&
    /"defaultAction"\s*:/.test(text) &&
    /"syscalls"|"SCMP_ACT_/.test(text) &&
    !mayHoldObject(text)
  );
}
