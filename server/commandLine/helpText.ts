import { baselineName } from '../configuration/baselineName';
import { hardenLevels } from '../fixes/hardening';
import { unnamedRelease } from '../manifests/objects/releaseName';
import { newestVersion, versionName } from '../manifests/versions/kubernetesVersion';
import { rules } from '../rules/catalogue';
import { profiles } from '../rules/rule';
import type { CommandName } from './arguments';
import { failLevels, formats } from './lintRequest';

/** What `--help` prints, for one command or for the whole program. */
export function helpOf(command: CommandName | undefined): string {
  switch (command) {
    case 'lint':
      return lintHelp;
    case 'render':
      return renderHelp;
    case 'explain':
      return explainHelp();
    case undefined:
      return programHelp;
  }
}

const programHelp = `Finds and mends insecure Kubernetes manifests.

Usage:
  seaworthy lint [paths...]   Check files, folders, or standard input (-)
  seaworthy render CHART      Print what a Helm chart renders, as helm template does
  seaworthy explain RULE      Say what a rule asks for, why, and how to mend it

Options:
  -h, --help                  Print this; behind a command, its own help
      --version               Print the version
      --color, --no-color     Colour or none, whatever the terminal says

Exit codes:
  0  nothing was found
  1  something was found that is at least as bad as --fail-on says
  2  an option, a path or a configuration is wrong
`;

const lintHelp = `Checks Kubernetes manifests.

Usage:
  seaworthy lint [paths...]

Folders are searched for YAML and JSON files that git doesn't ignore; without paths, the current folder is. Files are
checked whatever they are called. The path - is standard input. Each file follows the nearest .seaworthy.yaml, and is
judged among all files of that one's folder, else of its repository. Helm charts are judged as what they render, each
finding where the template or the value stands that says it.

Options:
      --format FORMAT              ${oneOf(formats)} (default pretty)
      --profile PROFILE            ${oneOf(profiles)} (default recommended)
      --kubernetes-version 1.N     The version to lint for (default ${versionName(newestVersion)})
      --fail-on SEVERITY           The least severity that makes the exit code 1:
                                   ${oneOf(failLevels)} (default warning)
      --fix                        Apply safe fixes: those that no running workload can notice
      --harden LEVEL               With --fix or --diff: also close the gaps that ${oneOf(hardenLevels)}
                                   asks to be closed; a workload that relied on one will notice
      --diff                       Print what would be fixed as a unified diff, and write nothing
      --write-baseline             Write today's findings down, to be kept quiet from now on
      --baseline FILE              The baseline to honour or to write (default: the one that the
                                   configuration names; ${baselineName} when written)
      --alone                      Judge each file by itself, whatever stands in others
      --values FILE                Values over those of the one chart in the paths; may be given again
      --set KEY=VALUE              A single value over those; may be given again
      --release NAME               The release's name (default: the chart's)
      --namespace NAME             The release's namespace (default default)
      --api-versions VERSION       An API that the cluster serves as well; may be given again
      --no-render                  Read the templates of charts around their actions, and render none
      --stdin-filename NAME        What standard input is called, which also chooses its configuration
      --color, --no-color          Colour or none, whatever the terminal says
  -h, --help                       Print this

Fixed text from standard input and diffs go to standard output, and what is left to be said to standard error.

Exit codes:
  0  nothing was found
  1  something was found, and is left, that is at least as bad as --fail-on says
  2  an option, a path or a configuration is wrong
`;

const renderHelp = `Prints what a Helm chart renders, byte for byte as helm template does.

Usage:
  seaworthy render CHART

CHART is the folder of a chart or a packed chart. No helm is started, nothing is fetched, and nothing is unpacked to
disk. What helm makes anew each time (passwords, certificates, today's date) is a fixed text of the same shape.

Options:
      --values FILE                Values over the chart's own; may be given again, the last one wins
      --set KEY=VALUE              A single value over those; may be given again
      --release NAME               The release's name (default ${unnamedRelease})
      --namespace NAME             The release's namespace (default default)
      --kubernetes-version VERSION The cluster's version (default helm's own)
      --api-versions VERSION       An API that the cluster serves as well; may be given again
      --include-crds               Print what lies in crds/ too
      --origins                    Print before each line which places of the chart say it
  -h, --help                       Print this

Exit codes:
  0  the chart was rendered
  1  the chart can't be rendered, for the reason that helm gives
  2  an option or a path is wrong
`;

function explainHelp(): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return `Says what a rule asks for, why, and how to mend it.

Usage:
  seaworthy explain RULE

Rules:
${rules.map(({ id, title }) => `  ${id.padEnd(width)}  ${title}\n`).join('')}`;
}

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
