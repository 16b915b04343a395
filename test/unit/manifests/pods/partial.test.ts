import assert from 'node:assert/strict';
import { builtInWorkloadKinds } from '../../../../server/manifests/kinds/workloadKinds';
import { objectsOf } from '../../../../server/manifests/objects/objects';
import { isPartialPod } from '../../../../server/manifests/pods/partial';
import { podSpecsOf } from '../../../../server/manifests/pods/podSpec';
import { parseTree } from '../../../../server/yaml/read/tree';
import { maskedText } from '../../../../server/yaml/templates/templates';

function isPartial(text: string): boolean {
  const parsed = parseTree(maskedText(text), 0, text);
  const [object] = parsed.outcome === 'parsed' ? objectsOf(parsed.tree, builtInWorkloadKinds) : [];
  const [pod] = object ? podSpecsOf(object, builtInWorkloadKinds) : [];
  assert.ok(pod, `no pod in\n${text}`);
  return isPartialPod(pod);
}

const deployment = (spec: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n${spec}`;

describe('a pod of which only a part is written', () => {
  it('is one without containers, or with a container without a name or an image', () => {
    assert.equal(isPartial(deployment('  selector: {}\n  template: {spec: {nodeSelector: {a: b}}}\n')), true);
    assert.equal(isPartial(deployment('  selector: {}\n  template: {spec: {containers: [{name: a}]}}\n')), true);
    assert.equal(isPartial(deployment('  selector: {}\n  template: {spec: {containers: [{image: a}]}}\n')), true);
    assert.equal(
      isPartial(deployment('  selector: {}\n  template: {spec: {containers: [{name: a, image: b}]}}\n')),
      false,
    );
  });

  it('is none for the lack of a selector, which a kustomization’s labels may bring', () => {
    assert.equal(isPartial(deployment('  template: {spec: {containers: [{name: a, image: b}]}}\n')), false);
    assert.equal(isPartial('apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a, image: b}]}\n'), false);
  });

  it('is none where a template fills in the rest', () => {
    const image = '  selector: {}\n  template: {spec: {containers: [{name: a, image: "{{ .Values.image }}"}]}}\n';
    assert.equal(isPartial(deployment(image)), false);
    const all =
      '  selector: {}\n  template:\n    spec:\n      containers:\n        {{- toYaml .Values.all | nindent 8 }}\n';
    assert.equal(isPartial(deployment(all)), false);
  });
});
