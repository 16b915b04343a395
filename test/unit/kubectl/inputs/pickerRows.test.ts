import assert from 'node:assert/strict';
import { inputs } from '../../../../client/kubectl/inputs/inputs';
import { typedRow } from '../../../../client/kubectl/inputs/pickerRows';

describe('what is typed into a picker', () => {
  it('can be taken as it is, below what there is', () => {
    const row = typedRow(' web ', inputs.pod, [{ value: 'web-1' }]);
    assert.equal(row?.value, 'web');
    // VS Code puts rows first whose labels fit what was typed.
    assert.doesNotMatch(row?.label.replace(/\$\([a-z]+\)/g, '') ?? '', /\S/);
    assert.match(row?.description ?? '', /^web · as typed$/);
  });

  it('is no row of its own where it is there, or nothing is typed', () => {
    assert.equal(typedRow('web', inputs.pod, [{ value: 'web' }]), undefined);
    assert.equal(typedRow('  ', inputs.pod, []), undefined);
  });

  it('can not be taken where it has not the shape of a value', () => {
    const row = typedRow('-o yaml', inputs.pod, []);
    assert.ok(row);
    assert.equal(row.value, undefined);
    assert.equal(row.detail, inputs.pod.shape);
  });

  it('is never a context: none is there but those of the kubeconfig', () => {
    assert.equal(typedRow('prod', inputs.context, [{ value: 'eu-prod' }]), undefined);
    assert.equal(typedRow('gone', inputs.context, []), undefined);
  });
});
