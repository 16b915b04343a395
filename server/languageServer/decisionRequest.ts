import { isConfiguration } from '../documents/kindOf';
import { newestVersion, versionName } from '../manifests/versions/kubernetesVersion';
import type { Decision, DecisionParams } from '../protocol/documents';
import type { Session } from './session';

/** Answers what counts for a document; null for what is no manifest. */
export async function decision(
  { configurations, folders }: Session,
  { uri }: DecisionParams,
): Promise<Decision | null> {
  if (isConfiguration(uri)) return null;
  const answer = await configurations.optionsFor(folders.fileOf(uri));
  const { profile, governor } = answer;
  const version = answer.state === 'linted' ? answer.options.kubernetesVersion : newestVersion;
  return {
    isExcluded: answer.state === 'excluded',
    profile,
    kubernetesVersion: versionName(version),
    newestVersion: versionName(newestVersion),
    ...(governor !== undefined && { configuration: governor }),
  };
}
