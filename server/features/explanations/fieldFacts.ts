import type { FieldDocumentation } from '../../manifests/fieldDocumentation/fieldDocumentation';
import { versionName } from '../../manifests/versions/kubernetesVersion';

/** What holds where a field is absent, since when it works, and what to do with it, in Markdown. */
export function factsOf({ absent, since, practice }: FieldDocumentation): string {
  return [
    ...(absent === undefined ? [] : [`Default: ${absent}.`]),
    ...(since === undefined ? [] : [`Since Kubernetes ${versionName(since)}.`]),
    ...(practice === undefined ? [] : [`Practice: ${practice}`]),
  ].join('  \n');
}
