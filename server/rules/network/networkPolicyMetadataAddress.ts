import { holdsAddress } from '../../manifests/network/addresses';
import { peers, policyRules } from '../../manifests/network/networkPolicyRules';
import { type Field, items, mayHaveMore, member, numberOf, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { networkGuidance, networkPolicies } from '../links';
import type { Fix, Rule } from '../rule';

/** Where AWS, Azure, Google Cloud, OpenStack and others serve the metadata of a machine, and its credentials, over HTTP. */
const metadataAddress = '169.254.169.254';
const metadataPort = 80;
const exceptedBlock = `${metadataAddress}/32`;

export const networkPolicyMetadataAddress: Rule = {
  id: 'network-policy-metadata-address',
  title: "Keep pods away from the cloud's metadata address",
  severity: 'information',
  profile: 'all',
  standards: ['nsa:network-separation'],
  why: `At 169.254.169.254 clouds tell a machine who it is, and hand out the credentials of its role. A pod that reaches it, by its own
code or by a request that an attacker made it send, takes over what the node may do: pull every image, read buckets, often
join the cluster as a node.`,
  remedy: `Except the address from the block, and let pods have cloud identities of their own (IRSA, Workload Identity, managed
identities). Pods in the network of their node are reached by no policy: for them, limit the hops of the metadata service.`,
  links: [networkPolicies, networkGuidance],
  bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Egress
  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
      ports:
        - port: 80
`,
  good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Egress
  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
            except:
              - 169.254.169.254/32
      ports:
        - port: 80
`,
  looksAt: 'object',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  *check(object) {
    for (const rule of policyRules(object, 'egress')) {
      if (mayHaveMore(rule) || !reachesPort(member(rule, 'ports'))) continue;
      const named = peers(rule, 'egress');
      if (named === undefined) {
        yield { at: rule, message: `The rule lets the pods reach the cloud's metadata at ${metadataAddress}` };
      }
      for (const peer of named ?? []) {
        const block = member(peer, 'ipBlock');
        if (!holdsMetadata(block)) continue;
        yield {
          at: member(block, 'cidr'),
          message: `The block holds ${metadataAddress}, where the cloud hands out the credentials of the node`,
          fixes: exceptions(block),
        };
      }
    }
  },
};

function holdsMetadata(block: Field): boolean {
  const cidr = stringOf(member(block, 'cidr'));
  const except = member(block, 'except');
  if (cidr === undefined || mayHaveMore(except) || !holdsAddress(cidr, metadataAddress)) return false;
  return items(except).every((item) => holdsAddress(stringOf(item) ?? '', metadataAddress) === false);
}

function reachesPort(ports: Field): boolean {
  if (mayHaveMore(ports)) return false;
  const written = items(ports);
  if (written.length === 0) return true;
  return written.some((item) => {
    if ((stringOf(member(item, 'protocol')) ?? 'TCP') !== 'TCP') return false;
    const port = member(item, 'port');
    if (port.state === 'absent') return true;
    const first = numberOf(port);
    if (first === undefined) return false;
    return first <= metadataPort && metadataPort <= (numberOf(member(item, 'endPort')) ?? first);
  });
}

/** What is excepted has to be less than all of the block. */
function exceptions(block: Field): Fix[] {
  if (stringOf(member(block, 'cidr')) === exceptedBlock) return [];
  const except = member(block, 'except');
  const edit =
    except.state === 'absent'
      ? set(pathOf(except), [exceptedBlock])
      : set([...pathOf(except), items(except).length], exceptedBlock);
  return [{ title: `Except ${metadataAddress}`, class: 'ask', edits: [edit] }];
}
