import type { Rule } from '../rule';
import { silencesPage } from './silencesPage';

export const unknownRule: Rule = {
  id: 'unknown-rule',
  title: 'Name rules that exist in silences',
  severity: 'warning',
  profile: 'baseline',
  standards: [],
  why: `A silence that names a rule nobody knows keeps nothing quiet, and a reader believes that somebody has looked into the
fault and accepted it.`,
  remedy: `Write the id that stands behind the finding's message. \`seaworthy explain --help\` lists all of them.`,
  links: [silencesPage],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seaworthy.dev/ignore: host-netwrk -- the agent listens on the node
spec:
  hostNetwork: false
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: false
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'text',
};
