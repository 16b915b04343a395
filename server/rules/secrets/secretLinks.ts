import { cisBenchmark } from '../links';
import type { Link } from '../rule';

/** Kubernetes' page of what to do with Secrets. */
export const secretPractices: Link = {
  title: 'Good practices for Kubernetes Secrets',
  url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
};

/** Kubernetes' page of how a container gets what a Secret holds. */
export const usingSecrets: Link = {
  title: 'Distribute credentials securely using Secrets',
  url: 'https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/',
};

/** Files rather than environment variables. */
export const secretFiles: Link = cisBenchmark('5.4.1');

/** Stores outside of the cluster rather than manifests. */
export const externalSecrets: Link = cisBenchmark('5.4.2');
