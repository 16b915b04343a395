import { topologySpread } from '../../../../server/rules/availability/topologySpread';
import { assertMarked, fixed } from '../markedManifest';

const options = { rules: [topologySpread] };
const mark = ' # ← topology-spread';

const deployment = (pod: string, more = '', labels = '{app: web, tier: front}') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 3
${more}  template:
    metadata:
      labels: ${labels}
    spec:
${pod}      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`;
const selector = '  selector: {matchLabels: {app: web}}\n';

const constraint = (selects: string, marked = '') =>
  deployment(
    `      topologySpreadConstraints:${marked}\n        - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway${selects}}\n`,
    selector,
  );

const term = (selects: string, marked = '') =>
  deployment(
    `      affinity:\n        podAntiAffinity:${marked}\n          requiredDuringSchedulingIgnoredDuringExecution:\n            - {topologyKey: kubernetes.io/hostname${selects}}\n`,
    selector,
  );

describe('topology-spread, where something is written', () => {
  it('asks whether a constraint selects the pods themselves', () => {
    assertMarked(constraint(', labelSelector: {matchLabels: {app: web}}'), options);
    assertMarked(
      constraint(', labelSelector: {matchLabels: {tier: front}}, matchLabelKeys: [pod-template-hash]'),
      options,
    );
    assertMarked(
      constraint(', labelSelector: {matchExpressions: [{key: app, operator: In, values: [web, api]}]}'),
      options,
    );
    assertMarked(constraint(', labelSelector: {}'), options);
    assertMarked(constraint(', labelSelector: {matchLabels: {app: "{{ .Values.name }}"}}'), options);
    assertMarked(constraint(', labelSelector: {matchLabels: {app.example.com/part: web}}'), options);
    assertMarked(constraint('', mark), options);
    assertMarked(constraint(', labelSelector: {matchLabels: {app: other}}', mark), options);
    assertMarked(
      constraint(', labelSelector: {matchExpressions: [{key: app, operator: DoesNotExist}]}', mark),
      options,
    );
  });

  it('asks whether a term of anti-affinity reaches the pods themselves', () => {
    const own = ', labelSelector: {matchLabels: {app: web}}';
    assertMarked(term(own), options);
    assertMarked(term(`${own}, namespaces: [other, shop]`), options);
    assertMarked(term(`${own}, namespaceSelector: {}`), options);
    assertMarked(term(`${own}, namespaceSelector: {matchLabels: {team: a}}`), options);
    assertMarked(term('', mark), options);
    assertMarked(term(', labelSelector: {matchLabels: {app: wbe}}', mark), options);
    assertMarked(term(`${own}, namespaces: [other]`, mark), options);
    const preferred = `      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 1
              podAffinityTerm: {topologyKey: kubernetes.io/hostname${own}}
`;
    assertMarked(deployment(preferred, selector), options);
  });

  it('is silent where a template writes constraints, and where a kustomization adds the labels', () => {
    assertMarked(
      deployment('      topologySpreadConstraints: {{- toYaml .Values.spread | nindent 8 }}\n', selector),
      options,
    );
    const base =
      '      topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}]\n';
    assertMarked(deployment(base, '', '{}'), options);
  });

  it('mends the selector, or adds a constraint', () => {
    const mended = fixed(constraint(', labelSelector: {matchLabels: {app: other}}'), '', options);
    assertMarked(mended, options);
    const added = fixed(term(', labelSelector: {matchLabels: {app: other}}'), '', options);
    assertMarked(added, options);
  });
});
