import assert from 'node:assert/strict';
import type { ChartToJudge } from '../../../../server/rendering/judging/judgeChart';
import { packed } from '../charts/tarOf';
import { chartOf, deployment, fixed } from './fixing';

const template = 'templates/deployment.yaml';
const privileged = `          image: nginx:1.27
          securityContext:
            privileged: {{ .Values.web.privileged }}
`;
const asTable = `          image: nginx:1.27
          securityContext:
            {{- toYaml .Values.web.security | nindent 12 }}
`;

describe('A fix of a finding in a chart', () => {
  it('edits the value that says it, with its comment and its neighbours', () => {
    const values = 'web:\n  # For the disk\n  privileged: true # for now\n  pull: "Always"\n';
    const result = fixed(
      chartOf({ 'values.yaml': values, [template]: deployment(privileged) }),
      'privileged-container',
    );
    assert.deepEqual(result?.texts, { 'values.yaml': values.replace('true', 'false') });
  });

  it('leaves a value alone that says another field too', () => {
    const lines = `${privileged}            allowPrivilegeEscalation: {{ .Values.web.privileged }}\n`;
    const chart = chartOf({ 'values.yaml': 'web: {privileged: true}\n', [template]: deployment(lines) });
    assert.equal(fixed(chart, 'privileged-container'), undefined);
  });

  it('edits the fallback in an action where no values file says anything', () => {
    const lines = privileged.replace('.Values.web.privileged', 'default true .Values.privileged');
    const chart = chartOf({ 'values.yaml': '{}\n', [template]: deployment(lines) });
    const result = fixed(chart, 'privileged-container');
    assert.deepEqual(result?.texts, { [template]: deployment(lines.replace('default true', 'default false')) });
  });

  it('edits what a template says itself, line ends as they are', () => {
    const lines = privileged.replace('{{ .Values.web.privileged }}', 'true # for now');
    const text = deployment(lines).replaceAll('\n', '\r\n');
    const result = fixed(chartOf({ [template]: text }), 'privileged-container');
    assert.deepEqual(result?.texts, { [template]: text.replace('privileged: true', 'privileged: false') });
  });

  it('adds what is missing to the table of a values file that the template writes', () => {
    const values = 'web:\n  security:\n    # Root owns it\n    runAsUser: 20000\n  port: 80\n';
    const result = fixed(chartOf({ 'values.yaml': values, [template]: deployment(asTable) }), 'privilege-escalation');
    assert.deepEqual(result?.texts, {
      'values.yaml': values.replace('    # Root', '    allowPrivilegeEscalation: false\n    # Root'),
    });
  });

  it('adds it to an empty table, line ends as they are', () => {
    const values = 'web:\r\n  security: {} # nothing yet\r\n  port: 80\r\n';
    const result = fixed(chartOf({ 'values.yaml': values, [template]: deployment(asTable) }), 'privilege-escalation');
    assert.deepEqual(result?.texts, {
      'values.yaml': 'web:\r\n  security: # nothing yet\r\n    allowPrivilegeEscalation: false\r\n  port: 80\r\n',
    });
  });

  it('fills the empty value that keeps a table out', () => {
    const lines = `          image: nginx:1.27
          {{- with .Values.containerSecurityContext }}
          securityContext:
            {{- toYaml . | nindent 12 }}
          {{- end }}
`;
    const chart = chartOf({ 'values.yaml': 'containerSecurityContext: {}\n', [template]: deployment(lines) });
    const result = fixed(chart, 'privilege-escalation');
    assert.deepEqual(result?.texts, {
      'values.yaml': 'containerSecurityContext:\n  allowPrivilegeEscalation: false\n',
    });
  });

  it('takes away the value without which a template writes nothing', () => {
    const lines = `          image: nginx:1.27
          ports:
            - containerPort: 80
              {{- if .Values.web.hostPort }}
              hostPort: {{ .Values.web.hostPort }}
              {{- end }}
`;
    const values = 'web:\n  # of the node\n  hostPort: 80\n  replicas: 1\n';
    const result = fixed(chartOf({ 'values.yaml': values, [template]: deployment(lines) }), 'host-port');
    assert.deepEqual(result?.texts, { 'values.yaml': 'web:\n  replicas: 1\n' });
  });

  it('leaves a key alone that would stay without a value', () => {
    const lines = `          image: nginx:1.27
          ports:
            - containerPort: 80
              hostPort: {{ .Values.web.hostPort }}
`;
    const values = 'web:\n  hostPort: 80\n  replicas: 1\n';
    assert.equal(fixed(chartOf({ 'values.yaml': values, [template]: deployment(lines) }), 'host-port'), undefined);
  });

  it('turns off the value of what it would take away', () => {
    const text = deployment('          image: nginx:1.27\n', '      hostNetwork: {{ .Values.hostNetwork }}\n');
    const result = fixed(chartOf({ 'values.yaml': 'hostNetwork: true\n', [template]: text }), 'host-network');
    assert.deepEqual(result?.texts, { 'values.yaml': 'hostNetwork: false\n' });
  });

  it('adds to the template what nothing fills in', () => {
    const chart = chartOf({ [template]: deployment('          image: nginx:1.27\n') });
    const result = fixed(chart, 'privilege-escalation');
    assert.deepEqual(result?.texts, {
      [template]: deployment(
        '          image: nginx:1.27\n          securityContext:\n            allowPrivilegeEscalation: false\n',
      ),
    });
  });

  it('adds it to a template that others include, by the columns of its own', () => {
    const helper = '{{- define "web.container" -}}\nname: web\nimage: nginx:1.27\n{{- end }}\n';
    const text = deployment('').replace(
      '        - name: web\n',
      '        - {{- include "web.container" . | nindent 10 }}\n',
    );
    const result = fixed(chartOf({ 'templates/_helpers.tpl': helper, [template]: text }), 'privilege-escalation');
    assert.deepEqual(result?.texts, {
      'templates/_helpers.tpl': helper.replace('1.27\n', '1.27\nsecurityContext:\n  allowPrivilegeEscalation: false\n'),
    });
  });

  it('adds it outside of a branch that other values leave out', () => {
    const lines = `          {{- if .Values.tag }}
          image: nginx:{{ .Values.tag }}
          {{- else }}
          image: nginx:1.27
          {{- end }}
          resources: {}
`;
    const chart = chartOf({ 'values.yaml': 'tag: "1.28"\n', [template]: deployment(lines) });
    const result = fixed(chart, 'privilege-escalation');
    const text = result?.texts[template] ?? '';
    assert.match(text, /allowPrivilegeEscalation: false/);
    assert.doesNotMatch(text.slice(text.indexOf('{{- if'), text.indexOf('{{- end')), /allowPrivilegeEscalation/);
  });

  it('mends all that a loop writes at one place', () => {
    const values = 'names: [a, b]\n';
    const text = `{{- range .Values.names }}\n---\n${deployment('          image: nginx:1.27\n').replace('{{ .Release.Name }}-web', '{{ . }}')}{{- end }}\n`;
    const result = fixed(chartOf({ 'values.yaml': values, [template]: text }), 'privilege-escalation');
    assert.equal(
      result?.texts[template],
      text.replace('1.27\n', '1.27\n          securityContext:\n            allowPrivilegeEscalation: false\n'),
    );
  });

  it('says with which values alone it is made', () => {
    const production = { 'env/prod.yaml': 'web:\n  privileged: true\n' };
    const chart = chartOf(
      { 'values.yaml': 'web:\n  privileged: false\n', [template]: deployment(privileged) },
      { production },
    );
    const result = fixed(chart, 'privileged-container');
    assert.deepEqual(result?.texts, { 'env/prod.yaml': 'web:\n  privileged: false\n' });
    assert.match(result?.fix.title ?? '', /, only with production$/);
  });

  it('leaves a value alone that another object tells', () => {
    const told =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: told\ndata:\n  privileged: "{{ .Values.web.privileged }}"\n';
    const chart = chartOf({
      'values.yaml': 'web: {privileged: true}\n',
      [template]: deployment(privileged),
      'templates/told.yaml': told,
    });
    assert.equal(fixed(chart, 'privileged-container'), undefined);
  });

  it('can’t be had where another values set would not be rendered any more', () => {
    const guarded = `{{- if not .Values.web.security.privileged }}{{ fail "needs its disk" }}{{ end -}}\n${deployment(asTable)}`;
    const chart = chartOf({ 'values.yaml': 'web: {security: {privileged: true}}\n', [template]: guarded });
    assert.equal(fixed(chart, 'privileged-container'), undefined);
  });
});

describe('A fix of a finding in a packed chart', () => {
  const archive = packed([
    { name: 'inner/Chart.yaml', data: 'apiVersion: v2\nname: inner\nversion: 1.2.3\n' },
    { name: 'inner/values.yaml', data: 'web:\n  privileged: true\n' },
    { name: 'inner/templates/deployment.yaml', data: deployment(privileged) },
  ]);
  const description = (alias: string) =>
    `apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies:\n  - name: inner\n    version: 1.2.3\n    repository: https://charts.example.com\n${alias}`;
  const chartAround = (alias: string, values: string): ChartToJudge => {
    const chart = chartOf({ 'Chart.yaml': description(alias), 'values.yaml': values });
    return { ...chart, files: [...chart.files, { path: 'charts/inner-1.2.3.tgz', bytes: archive }] };
  };

  it('says it in the values of the chart around it', () => {
    const result = fixed(chartAround('', '# none yet\nother: 1\n'), 'privileged-container');
    assert.deepEqual(result?.texts, {
      'values.yaml': '# none yet\nother: 1\ninner:\n  web:\n    privileged: false\n',
    });
  });

  it('says it below the other name that the chart around it has for it', () => {
    const result = fixed(chartAround('    alias: front\n', 'front:\n  web: {}\n'), 'privileged-container');
    assert.deepEqual(result?.texts, { 'values.yaml': 'front:\n  web:\n    privileged: false\n' });
  });

  it('can’t be had where the chart around it has no values', () => {
    const chart = chartAround('', '');
    const files = chart.files.filter(({ path }) => path !== 'values.yaml');
    assert.equal(fixed({ ...chart, files }, 'privileged-container'), undefined);
  });
});
