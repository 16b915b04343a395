import { items, mayHaveMore, member } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';
import { type Stated, statedString } from '../objects/stated';
import { type LabelSelectorFacts, labelSelectorFacts } from './labelSelectorFacts';

/** What other objects' rules ask of a NetworkPolicy. */
export interface NetworkPolicyFacts {
  /** Where none is written, every pod of the namespace is selected. */
  readonly podSelector: Stated<LabelSelectorFacts>;
  /** Whether it limits what reaches its pods; null where a template decides. */
  readonly isolatesIngress: boolean | null;
}

/** The facts of a NetworkPolicy. */
export function networkPolicyFacts({ root }: KubernetesObject): NetworkPolicyFacts {
  const spec = member(root, 'spec');
  const types = member(spec, 'policyTypes');
  const written = items(types).map(statedString);
  const isWritten = written.includes('Ingress');
  const mayBeWritten = mayHaveMore(types) || written.includes(null);
  return {
    podSelector: labelSelectorFacts(member(spec, 'podSelector')),
    // Without types, a policy is one for ingress (API reference 1.37, NetworkPolicySpec).
    isolatesIngress: isWritten || types.state === 'absent' ? true : mayBeWritten ? null : false,
  };
}
