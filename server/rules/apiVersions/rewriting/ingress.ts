import {
  descend,
  type Field,
  isMapping,
  items,
  mayHaveMore,
  member,
  pathOf,
  scalarOf,
  stringOf,
} from '../../../yaml/field/field';
import { type Edit, type PlainValue, remove, set } from '../../../yaml/write/edits';
import type { Rewrite } from './rewriting';

/** Backends name their Service in a mapping of its own since v1, and every path says how it is compared. */
export const ingress: Rewrite = ({ root }) => {
  const spec = member(root, 'spec');
  const rules = member(spec, 'rules');
  if (mayHaveMore(spec) || mayHaveMore(rules)) return undefined;
  const edits: Edit[] = [];
  const backend = member(spec, 'backend');
  if (backend.state !== 'absent') {
    const service = serviceOf(backend);
    if (!service) return undefined;
    edits.push(remove(pathOf(backend)), set(pathOf(member(spec, 'defaultBackend')), { service }));
  }
  for (const rule of items(rules)) {
    const paths = descend(rule, 'http', 'paths');
    if (mayHaveMore(paths)) return undefined;
    for (const path of items(paths)) {
      const rewritten = rewrittenPath(path);
      if (!rewritten) return undefined;
      edits.push(...rewritten);
    }
  }
  return {
    fixClass: 'ask',
    edits,
    changes: 'backends name service.name and service.port; paths without a type stay ImplementationSpecific',
  };
};

function rewrittenPath(path: Field): Edit[] | undefined {
  const backend = member(path, 'backend');
  const type = member(path, 'pathType');
  const edits: Edit[] = type.state === 'absent' ? [set(pathOf(type), 'ImplementationSpecific')] : [];
  if (member(backend, 'resource').state === 'known' || member(backend, 'service').state === 'known') return edits;
  const service = serviceOf(backend);
  if (!service) return undefined;
  return [
    ...edits,
    remove(pathOf(member(backend, 'serviceName'))),
    remove(pathOf(member(backend, 'servicePort'))),
    set(pathOf(member(backend, 'service')), service),
  ];
}

/** The Service of a backend as v1 writes it; undefined where a template fills something in. */
function serviceOf(backend: Field): PlainValue | undefined {
  const name = stringOf(member(backend, 'serviceName'));
  const port = scalarOf(member(backend, 'servicePort'));
  if (!isMapping(backend) || name === undefined || !port) return undefined;
  if (port.type === 'number') return { name, port: { number: port.value } };
  if (port.type !== 'string') return undefined;
  return { name, port: /^\d+$/.test(port.value) ? { number: Number(port.value) } : { name: port.value } };
}
