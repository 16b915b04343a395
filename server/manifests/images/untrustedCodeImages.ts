/**
 * Images whose purpose is to run what somebody else wrote, by the end of their repository: runners of CI, builders of images,
 * notebooks, functions and shells in the browser.
 * From the projects' documentation as known; a selection, not a list of all there are.
 */
const untrustedCodeImages: readonly string[] = [
  'actions/actions-runner',
  'actions-runner',
  'gitlab/gitlab-runner',
  'gitlab-org/gitlab-runner',
  'jenkins/inbound-agent',
  'jenkins/jnlp-agent-maven',
  'jenkins/agent',
  'buildkite/agent',
  'drone/drone-runner-docker',
  'woodpeckerci/woodpecker-agent',
  'concourse/concourse',
  'library/docker',
  'moby/buildkit',
  'kaniko-project/executor',
  'buildah/stable',
  'jupyter/base-notebook',
  'jupyter/minimal-notebook',
  'jupyter/scipy-notebook',
  'jupyterhub/k8s-singleuser-sample',
  'codercom/code-server',
  'coder/code-server',
  'gitpod/openvscode-server',
  'judge0/judge0',
];

/** True for an image that is made to run other people's code. */
export function runsUntrustedCode(repository: string): boolean {
  return untrustedCodeImages.some((known) => repository === known || repository.endsWith(`/${known}`));
}
