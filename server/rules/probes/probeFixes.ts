import { type ContainerPort, containerPorts, portReference } from '../../manifests/pods/containerPorts';
import type { Container } from '../../manifests/pods/podSpec';
import { member, pathOf } from '../../yaml/field/field';
import { blank, type PlainValue, set } from '../../yaml/write/edits';
import type { Fix } from '../rule';

/** What is proposed for a probe: where servers usually answer, and how many failures count. */
const proposals = {
  livenessProbe: { paths: ['/health', '/healthz', '/livez'], failureThreshold: 6 },
  readinessProbe: { paths: ['/ready', '/readyz', '/health'], failureThreshold: 3 },
} as const;

/** Ways to add a probe to a container: by HTTP and by TCP, to its ports that look most like it. */
export function probeFixes(container: Container, name: 'livenessProbe' | 'readinessProbe'): Fix[] {
  const path = pathOf(member(container.field, name));
  const { paths, failureThreshold } = proposals[name];
  const [first, ...others] = paths;
  const noun = name === 'livenessProbe' ? 'liveness probe' : 'readiness probe';
  const candidates = probeCandidates(container);
  const fix = (title: string, handler: PlainValue & object): Fix => ({
    title,
    class: 'ask',
    // Three failures are what is assumed.
    edits: [set(path, failureThreshold === 3 ? handler : { ...handler, failureThreshold })],
  });
  if (candidates.length === 0) {
    const httpGet = { path: blank(first, ...others), port: blank(8080) };
    return [fix(`Add a ${noun} that sends an HTTP request (fill in path and port)`, { httpGet })];
  }
  return candidates.flatMap((port) => {
    const reference = portReference(port);
    if (reference === undefined) return [];
    const scheme = /https/.test(port.name ?? '') ? { scheme: 'HTTPS' } : {};
    const httpGet = { path: blank(first, ...others), port: reference, ...scheme };
    const requesting = fix(`Add a ${noun} that sends an HTTP request to port ${reference} (fill in the path)`, {
      httpGet,
    });
    const connecting = fix(`Add a ${noun} that connects to TCP port ${reference}`, { tcpSocket: { port: reference } });
    return likelihoodOfHttp(port) > 0 ? [requesting, connecting] : [connecting, requesting];
  });
}

/** The two TCP ports that a probe is most likely meant for. */
function probeCandidates(container: Container): ContainerPort[] {
  return containerPorts(container)
    .filter((port) => port.protocol === 'TCP' && portReference(port) !== undefined)
    .sort((one, other) => likelihoodOfHttp(other) - likelihoodOfHttp(one))
    .slice(0, 2);
}

/** How much a port looks like one that answers HTTP: by what it is called, else by the numbers that web servers take. */
function likelihoodOfHttp({ name, number = 0 }: ContainerPort): number {
  if (name !== undefined && /health|probe|live|ready/.test(name)) return 2;
  if (name !== undefined && /http|web|api|metrics|admin/.test(name)) return 1;
  return [80, 443, 3000, 5000].includes(number) || (number >= 8000 && number < 9000) ? 1 : 0;
}
