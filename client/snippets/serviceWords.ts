import type { Exposure } from '../../server/protocol/snippets';

/** What is wrong with the name of a service; undefined if nothing is. RFC 1123 label, as Kubernetes asks of names. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'A service needs a name.';
  if (name.length > 52) return 'Keep it to 52 characters, so that names made from it still fit.';
  if (/^[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(name)) return undefined;
  return 'Use lower-case letters, digits and dashes; begin with a letter and end with a letter or digit.';
}

/** What is wrong with an image reference; undefined if nothing is. */
export function imageProblem(image: string): string | undefined {
  const reference =
    /^[a-z0-9][a-zA-Z0-9.-]*(?::\d+)?(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::[\w][\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$/;
  if (reference.test(image)) return undefined;
  return image === ''
    ? 'A service needs an image.'
    : 'Write it as registry/name:tag, such as registry.example.com/web:1.0.0.';
}

/** True for an image that may become another one behind the same name. */
export function mayMove(image: string): boolean {
  if (image.includes('@')) return false;
  const name = image.slice(image.lastIndexOf('/') + 1);
  return !name.includes(':') || name.endsWith(':latest');
}

/** What is wrong with a port; undefined if nothing is. */
export function portProblem(port: string): string | undefined {
  const number = Number(port);
  if (/^\d{1,5}$/.test(port) && number >= 1 && number <= 65_535) {
    return number < 1024
      ? 'The container drops all capabilities, so it can listen on ports from 1024 up only.'
      : undefined;
  }
  return 'Write a number from 1024 to 65535.';
}

/** What is wrong with a host name; undefined if nothing is. */
export function hostProblem(host: string): string | undefined {
  if (/^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/.test(host))
    return undefined;
  return 'Write a host name such as web.example.com.';
}

/** How a service can be reached, and what that means. */
export const exposures: readonly { readonly exposure: Exposure; readonly label: string; readonly detail: string }[] = [
  { exposure: 'cluster', label: 'Inside the cluster', detail: 'Other pods call it through its Service.' },
  {
    exposure: 'ingress',
    label: 'Ingress with TLS',
    detail: 'An ingress controller leads a host name to it; cert-manager gets the certificate.',
  },
  { exposure: 'gateway', label: 'HTTPRoute', detail: 'A Gateway, which ends TLS, leads a host name to it.' },
  {
    exposure: 'load balancer',
    label: 'Load balancer',
    detail: 'The cloud gives it an address of its own, open to everybody.',
  },
];
