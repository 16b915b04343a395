import { readOnce } from '../../readOnce';
import { descend, type Field, isMapping } from '../../yaml/field/field';
import type { Container } from './podSpec';

/** A request that the kubelet makes for a container. */
export interface HandlerRequest {
  /** `liveness probe`, `preStop hook`: how messages speak of what makes it. */
  readonly handler: string;
  readonly kind: 'httpGet' | 'tcpSocket';
  /** The mapping that has `port` and `host`. */
  readonly request: Field;
}

// API reference 1.37, Container. A tcpSocket in a lifecycle hook does nothing, but the API server still takes it.
const handlers = [
  { handler: 'liveness probe', path: ['livenessProbe'] },
  { handler: 'readiness probe', path: ['readinessProbe'] },
  { handler: 'startup probe', path: ['startupProbe'] },
  { handler: 'postStart hook', path: ['lifecycle', 'postStart'] },
  { handler: 'preStop hook', path: ['lifecycle', 'preStop'] },
] as const;

/** The requests over the network that a container's probes and lifecycle hooks make. */
export const handlerRequests = readOnce((container: Container): readonly HandlerRequest[] => {
  return handlers.flatMap(({ handler, path }) =>
    (['httpGet', 'tcpSocket'] as const)
      .map((kind) => ({ handler, kind, request: descend(container.field, ...path, kind) }))
      .filter(({ request }) => isMapping(request)),
  );
});

/** True where a template may give a probe or a hook of a container another host. */
export function mayRequestElsewhere({ field }: Container): boolean {
  return handlers.some(({ path }) =>
    (['httpGet', 'tcpSocket'] as const).some((kind) => descend(field, ...path, kind, 'host').state === 'unknown'),
  );
}
