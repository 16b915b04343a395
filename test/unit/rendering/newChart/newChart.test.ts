import assert from 'node:assert/strict';
import { newChart } from '../../../../server/rendering/newChart/newChart';
import { rendered } from '../charts/rendering';

/** The files of a chart made from some manifests, by their paths. */
function made(...texts: readonly string[]): Record<string, string> {
  const chart = newChart(
    'shop',
    texts.map((text, index) => ({ name: `${index}.yaml`, text })),
  );
  if (chart.state === 'refused') assert.fail(chart.reason);
  return Object.fromEntries(chart.files.map(({ path, text }) => [path, text]));
}

function reasonFor(text: string, name = 'shop'): string {
  const chart = newChart(name, [{ name: 'a.yaml', text }]);
  return chart.state === 'refused' ? chart.reason : 'made';
}

const deployment = `# The shop.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: my-web
  namespace: shop
spec:
  replicas: 3 # for now
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      initContainers:
        - {name: setup, image: busybox:1, resources: {limits: {cpu: 1}}}
      containers:
        - name: nginx
          image: "nginx:1.27"
          resources: # measured
            # in June
            limits:
              cpu: 500m # half
              memory: 64Mi
          ports:
            - containerPort: 80
# The end.
`;

describe('a new chart', () => {
  it('has values for replicas, images, resources and the namespace of a workload, and keeps what else is written', () => {
    const files = made(deployment);
    assert.deepEqual(Object.keys(files), ['Chart.yaml', 'values.yaml', 'templates/my-web-deployment.yaml']);
    assert.equal(
      files['Chart.yaml'],
      'apiVersion: v2\nname: shop\ndescription: What the manifests of shop were, with values\ntype: application\nversion: 0.1.0\n',
    );
    assert.equal(
      files['values.yaml'],
      `# The values of the chart shop, as the manifests had them.

# The namespace that objects are in.
namespace: "shop"

# Deployment my-web
myWeb:
  replicas: 3
  setup:
    image: "busybox:1"
    resources: {limits: {cpu: 1}}
  nginx:
    image: "nginx:1.27"
    resources:
      limits:
        cpu: 500m # half
        memory: 64Mi
`,
    );
    assert.equal(
      files['templates/my-web-deployment.yaml'],
      `# The shop.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: my-web
  namespace: {{ .Values.namespace | quote }}
spec:
  replicas: {{ .Values.myWeb.replicas | int }} # for now
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      initContainers:
        - {name: setup, image: {{ .Values.myWeb.setup.image | quote }}, resources: {{ toJson .Values.myWeb.setup.resources }}}
      containers:
        - name: nginx
          image: {{ .Values.myWeb.nginx.image | quote }}
          resources: # measured
            # in June
            {{- toYaml .Values.myWeb.nginx.resources | nindent 12 }}
          ports:
            - containerPort: 80
# The end.
`,
    );
  });

  it('renders what its values say', () => {
    const text = rendered(made(deployment), {
      set: ['myWeb.replicas=5', 'myWeb.nginx.resources=null', 'namespace=live'],
    });
    assert.match(text, /namespace: "live".*replicas: 5 # for now/s);
  });

  it('has a template for each object, of several documents and Lists too', () => {
    const list = `apiVersion: v1
kind: List
items:
  # The first.
  - apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec:
      ports:
        - port: 80
  - {apiVersion: v1, kind: ConfigMap, metadata: {name: web}}
`;
    const files = made(`${deployment}---\n# Alone.\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\n`, list);
    assert.deepEqual(Object.keys(files).slice(2), [
      'templates/my-web-deployment.yaml',
      'templates/a-pod.yaml',
      'templates/web-service.yaml',
      'templates/web-configmap.yaml',
    ]);
    assert.equal(files['templates/a-pod.yaml'], '# Alone.\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\n');
    assert.equal(
      files['templates/web-service.yaml'],
      '# The first.\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  ports:\n    - port: 80\n',
    );
  });

  it('keeps double braces as text', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "{{ .Values.b }}"\n  b: |\n    {{- if x }}{{{y}}}\n';
    const files = made(`# {{ why }}\n${text}`);
    assert.match(files['templates/a-configmap.yaml'] ?? '', /^# \{\{ "\{\{" \}\} why \}\}\n/);
    assert.ok(rendered(files).endsWith(text));
  });

  it('has definitions of custom resources as they are', () => {
    const text = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: shops.example.com}
spec: {group: example.com, description: "{{ x }}"}
`;
    assert.equal(made(text)['crds/shops.example.com.yaml'], text);
  });

  it('is made from JSON too', () => {
    const object = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a', namespace: 'web' },
      spec: { containers: [{ name: 'b', image: 'c:1', resources: { limits: { cpu: '1' } } }] },
    };
    const files = made(JSON.stringify(object, null, '\t'));
    assert.match(files['templates/a-pod.yaml'] ?? '', /"image": \{\{ \.Values\.a\.b\.image \| quote \}\}/);
    assert.match(rendered(files), /"resources": \{"limits":\{"cpu":"1"\}\}/);
  });

  it('calls values by names that templates can say, each once', () => {
    const pod = (name: string, container = 'a') =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: ${container}, image: "a:1"}]}\n`;
    const job = `apiVersion: batch/v1\nkind: Job\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{name: a, image: "a:1"}]}}}\n`;
    const names = ['web', '"y"', '"1"', 'global', '"true"', 'a.b-c'].map((name) => pod(name));
    const { 'values.yaml': values = '' } = made([...names, job, pod('c', 'replicas')].join('---\n'), pod('web'));
    assert.deepEqual(values.match(/^["\w]+(?=:)/gm), [
      'web',
      '"y"',
      'app1',
      'globalPod',
      '"true"',
      'aBC',
      'webJob',
      'c',
      'webPod',
    ]);
    assert.match(values, /^c:\n {2}replicasContainer:\n/m);
  });

  it('has a value for each namespace where there are several, for accounts too', () => {
    const text = `apiVersion: v1
kind: Namespace
metadata: {name: web-1}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: a, namespace: db}
subjects: [{kind: ServiceAccount, name: a, namespace: web-1}, {kind: ServiceAccount, name: b, namespace: other}]
---
apiVersion: v1
kind: Service
metadata: {name: a, namespace: web-1}
`;
    const files = made(text);
    assert.match(files['values.yaml'] ?? '', /\nnamespaces:\n {2}db: "db"\n {2}web1: "web-1"\n$/);
    assert.match(files['templates/web-1-namespace.yaml'] ?? '', /name: \{\{ \.Values\.namespaces\.web1 \| quote \}\}/);
    assert.match(files['templates/a-rolebinding.yaml'] ?? '', /\.web1 \| quote \}\}\}, .*namespace: other/);
  });

  it('leaves what is written once for several places, and what values would change', () => {
    const text = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - {name: a, image: &image "a:1", resources: &small {limits: {cpu: 1}}}
    - {name: b, image: *image, resources: *small}
    - name: c
      image: >-
        c:1
      resources: {limits: {memory: 1073741824}}
`;
    const files = made(text);
    assert.doesNotMatch(files['values.yaml'] ?? '', /small|image|memory/);
    assert.equal(files['templates/a-pod.yaml'], text);
  });

  it('says in JSON what a List says by anchors', () => {
    const list = `apiVersion: v1
kind: List
items:
  - {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: &data {a: "1", b: null, c: "{{ x }}"}}
  - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}, data: *data}
`;
    const text = made(list)['templates/b-configmap.yaml'] ?? '';
    assert.match(text, /"data": \{\n {4}"a": "1",\n {4}"b": null,/);
  });

  it('keeps Windows line ends, indented roots and texts that end in blank lines as they are meant', () => {
    const texts = [
      deployment.replaceAll('\n', '\r\n'),
      '  apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: a\n  data:\n    a: |\n      one\n\n        two\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\ndata:\n  a: |+\n    one\n\n\n---\n',
      '%YAML 1.1\n---\n# why\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n...\n',
    ];
    const files = made(...texts);
    assert.equal(Object.keys(files).length, 6);
    for (const [path, text] of Object.entries(files)) assert.doesNotMatch(text, /^\{|\r/, path);
  });

  it('is not made of what is no manifest', () => {
    assert.equal(reasonFor('a: 1'), 'There is no Kubernetes object in these files.');
    assert.match(reasonFor('kind: Pod\napiVersion: ['), /^a\.yaml is not valid YAML in line 2: .*\. Mend it first\.$/);
    assert.match(
      reasonFor('apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ name }}\n'),
      /^a\.yaml is a template: \{\{ name \}\} in line 4 is filled in first\.$/,
    );
    assert.match(reasonFor(deployment, 'my shop'), /^The name "my shop" holds something else than letters/);
    const chart = newChart('shop', [
      { name: 'kustomization.yaml', text: 'resources: [a.yaml]' },
      { name: 'a.yaml', text: deployment },
    ]);
    assert.deepEqual(chart.state === 'made' && [chart.objects, chart.empty], [1, ['kustomization.yaml']]);
  });
});
