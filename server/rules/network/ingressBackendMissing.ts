import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { type IngressBackend, ingressBackends, ingressKinds } from '../../manifests/network/ingress';
import { inSameNamespace, namespaced } from '../../manifests/objects/namespace';
import { nearestWord } from '../../nearestWord';
import { pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import type { Fault, Fix, Neighbours, Rule } from '../rule';

export const ingressBackendMissing: Rule = {
  id: 'ingress-backend-missing',
  title: 'Send requests to Services and ports that exist',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `An Ingress whose backend names no Service, or a port that the Service does not have, answers every request with 503 or 404. The
API server takes it without a word.`,
  remedy: `Write the name of a Service in the Ingress's own namespace, and one of the ports that the Service lists (\`port\` or its
\`name\`, not \`targetPort\`).`,
  links: [
    {
      title: 'Ingress: rules and backends',
      url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules',
    },
  ],
  bad: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
      targetPort: 8080
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  defaultBackend:
    service:
      name: web
      port:
        number: 8080
`,
  good: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
      targetPort: 8080
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`,
  looksAt: 'object',
  kinds: ingressKinds,
  among: ['/Service'],
  *checkAmong(object, { objects, reach }) {
    const place = namespaced(object);
    const services = objects.filter((other) => other.service && inSameNamespace(other, place) !== false);
    for (const backend of ingressBackends(object)) {
      const name = stringOf(backend.service);
      if (name === undefined) continue;
      const service = services.find((other) => other.name === name);
      if (service) yield* wrongPort(backend, service);
      else yield* missingService(backend, name, services, reach);
    }
  },
};

/** A Service that isn't in the file may stand in another one, unless its name is but mistyped. */
function* missingService(
  backend: IngressBackend,
  name: string,
  services: readonly ObjectFacts[],
  reach: Neighbours['reach'],
): Iterable<Fault> {
  if (services.some((service) => service.name === null)) return;
  const names = services.flatMap((service) => service.name ?? []);
  const nearest = nearestWord(name, names);
  const isMistyped = nearest !== undefined && Math.abs(nearest.length - name.length) < 2;
  if (reach !== 'workspace' && !isMistyped) return;
  const hint = isMistyped ? `; perhaps ${nearest} is meant` : '';
  yield {
    at: backend.service,
    message: `There is no Service ${name}${hint}`,
    fixes: isMistyped ? [write(pathOf(backend.service), nearest, `Use the Service ${nearest}`)] : [],
  };
}

function* wrongPort({ port }: IngressBackend, { service, name }: ObjectFacts): Iterable<Fault> {
  const ports = service?.ports;
  if (!ports || ports.length === 0 || port.field.state !== 'known') return;
  if (ports.some((known) => known.name === null || known.port === null)) return;
  const { number, name: portName } = port;
  const isThere = ports.some((known) => (typeof number === 'number' ? known.port === number : known.name === portName));
  if (isThere || number === null || portName === null) return;
  const known = ports
    .map((one) => (typeof number === 'number' ? one.port : one.name))
    .filter((one) => one !== undefined);
  yield {
    at: port.field,
    message: `The Service ${name} has no port ${number ?? portName}`,
    fixes: known.flatMap((one) =>
      one === null ? [] : [write(pathOf(port.field), one, `Use port ${one} of Service ${name}`)],
    ),
  };
}

function write(path: Parameters<typeof set>[0], value: string | number, title: string): Fix {
  return { title, class: 'ask', edits: [set(path, value)] };
}
