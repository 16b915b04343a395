import type { Rule } from '../rule';
import { silencesPage } from './silencesPage';

export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  title: 'Keep silences for what there is to silence',
  severity: 'information',
  profile: 'baseline',
  marks: 'unnecessary',
  standards: [],
  why: `A silence that covers nothing today will hide what comes later: whoever adds the fault again is not told. Most often the fault was mended
and its silence forgotten, or the comment stands on another line than it was meant for.`,
  remedy: `Remove it, or move it to the line of the finding. \`# seaworthy-ignore\` covers its own line,
\`# seaworthy-ignore-next-line\` the one below; either covers the whole container or object that starts there.`,
  links: [silencesPage],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  # seaworthy-ignore-next-line host-network -- the agent listens on the node
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'text',
};
