import { asLabelValue } from '../../manifests/objects/labelValue';
import { isPartialPod } from '../../manifests/pods/partial';
import { descend, mayHaveMore, member, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

const nameLabel = 'app.kubernetes.io/name';

export const recommendedLabels: Rule = {
  id: 'recommended-labels',
  title: 'Label workloads with the recommended labels',
  severity: 'hint',
  profile: 'all',
  standards: [],
  why: `The labels \`app.kubernetes.io/*\` say which application an object belongs to in words that every tool understands. In an incident
they answer what this is, which instance, who manages it; dashboards, cost reports and policies select by them.`,
  remedy: `Add at least \`app.kubernetes.io/name\`; \`instance\`, \`version\`, \`component\`, \`part-of\` and \`managed-by\` as far as they mean
something. Labels of the object can change at any time; those of a selector can't.`,
  links: [
    {
      title: 'Recommended labels',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
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
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app.kubernetes.io/name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  *check(pod) {
    const { root } = pod.object;
    const labels = descend(root, 'metadata', 'labels');
    const name = member(labels, nameLabel);
    if (name.state !== 'absent' || mayHaveMore(labels) || isPartialPod(pod)) return;
    const proposed = stringOf(member(labels, 'app')) ?? stringOf(descend(root, 'metadata', 'name')) ?? 'web';
    yield {
      at: labels.state === 'known' ? labels : descend(root, 'metadata', 'name'),
      message: `No label ${nameLabel} says which application this is`,
      fixes: [{ title: `Add ${nameLabel}`, class: 'ask', edits: [set(pathOf(name), blank(asLabelValue(proposed)))] }],
    };
  },
};
