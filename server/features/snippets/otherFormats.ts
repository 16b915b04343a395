/**
 * Names of YAML files that belong to other tools: what Kubernetes needs has no business there, not even in a file that
 * is still empty. From the documentation of each tool.
 */
const otherFormats: readonly RegExp[] = [
  /(?:^|\/)(?:docker-)?compose(?:[.-][^/]*)?\.ya?ml$/,
  /(?:^|\/)\.(?:github|gitlab|circleci|azure-pipelines|forgejo|gitea|woodpecker)\//,
  /(?:^|\/)[^/]*values[^/]*\.ya?ml$/,
  /(?:^|\/)(?:Chart|requirements|skaffold|tilt|devspace|okteto|helmfile|mkdocs|serverless|antora)\.ya?ml$/,
  /(?:^|\/)(?:Taskfile|taskfile|azure-pipelines|bitbucket-pipelines|cloudbuild|buildspec|action|lefthook)\.ya?ml$/,
  /(?:^|\/)(?:pnpm-workspace|pnpm-lock|pubspec|environment|openapi|swagger|dependabot|renovate|codecov)\.ya?ml$/,
  /(?:^|\/)\.[^/]+\.ya?ml$/,
  /(?:^|\/)(?:roles|playbooks|group_vars|host_vars)\//,
];

/** True for the address of a file that another tool reads, whatever it holds. */
export function isOtherFormat(uri: string): boolean {
  return otherFormats.some((name) => name.test(uri));
}

/** True for the address of Falco's own configuration. */
export function isFalcoConfiguration(uri: string): boolean {
  return /(?:^|\/)falco\.ya?ml$|\/falco\/config\.d\//.test(uri);
}

/** True for the address of a file of Helm's named templates. */
export function isHelmHelpers(uri: string): boolean {
  return uri.endsWith('.tpl');
}
