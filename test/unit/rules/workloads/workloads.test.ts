import assert from 'node:assert/strict';
import { cronJobDeadline } from '../../../../server/rules/workloads/cronJobDeadline';
import { duplicateEnv } from '../../../../server/rules/workloads/duplicateEnv';
import { jobTtl } from '../../../../server/rules/workloads/jobTtl';
import { restartPolicyInvalid } from '../../../../server/rules/workloads/restartPolicyInvalid';
import { statefulSetService } from '../../../../server/rules/workloads/statefulSetService';
import { assertMarked, fixed } from '../markedManifest';

describe('restart-policy-invalid', () => {
  const rules = [restartPolicyInvalid];
  const workload = (apiVersion: string, kind: string, policy: string) => `apiVersion: ${apiVersion}
kind: ${kind}
spec:
  selector: {}
  template:
    spec:
      containers: [{name: a, image: a:1}]
${policy}`;
  const mark = ' # ← restart-policy-invalid';

  it('judges each kind by what the API server takes', () => {
    assertMarked(workload('apps/v1', 'Deployment', ''), { rules });
    assertMarked(workload('apps/v1', 'Deployment', '      restartPolicy: Always\n'), { rules });
    assertMarked(workload('apps/v1', 'Deployment', `      restartPolicy: Never${mark}\n`), { rules });
    assertMarked(workload('apps/v1', 'DaemonSet', `      restartPolicy: OnFailure${mark}\n`), { rules });
    assertMarked(workload('batch/v1', 'Job', '      restartPolicy: OnFailure\n'), { rules });
    assertMarked(workload('batch/v1', 'Job', `      restartPolicy: Always${mark}\n`), { rules });
    assertMarked(workload('batch/v1', 'Job', '      restartPolicy: {{ .Values.policy }}\n'), { rules });
    assertMarked(workload('batch/v1', 'Job', '').replace('    spec:\n', `    spec:${mark}\n`), { rules });
    assertMarked(workload('batch/v1', 'Job', '').replace(', image: a:1', ''), { rules });
    assertMarked(workload('serving.knative.dev/v1', 'Service', '      restartPolicy: Never\n'), { rules });
    assertMarked(`apiVersion: v1\nkind: Pod\nspec:\n  restartPolicy: always${mark}\n  containers: []\n`, { rules });
  });
});

describe('stateful-set-service', () => {
  const rules = [statefulSetService];
  const mark = ' # ← stateful-set-service';
  const set = (serviceName: string) => `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
${serviceName}  selector: {matchLabels: {app: db}}
  template:
    metadata:
      labels: {app: db}
    spec:
      containers: [{name: a, image: a:1}]
---
`;
  const service = (spec: string, metadata = 'name: db') => `apiVersion: v1
kind: Service
metadata: {${metadata}}
spec: {${spec}}
`;

  it('wants the Service that it names to be headless and to select its pods', () => {
    const named = set('  serviceName: db\n');
    const faulty = set(`  serviceName: db${mark}\n`);
    assertMarked(named + service('clusterIP: None, selector: {app: db}'), { rules });
    assertMarked(faulty + service('selector: {app: db}'), { rules });
    assertMarked(faulty + service('clusterIP: None, selector: {app: web}'), { rules });
    assertMarked(named + service('clusterIP: "{{ .a }}", selector: {app: db}'), { rules });
    assertMarked(named + service('clusterIP: None'), { rules });
    assertMarked(named + service('selector: {app: db}', 'name: db, namespace: other'), { rules });
    assertMarked(named + service('selector: {app: db}', 'name: "{{ .name }}"'), { rules });
    assertMarked(named, { rules });
  });

  it('wants a Service at all', () => {
    assertMarked(set('').replace('spec:\n', `spec:${mark}\n`), { rules });
  });
});

describe('duplicate-env', () => {
  const rules = [duplicateEnv];
  const pod = (env: string) => `apiVersion: v1
kind: Pod
spec:
  containers:
    - name: web
      env:
${env}`;

  it('reports the ones that do not count', () => {
    assertMarked(
      pod(`        - name: A # ← duplicate-env
          value: "1"
        - name: A # ← duplicate-env
          value: "2"
        - name: B
        - name: A
          value: "3"
        - name: {{ .Values.name }}
        - name: {{ .Values.name }}
`),
      { rules },
    );
  });

  it('lets variables be of which a template writes one', () => {
    assertMarked(
      pod(`        {{- if .Values.a }}
        - name: A
          value: "1"
        {{- end }}
        {{- if not .Values.a }}
        - name: A
          value: "2"
        {{- end }}
`),
      { rules },
    );
  });

  it('is mended by removing the one that does not count', () => {
    const text = pod('        - name: A\n          value: "1"\n        - name: A\n          value: "2"\n');
    assert.equal(fixed(text, '', { rules }), pod('        - name: A\n          value: "2"\n'));
  });
});

describe('job-ttl and cron-job-deadline', () => {
  const job = (spec: string, metadata = '{name: a}') => `apiVersion: batch/v1
kind: Job
metadata: ${metadata}
spec:${spec}
  template: {spec: {containers: [{name: a, image: a:1}]}}
`;
  const cronJob = (spec: string) => `apiVersion: batch/v1
kind: CronJob
metadata: {name: a}
spec:${spec}
  jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: a:1}]}}}}
`;

  it('ask Jobs of their own to be cleaned up, and CronJobs for a deadline that can be kept', () => {
    const rules = [jobTtl, cronJobDeadline];
    assertMarked(job(' # ← job-ttl'), { rules });
    assertMarked(job(' # ← job-ttl'.replace(' # ← job-ttl', '')), { rules, version: 20 });
    assertMarked(job('\n  ttlSecondsAfterFinished: 0'), { rules });
    assertMarked(job('', '{name: a, annotations: {helm.sh/hook: pre-install}}'), { rules });
    assertMarked(cronJob(' # ← cron-job-deadline'), { rules });
    assertMarked(cronJob('\n  startingDeadlineSeconds: 5 # ← cron-job-deadline'), { rules });
    assertMarked(cronJob('\n  startingDeadlineSeconds: 100'), { rules });
  });
});
