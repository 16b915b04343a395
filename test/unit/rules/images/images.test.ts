import assert from 'node:assert/strict';
import { readKustomization } from '../../../../server/documents/kustomization/read/kustomization';
import { imageDigest } from '../../../../server/rules/images/imageDigest';
import { imagePullPolicy } from '../../../../server/rules/images/imagePullPolicy';
import { imageRegistry } from '../../../../server/rules/images/imageRegistry';
import { imageRegistryDead } from '../../../../server/rules/images/imageRegistryDead';
import { imageTag } from '../../../../server/rules/images/imageTag';
import { generatedObjects } from '../../../../server/workspace/objects/generatedObjects';
import { indexed, indexOf, messagesIn } from '../../workspace/objects/indexing';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const digest = `sha256:${'a'.repeat(64)}`;

function podWith(...containers: readonly string[]): string {
  const written = containers.map((lines) => `    - name: web\n      ${lines}\n`).join('');
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n${written}`;
}

describe('image-tag', () => {
  it('reports images without a tag or with latest, whatever their registry', () => {
    assertMarked(
      podWith(
        'image: nginx # ← image-tag',
        'image: nginx:latest # ← image-tag',
        'image: registry.example.com:5000/web # ← image-tag',
        'image: registry.example.com:5000/web:1.2',
        `image: nginx@${digest}`,
        `image: nginx:latest@${digest}`,
        'image: "{{ .Values.image }}"',
        'image: "{{ .Values.repository }}:{{ .Values.tag }}"',
        'image: "{{ .Values.repository }}:latest" # ← image-tag',
        'image: "{{ .Values.registry }}/web" # ← image-tag',
        'image: registry.example.com/web:${TAG}',
        'image: <your image>',
      ),
      { rules: [imageTag] },
    );
  });

  it('reports images that are mounted, and of init and ephemeral containers', () => {
    assertMarked(
      `apiVersion: batch/v1
kind: CronJob
spec:
  jobTemplate:
    spec:
      template:
        spec:
          initContainers:
            - image: setup # ← image-tag
          containers:
            - name: a
          ephemeralContainers:
            - image: debugger # ← image-tag
          volumes:
            - name: model
              image:
                reference: registry.example.com/model # ← image-tag
`,
      { rules: [imageTag] },
    );
  });

  it('keeps the name when it writes a tag, and leaves templates alone', () => {
    assert.equal(
      fixed(podWith('image: reg:5000/web:latest'), '', { rules: [imageTag] }),
      podWith('image: reg:5000/web:VERSION'),
    );
    const [templated] = findingsIn(podWith('image: "{{ .Values.registry }}/web"'), { rules: [imageTag] });
    assert.deepEqual(templated?.finding.fixes, []);
  });
});

describe('image-digest', () => {
  it('reports images with nothing but a tag', () => {
    assertMarked(
      podWith(
        'image: web:1 # ← image-digest',
        `image: web:1@${digest}`,
        'image: web:{{ .tag }}',
        'image: web@{{ .digest }}',
      ),
      { rules: [imageDigest] },
    );
  });
});

describe('image-pull-policy', () => {
  it('judges what the API server fills in', () => {
    assertMarked(
      podWith(
        'image: web # the policy is Always',
        'image: web:latest',
        'image: web:1 # ← image-pull-policy',
        'image: web:{{ .tag }}',
        `image: web@${digest}`,
        'image: web:1\n      imagePullPolicy: Always',
        'image: web:1\n      imagePullPolicy: IfNotPresent # ← image-pull-policy',
        'image: web:latest\n      imagePullPolicy: Never # ← image-pull-policy',
        'image: web:1\n      imagePullPolicy: {{ .policy }}',
        `image: web@${digest}\n      imagePullPolicy: IfNotPresent`,
      ),
      { rules: [imagePullPolicy] },
    );
  });
});

describe('image-registry', () => {
  const allowedRegistries = ['registry.example.com', 'docker.io/library', '*.corp.example', 'ghcr.io/team/*'];

  it('reports images from elsewhere than the configuration allows', () => {
    assertMarked(
      podWith(
        'image: nginx:1',
        'image: grafana/grafana:1 # ← image-registry',
        'image: registry.example.com/a/b:1',
        'image: registry.example.com.evil.example/a:1 # ← image-registry',
        'image: images.corp.example/a:1',
        'image: corp.example/a:1 # ← image-registry',
        'image: ghcr.io/team/web:1',
        'image: ghcr.io/teamwork/web:1 # ← image-registry',
        'image: ghcr.io/{{ .team }}/web:1',
        'image: "{{ .Values.image }}"',
        'image: quay.io/{{ .path }}:{{ .tag }} # ← image-registry',
      ),
      { rules: [imageRegistry], allowedRegistries },
    );
  });

  it('says nothing where nobody restricts registries', () => {
    assertMarked(podWith('image: nginx:1'), { rules: [imageRegistry] });
  });
});

describe('image-registry-dead', () => {
  it('reports registries that have closed, and those that will', () => {
    const pod = podWith(
      'image: k8s.gcr.io/pause:3.9 # ← image-registry-dead',
      'image: k8s.gcr.io/{{ .Values.image }} # ← image-registry-dead',
      'image: gcr.io/google_containers/pause:3.1 # ← image-registry-dead',
      'image: registry.centos.org/centos:7 # ← image-registry-dead',
      'image: gcr.io/distroless/static:nonroot',
      'image: gcr.io/kubebuilder/kube-rbac-proxy:v0.8.0 # ← image-registry-dead',
      'image: bitnami/postgresql:16.1.0 # ← image-registry-dead',
      'image: docker.io/bitnami/postgresql:latest',
      'image: bitnami/sealed-secrets-controller:0.30.0',
      'image: bitnamilegacy/postgresql:16.1.0',
      'image: registry.istio.io/release/pilot:1.28.0 # ← image-registry-dead',
      'image: registry.k8s.io/pause:3.9',
    );
    assertMarked(pod, { rules: [imageRegistryDead] });
    const severities = findingsIn(pod, { rules: [imageRegistryDead] }).map(({ finding }) => finding.severity);
    assert.deepEqual(severities.slice(-2), ['warning', 'information']);
  });

  it('names the image at its new place, with its tag', () => {
    const mended = (image: string) => fixed(podWith(`image: ${image}`), '', { rules: [imageRegistryDead] });
    assert.equal(mended('k8s.gcr.io/a/b:1'), podWith('image: registry.k8s.io/a/b:1'));
    assert.equal(mended('bitnami/redis:7.2'), podWith('image: docker.io/bitnamilegacy/redis:7.2'));
  });
});

describe('image-tag and image-digest beside kustomizations', () => {
  const web = podWith('image: registry.example.com/web');
  const overlay = (images: string) => `resources:\n  - ../base\nimages:\n${images}`;

  /** The rules that report the image of a base beside an overlay. */
  function reported(images: string, pod = web): string[] {
    const index = indexOf({ '/w/base/web.yaml': pod });
    const text = overlay(images);
    const objects = generatedObjects(readKustomization(text), text);
    index.set(indexed('/w/prod/kustomization.yaml', text, { objects }));
    const messages = messagesIn(index, '/w/base/web.yaml', pod, ['image-tag', 'image-digest']);
    return messages.map((message) => message.slice(0, message.indexOf(':')));
  }

  it('leave it to the kustomization to say which version an image has', () => {
    const change = (more: string) => `  - name: registry.example.com/web\n${more}`;
    assert.deepEqual(reported(change('    newTag: "1.2"\n')), ['image-digest']);
    assert.deepEqual(reported(change(`    digest: ${digest}\n`)), []);
    assert.deepEqual(reported(change('    newTag: ${TAG}\n')), ['image-digest']);
    assert.deepEqual(reported(change('    newTag: "1.2"\n'), podWith('image: registry.example.com/web:latest')), [
      'image-digest',
    ]);
  });

  it('still report images that it says nothing of', () => {
    const both = ['image-tag', 'image-digest'];
    assert.deepEqual(reported('  - name: registry.example.com/other\n    newTag: "1.2"\n'), both);
    assert.deepEqual(reported('  - name: web\n    newTag: "1.2"\n'), both);
    assert.deepEqual(reported('  - name: registry.example.com/web\n    newName: mirror.example.com/web\n'), both);
    assert.deepEqual(reported('  - name: registry.example.com/web\n'), both);
  });

  it('follow a name that is changed on the way, and take regular expressions for what they may mean', () => {
    const renamed = '  - name: registry.example.com/web\n    newName: web\n  - name: web\n    newTag: "1.2"\n';
    assert.deepEqual(reported(renamed), ['image-digest']);
    assert.deepEqual(reported('  - name: (.*)/web\n    newTag: "1.2"\n'), ['image-digest']);
  });

  it('know transformers, and the Kustomizations of Flux', () => {
    const transformer = `apiVersion: builtin
kind: ImageTagTransformer
metadata:
  name: web
imageTag:
  name: registry.example.com/web
  newTag: "1.2"
`;
    const flux = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: web
  namespace: flux-system
spec:
  images:
    - name: registry.example.com/web
      newTag: "1.2"
`;
    for (const text of [transformer, flux]) {
      const index = indexOf({ '/w/base/web.yaml': web, '/w/prod/images.yaml': text });
      assert.deepEqual(messagesIn(index, '/w/base/web.yaml', web, ['image-tag']), []);
    }
  });
});
