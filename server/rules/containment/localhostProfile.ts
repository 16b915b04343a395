import type { ProfileFieldName } from '../../manifests/pods/confinementProfiles';
import { describeOwner, type PodSpec } from '../../manifests/pods/podSpec';
import { securityContextFields } from '../../manifests/pods/securityContext';
import { isMapping, member, pathOf, stringOf } from '../../yaml/field/field';
import { blank, remove, set } from '../../yaml/write/edits';
import type { Fault, Fix } from '../rule';
import { withoutContradiction } from './profileAnnotation';

/** What a kind of profile calls the name of a profile of the node, and what it asks of it. */
export interface LocalhostProfileKind {
  readonly field: ProfileFieldName;
  /** `seccomp`, `AppArmor`. */
  readonly name: string;
  /** What is proposed where nothing is named. */
  readonly example: string;
  /** What is wrong with a name, as the end of a sentence; undefined for a good one. */
  readonly complaint: (profile: string) => string | undefined;
}

/** Profiles of the node that are not named as the API server asks: it refuses such pods. */
export function* localhostProfileFaults(pod: PodSpec, kind: LocalhostProfileKind): Iterable<Fault> {
  for (const { owner, field } of securityContextFields(pod, kind.field)) {
    if (!isMapping(field)) continue;
    const type = member(field, 'type');
    const profile = member(field, 'localhostProfile');
    const name = stringOf(profile);
    const what = `The ${kind.name} profile of the ${describeOwner(owner)}`;
    if (stringOf(type) === 'Localhost') {
      if (profile.state === 'absent') {
        yield {
          at: type,
          message: `${what} is one of the node's, but localhostProfile doesn't say which`,
          fixes: [
            { ...naming(), title: 'Name the profile' },
            {
              title: "Use the runtime's own profile",
              class: 'ask',
              edits: [
                set(pathOf(type), 'RuntimeDefault'),
                ...withoutContradiction(owner, kind.field, { type: 'RuntimeDefault' }),
              ],
            },
          ],
        };
        continue;
      }
      const complaint = name === undefined ? undefined : kind.complaint(name);
      if (complaint !== undefined)
        yield { at: profile, message: `${what} is "${name}", ${complaint}`, fixes: [naming()] };
    } else if (name !== undefined && type.state !== 'unknown') {
      yield {
        at: profile,
        message: `${what} is named "${name}", but its type is ${stringOf(type) ?? 'missing'}: only Localhost goes with a name`,
        fixes: [
          {
            title: 'Use the named profile: set the type to Localhost',
            class: 'ask',
            edits: [
              set(pathOf(type), 'Localhost'),
              ...withoutContradiction(owner, kind.field, { type: 'Localhost', localhostProfile: name }),
            ],
          },
          { title: 'Remove localhostProfile', class: 'ask', edits: [remove(pathOf(profile))] },
        ],
      };
    }

    function naming(): Fix {
      return {
        title: 'Name another profile',
        class: 'ask',
        edits: [set(pathOf(profile), blank(kind.example)), ...withoutContradiction(owner, kind.field, undefined)],
      };
    }
  }
}
