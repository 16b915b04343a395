import { appArmorPrefix, seccompContainerPrefix, seccompPod } from '../../manifests/pods/confinementProfiles';
import { codeSpan } from './markdown';
import { isInSecurityContext, type OfferedValue, type ValueContext, type ValueSource } from './offeredValue';

type Sort = 'seccomp' | 'AppArmor';

/** Types of seccomp and AppArmor profiles, and the names of those that there are. */
export const profileValues: ValueSource = (field, context) => {
  if (isInSecurityContext(field, 'seccompProfile.type')) return types('seccomp');
  if (isInSecurityContext(field, 'appArmorProfile.type')) return types('AppArmor');
  if (isInSecurityContext(field, 'seccompProfile.localhostProfile')) return named('seccomp', context);
  if (isInSecurityContext(field, 'appArmorProfile.localhostProfile')) return named('AppArmor', context);
  const [group, annotation = ''] = field.path;
  if (field.part !== 'pod metadata' || group !== 'annotations' || field.path.length !== 2) return undefined;
  if (annotation.startsWith(appArmorPrefix)) return annotated('AppArmor', context);
  const isSeccomp = annotation === seccompPod || annotation.startsWith(seccompContainerPrefix);
  return isSeccomp ? annotated('seccomp', context) : undefined;
};

const unconfined: Readonly<Record<Sort, string>> = {
  seccomp: 'Every system call is answered.',
  AppArmor: 'AppArmor confines nothing.',
};

const runtimeDefault: Readonly<Record<Sort, string>> = {
  seccomp: 'The profile of the container runtime: it answers what nearly every program calls and refuses the rest.',
  AppArmor:
    'The profile of the container runtime: it keeps the container from mounting and from writing to most of `/proc` and `/sys`.',
};

const localhost: Readonly<Record<Sort, string>> = {
  seccomp: "A file below the node's `/var/lib/kubelet/seccomp`, which `localhostProfile` names.",
  AppArmor: 'A profile that is loaded on the node, which `localhostProfile` names.',
};

function types(sort: Sort): OfferedValue[] {
  return [
    {
      value: 'RuntimeDefault',
      note: sort === 'seccomp' ? 'Enough for restricted' : 'Allowed at every level',
      documentation: runtimeDefault[sort],
      is: 'choice',
    },
    { value: 'Localhost', note: 'Needs localhostProfile', documentation: localhost[sort], is: 'choice' },
    { value: 'Unconfined', note: 'Not at baseline', documentation: unconfined[sort], is: 'choice' },
  ];
}

/** The values of the annotations that chose profiles before there were fields. */
async function annotated(sort: Sort, context: ValueContext): Promise<OfferedValue[]> {
  const profiles = await named(sort, context);
  return [
    { value: 'runtime/default', documentation: runtimeDefault[sort], is: 'choice' },
    ...profiles.map((profile) => ({ ...profile, value: `localhost/${profile.value}` })),
    { value: 'unconfined', note: 'Not at baseline', documentation: unconfined[sort], is: 'choice' },
  ];
}

/** The profiles of the workspace, and those that the Security Profiles Operator installs. */
async function named(sort: Sort, { profiles, namesOf }: ValueContext): Promise<OfferedValue[]> {
  const files = (await profiles())
    .filter((profile) => profile.sort === sort)
    .map(({ name, path }): OfferedValue => ({ value: name, documentation: `From ${codeSpan(path)}.`, is: 'file' }));
  const kind = sort === 'seccomp' ? 'SeccompProfile' : 'AppArmorProfile';
  const installed = (await namesOf('security-profiles-operator.x-k8s.io', kind)).map(
    ({ name, namespace, file }): OfferedValue => ({
      value: sort === 'seccomp' ? ['operator', ...(namespace ? [namespace] : []), `${name}.json`].join('/') : name,
      documentation: `Installed by the Security Profiles Operator from the ${kind} in ${codeSpan(file)}.`,
      is: 'name',
    }),
  );
  return [...files, ...installed];
}
