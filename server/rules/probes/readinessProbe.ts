import { containerPorts, mayDeclareMorePorts } from '../../manifests/pods/containerPorts';
import { runsThroughout, runsToCompletion } from '../../manifests/pods/containerRole';
import { isPartialPod } from '../../manifests/pods/partial';
import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { selectingServices } from '../../manifests/relations/selectingServices';
import type { MinorVersion } from '../../manifests/versions/kubernetesVersion';
import { member } from '../../yaml/field/field';
import { probesPage } from '../links';
import type { Neighbours, Rule } from '../rule';
import { probeFixes } from './probeFixes';

export const readinessProbe: Rule = {
  id: 'readiness-probe',
  title: 'Send traffic only to containers that are ready',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `Without a readiness probe a pod gets requests the moment its process starts, long before it can answer them, and keeps
getting them while it is overloaded or cut off from what it needs. A rollout goes on although the new version answers nothing:
the old replicas are gone before anybody notices.`,
  remedy: `Add a \`readinessProbe\` with an endpoint that says whether the container can do its work now. It may fail for a
while without harm: the pod is taken out of its Services and nothing is restarted. The rule asks for it where a container
declares a port, or where a Service selects its pod.`,
  links: [probesPage],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      ports:
        - name: http
          containerPort: 8080
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      ports:
        - name: http
          containerPort: 8080
      readinessProbe:
        httpGet:
          path: /ready
          port: http
`,
  looksAt: 'container',
  among: ['/Service'],
  refutedBy: [],
  *checkAmong(container, { objects }, { kubernetesVersion }) {
    const probe = member(container.field, 'readinessProbe');
    if (probe.state !== 'absent' || runsThroughout(container, kubernetesVersion) !== true) return;
    if (runsToCompletion(container.pod) !== false || isPartialPod(container.pod)) return;
    if (containerPorts(container).length === 0 && !answersForPod(container, objects, kubernetesVersion)) return;
    yield {
      at: probe,
      message: `The ${describeContainer(container)} has no readiness probe, so it gets requests before it can answer them`,
      fixes: probeFixes(container, 'readinessProbe'),
    };
  },
};

/** Whether nothing but this container can be meant by a Service that selects the pod: no other one has a port or a probe. */
function answersForPod(container: Container, objects: Neighbours['objects'], version: MinorVersion): boolean {
  const running = container.pod.containers.filter((other) => runsThroughout(other, version) !== false);
  const isFirst = running[0] === container;
  const isOpen = running.some(
    (other) =>
      member(other.field, 'readinessProbe').state !== 'absent' ||
      mayDeclareMorePorts(other) ||
      containerPorts(other).length > 0,
  );
  return isFirst && !isOpen && selectingServices(container.pod, objects).length > 0;
}
