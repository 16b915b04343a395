import { labelFacts } from '../../manifests/facts/labelFacts';
import { selects } from '../../manifests/relations/labelSelector';
import { ownSelector, replicatedKindNames, selectedLabels } from '../../manifests/relations/replicatedWorkloads';
import { descend, members, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const selectorMismatch: Rule = {
  id: 'selector-mismatch',
  title: "Let a workload's selector match its own pods",
  severity: 'error',
  profile: 'recommended',
  standards: [],
  why: `The API server refuses a workload whose selector does not match the labels of its template: it would make pods without end and
count none of them as its own.`,
  remedy: `Write the same labels in \`spec.selector\` and \`spec.template.metadata.labels\`; the template may have more. The selector can't be
changed later, so keep versions out of it.`,
  links: [
    {
      title: 'Deployments: selector',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
    },
  ],
  bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: website
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`,
  looksAt: 'object',
  kinds: [...replicatedKindNames, 'apps/DaemonSet'],
  *check(object) {
    const template = descend(object.root, 'spec', 'template');
    // A patch writes the template in part, or not at all.
    if (descend(template, 'spec', 'containers').state !== 'known') return;
    const labels = descend(template, 'metadata', 'labels');
    const wanted = ownSelector(object);
    if (labels.state === 'unknown' || !wanted || selects(wanted, labelFacts(labels)) !== false) return;
    const edits = members(selectedLabels(object)).flatMap(({ name, value }) => {
      const text = stringOf(value);
      return text === undefined ? [] : [set([...pathOf(labels), name], text)];
    });
    const title = "Give the template the selector's labels (what selects the pods by the old ones loses them)";
    yield {
      at: labels,
      message: `The selector does not match the labels of the pod template, so the ${object.kind === 'Rollout' ? 'controller makes no pods' : 'API server refuses the object'}`,
      fixes: edits.length > 0 ? [{ title, class: 'ask', edits }] : [],
    };
  },
};
