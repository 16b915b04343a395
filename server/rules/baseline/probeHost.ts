import { type HandlerRequest, handlerRequests } from '../../manifests/pods/handlers';
import { describeContainer } from '../../manifests/pods/podSpec';
import { type Field, items, mayHaveMore, member, pathOf, stringOf } from '../../yaml/field/field';
import { remove, set } from '../../yaml/write/edits';
import { baselineStandard } from '../links';
import type { Fix, Rule } from '../rule';

export const probeHost: Rule = {
  id: 'probe-host',
  title: 'Let probes and hooks call their own pod',
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:hostProbesAndHostLifecycle'],
  why: `Probes and lifecycle hooks are sent by the kubelet, from the node's network. With a \`host\` of their own they go wherever
the author of the pod likes: to services that only nodes may reach, to the node's loopback address, to cloud metadata; whether
the answer was good can be read from the pod's state, which is enough to scan a network that the pod itself can't see.`,
  remedy: `Remove \`host\`: without it the request goes to the pod's own address. If the server behind it tells sites apart by name, send
the name as a header \`Host\`. A server that listens on 127.0.0.1 only is reached neither way: let it listen on the pod's address, or
use an \`exec\` or \`grpc\` probe. Kubernetes asks for this from 1.34 on.`,
  links: [
    {
      title: 'HTTP probes',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes',
    },
    baselineStandard,
    {
      title: 'Container lifecycle hooks',
      url: 'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      livenessProbe:
        httpGet:
          host: 127.0.0.1
          path: /healthz
          port: 8080
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      livenessProbe:
        httpGet:
          path: /healthz
          port: 8080
`,
  looksAt: 'container',
  needs: ['host'],
  *check(container, { kubernetesVersion }) {
    if (kubernetesVersion < 34) return;
    for (const handlerRequest of handlerRequests(container)) {
      const host = member(handlerRequest.request, 'host');
      const name = stringOf(host);
      if (!name) continue;
      yield {
        at: host,
        message: `The ${handlerRequest.handler} of the ${describeContainer(container)} goes to ${name} ${isLoopback(name) ? 'of its node' : 'instead of its own pod'}`,
        fixes: [...hostHeader(handlerRequest, host, name), removal(host)],
      };
    }
  },
};

function removal(host: Field): Fix {
  return {
    title: "Remove the host (the request goes to the pod's own address, where the server has to listen)",
    class: 'ask',
    edits: [remove(pathOf(host))],
  };
}

/** A server may tell sites apart by name; the name then has to arrive as a header. */
function hostHeader({ kind, request }: HandlerRequest, host: Field, name: string): Fix[] {
  const headers = member(request, 'httpHeaders');
  if (kind !== 'httpGet' || !isName(name) || mayHaveMore(headers)) return [];
  const written = items(headers);
  if (written.some((header) => /^host$/i.test(stringOf(member(header, 'name')) ?? ''))) return [];
  const header = { name: 'Host', value: name };
  const addition =
    headers.state === 'absent' ? set(pathOf(headers), [header]) : set([...pathOf(headers), written.length], header);
  return [
    {
      title: `Move ${name} to a Host header (the request goes to the pod's own address)`,
      class: 'ask',
      edits: [addition, remove(pathOf(host))],
    },
  ];
}

/** The kubelet sends the request, so these are the node's, and the pod's only if it shares the node's network. */
function isLoopback(host: string): boolean {
  return /^(?:127(?:\.\d+){3}|\[?::1\]?|localhost\.?)$/i.test(host);
}

/** False for IPv4 and IPv6 addresses and for the loopback's own name. */
function isName(host: string): boolean {
  return !/^[\d.]+$|:|^localhost\.?$/i.test(host);
}
