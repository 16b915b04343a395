import { member, rootField } from '../../../yaml/field/field';
import { parseTree } from '../../../yaml/read/tree';
import { maskedText } from '../../../yaml/templates/templates';
import type { DocumentKind, Reading, ReadingOptions, SilencingField } from '../../documentKind';
import { mayHoldObject } from '../../manifest/read/glance';
import { textFaults } from '../../manifest/read/textFaults';
import { type SeccompProfileParts, seccompProfileAt } from './seccompProfile';

/** Which system calls a container may make, in the JSON that container runtimes read. */
export const seccompProfile: DocumentKind<'seccompProfile', SeccompProfileParts> = {
  id: 'seccompProfile',
  holds: 'one document',
  recognises: isSeccompProfile,
  lookedAt: ['seccomp profile'],
  read: readSeccompProfile,
  *silencingFields({ root, parts }): Iterable<SilencingField> {
    // JSON has no comments; Docker's own profiles explain themselves in fields of that name, which runtimes pass over.
    yield { field: member(root, 'comment'), owner: root, lead };
    for (const { rules } of parts['seccomp profile'] ?? []) {
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

function readSeccompProfile(
  text: string,
  { looksAt, checksEveryDocument }: ReadingOptions,
): Reading<SeccompProfileParts> | undefined {
  if (!checksEveryDocument && !looksAt('seccomp profile')) return undefined;
  const parsed = parseTree(maskedText(text), 0, text);
  if (parsed.outcome === 'refused') return undefined;
  const { tree } = parsed;
  const root = rootField(tree);
  return {
    trees: [tree],
    subjects: [{ root, parts: { 'seccomp profile': [seccompProfileAt(root)] } }],
    facts: [],
    ...(checksEveryDocument ? textFaults(tree) : { faults: [], separations: [] }),
  };
}
