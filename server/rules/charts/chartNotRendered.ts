import type { Rule } from '../rule';

export const chartNotRendered: Rule = {
  id: 'chart-not-rendered',
  title: 'Keep charts renderable with the values they are installed with',
  severity: 'error',
  profile: 'baseline',
  standards: [],
  why: `Helm refuses the whole chart for one fault in one of its templates: nothing of it is installed or upgraded, and nothing of what it
would install can be judged. What is told is the innermost action that failed, while helm names the outermost template that led there.`,
  remedy: `Mend the action, or give it the value that it asks for in \`values.yaml\`. A value that only the user of the chart can know
belongs into a values set: name it under \`charts:\` in \`.seaworthy.yaml\`. A dependency that is missing comes with
\`helm dependency build\`.`,
  links: [{ title: 'Debugging templates', url: 'https://helm.sh/docs/chart_template_guide/debugging/' }],
  bad: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  address: {{ required "An address is needed" .Values.address }}
`,
  good: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  address: {{ .Values.address | default "localhost" }}
`,
  looksAt: 'text',
};
