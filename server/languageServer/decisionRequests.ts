import type { Connection } from 'vscode-languageserver';
import { newestVersion, versionName } from '../manifests/versions/kubernetesVersion';
import { decisionRequest } from '../protocol/documents';
import type { ConfiguredFile } from '../workspace/configurations';
import { answerRequest } from './messages';

/**
 * Answers what counts for a document.
 *
 * @param optionsOf undefined for what is no manifest: a configuration file
 */
export function answerDecisions(
  connection: Connection,
  optionsOf: (uri: string) => Promise<ConfiguredFile | undefined>,
): void {
  answerRequest(connection, decisionRequest, async ({ uri }) => {
    const answer = await optionsOf(uri);
    if (!answer) return null;
    const { profile, governor } = answer;
    const version = answer.state === 'linted' ? answer.options.kubernetesVersion : newestVersion;
    return {
      isExcluded: answer.state === 'excluded',
      profile,
      kubernetesVersion: versionName(version),
      newestVersion: versionName(newestVersion),
      ...(governor !== undefined && { configuration: governor }),
    };
  });
}
