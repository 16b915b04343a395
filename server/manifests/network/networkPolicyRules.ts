import { descend, type Field, isMapping, items, mayHaveMore, member, stringOf } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';

/** Which way a rule of a NetworkPolicy lets traffic through. */
export type Direction = 'ingress' | 'egress';

/** The rules of a NetworkPolicy in one direction, as long as the policy is in force there. */
export function policyRules({ root }: KubernetesObject, direction: Direction): readonly Field[] {
  const types = descend(root, 'spec', 'policyTypes');
  const type = direction === 'ingress' ? 'Ingress' : 'Egress';
  if (types.state !== 'absent' && !mayHaveMore(types) && !items(types).some((item) => stringOf(item) === type))
    return [];
  return items(descend(root, 'spec', direction));
}

/** The other ends that a rule of a policy names; undefined where it names none, so that all are meant. */
export function peers(rule: Field, direction: Direction): readonly Field[] | undefined {
  const written = member(rule, direction === 'ingress' ? 'from' : 'to');
  if (written.state === 'unknown' || mayHaveMore(written)) return items(written);
  // An empty list means the same as none (API reference 1.37, NetworkPolicyIngressRule).
  return items(written).length === 0 ? undefined : items(written);
}

/** Whether a rule lets everything through: any other end, on any port. */
export function allowsEverything(rule: Field, direction: Direction): boolean {
  if (!isMapping(rule) && rule.state !== 'absent') return false;
  const ports = member(rule, 'ports');
  if (mayHaveMore(rule) || ports.state === 'unknown' || items(ports).length > 0 || mayHaveMore(ports)) return false;
  const named = peers(rule, direction);
  return named === undefined || named.some(isEverywhere);
}

/** True for the block of all addresses, with no exception. */
function isEverywhere(peer: Field): boolean {
  const block = member(peer, 'ipBlock');
  const cidr = stringOf(member(block, 'cidr'));
  return (cidr === '0.0.0.0/0' || cidr === '::/0') && member(block, 'except').state === 'absent';
}
