import assert from 'node:assert/strict';
import type { Listing } from '../../../../client/cluster/items';
import { type Input, inputs } from '../../../../client/kubectl/inputs/inputs';
import { type Picking, pickerRows } from '../../../../client/kubectl/inputs/pickerRows';

const picking = (input: Input, more: Partial<Picking> = {}): Picking => ({
  title: 'Follow logs of pod',
  preview: 'logs <pod>',
  input,
  suggestions: [],
  ...more,
});
const there = (...values: string[]): Listing => ({
  kind: 'items',
  items: values.map((value) => ({ value })),
  isCut: false,
});

/** What rows say, headings between lines. */
function words(...asked: Parameters<typeof pickerRows>): string[] {
  return pickerRows(...asked).map(({ label, isHeading }) => (isHeading ? `--- ${label}` : label));
}

describe('the rows of a picker', () => {
  it('are what is suggested, then what there is, each once', () => {
    const suggestions = [{ value: 'web-1', description: 'last used' }];
    assert.deepEqual(words(picking(inputs.pod, { suggestions }), '', undefined), ['web-1']);
    const rows = pickerRows(picking(inputs.pod, { suggestions }), '', there('web-0', 'web-1'));
    assert.deepEqual(
      rows.map(({ label, description }) => `${label} ${description}`),
      ['web-1 last used', 'web-0 '],
    );
  });

  it('offer to leave open what may be, and to go elsewhere, until something is typed', () => {
    const asked = picking(inputs.container, { other: { label: 'Another context…' } });
    assert.deepEqual(words(asked, '', there('app')), [
      "The pod's default container",
      'app',
      '--- ',
      'Another context…',
    ]);
    assert.deepEqual(words(asked, 'app', there('app')), ['app']);
  });

  it('say that there is none, and that there are more than are shown', () => {
    assert.deepEqual(words(picking(inputs.pod), '', there()), ['--- There is none in the cluster; type one']);
    assert.deepEqual(words(picking(inputs.pod), '', { kind: 'items', items: [{ value: 'web' }], isCut: true }), [
      'web',
      '--- The first 500; type the name of another',
    ]);
  });

  it('say why the cluster could not be asked, and offer to ask again', () => {
    const listing: Listing = { kind: 'problem', problem: { kind: 'kubeconfig', message: 'It is broken.' } };
    const [, again] = pickerRows(picking(inputs.pod), '', listing);
    assert.equal(again?.detail, '$(warning) It is broken.');
    assert.deepEqual(again?.choice, { kind: 'ask again' });
  });
});

describe('what is typed into a picker', () => {
  const typed = (text: string, input: Input, ...values: string[]) =>
    pickerRows(picking(input), text, there(...values)).filter(({ label }) => !values.includes(label));

  it('can be taken as it is, below what there is', () => {
    const rows = pickerRows(picking(inputs.pod), ' web ', there('web-1'));
    assert.equal(rows[0]?.label, 'web-1');
    assert.deepEqual(rows[1]?.choice, { kind: 'value', item: { value: 'web' } });
    // VS Code puts rows first whose labels fit what was typed.
    assert.doesNotMatch(rows[1]?.label.replace(/\$\([a-z]+\)/g, '') ?? '', /\S/);
    assert.match(rows[1]?.description ?? '', /^web · as typed$/);
  });

  it('is no row of its own where it is there, or nothing is typed', () => {
    assert.deepEqual(typed('web', inputs.pod, 'web'), []);
    assert.deepEqual(typed('  ', inputs.pod, 'web'), []);
  });

  it('can not be taken where it has not the shape of a value', () => {
    const [row] = typed('-o yaml', inputs.pod, 'web');
    assert.ok(row);
    assert.equal(row.choice, undefined);
    assert.equal(row.detail, inputs.pod.shape);
  });

  it('is never a context: none is there but those of the kubeconfig', () => {
    assert.deepEqual(typed('prod', inputs.context, 'eu-prod'), []);
    assert.deepEqual(typed('gone', inputs.context, 'eu-prod'), []);
  });
});
