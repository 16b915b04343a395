import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type Edit, type PlaceEdit, type PlainValue, remove, set } from '../../../../server/yaml/write/edits';
import { applyTextEdits, renderEdits } from '../../../../server/yaml/write/renderEdits';
import { treeOf } from '../editing';
import { layouts, mappings, pathsIn, scalars, type Value, written } from '../generatedDocuments';

type Keys = readonly (string | number)[];

/** What one edit makes of a value, by the words of its documentation and not by the way it is done. */
function meant(value: Value, edit: PlaceEdit): Value {
  const copy = structuredClone(value);
  const parents: Value[] = [copy];
  for (const key of edit.path.slice(0, -1)) {
    const parent = parents.at(-1);
    let next = child(parent, key);
    if (next === undefined) {
      next = {};
      put(parent, key, next);
    }
    parents.push(next);
  }
  const last = edit.path.at(-1) ?? '';
  if (edit.kind === 'set') {
    put(parents.at(-1), last, JSON.parse(JSON.stringify(edit.value)));
    return copy;
  }
  for (let depth = parents.length - 1; depth >= 0; depth--) {
    const parent = parents[depth];
    const key = edit.path[depth] ?? '';
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (parent !== null && typeof parent === 'object') delete parent[key];
    if (parent !== null && typeof parent === 'object' && Object.keys(parent).length > 0) break;
  }
  return copy;
}

function child(parent: Value | undefined, key: string | number): Value | undefined {
  if (parent === null || typeof parent !== 'object') return undefined;
  return Array.isArray(parent) ? parent[Number(key)] : parent[key];
}

function put(parent: Value | undefined, key: string | number, value: Value): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else if (parent !== null && typeof parent === 'object') parent[key] = value;
}

function at(value: Value, path: Keys): Value | undefined {
  return path.reduce<Value | undefined>((found, key) => child(found, key), value);
}

const documents = fc.tuple(mappings, layouts);
const choice = fc.nat(1000);
const additions: fc.Arbitrary<Record<string, PlainValue>> = fc.constantFrom(
  { type: 'RuntimeDefault' },
  { drop: ['ALL'], add: ['CHOWN', 'KILL'] },
  { list: [{ name: 'yes', value: '80' }, { name: 'a: b' }], none: {}, empty: [] },
);

/** Applies edits to a text; its lines that are not touched are checked to be what they were. */
function applied(text: string, edits: readonly Edit[]): string | undefined {
  const textEdits = renderEdits(treeOf(text), edits);
  if (!textEdits) return undefined;
  let last = 0;
  for (const { start, end } of textEdits) {
    assert.ok(last <= start && start <= end && end <= text.length, 'the edits overlap or leave the text');
    last = end;
  }
  return applyTextEdits(text, textEdits);
}

function comments(text: string): string[] {
  return text.match(/# (?:comment|behind) \d+/g) ?? [];
}

describe('edits of generated documents', function () {
  this.timeout(20_000);

  it('write a scalar over a scalar and touch no other line', () => {
    fc.assert(
      fc.property(documents, choice, scalars, ([value, layout], chosen, scalar) => {
        const text = written(value, layout);
        assert.deepEqual(parse(text), value);
        const paths = pathsIn(value).filter((path) => typeof at(value, path) !== 'object');
        const path = paths[chosen % paths.length];
        if (!path) return;
        const result = applied(text, [set(path, scalar)]);
        assert.ok(result !== undefined, `set ${path.join('.')} was refused in\n${text}`);
        assert.deepEqual(parse(result), meant(value, set(path, scalar)));
        const [before, behind] = [text.split('\n'), result.split('\n')];
        assert.equal(before.length, behind.length);
        assert.ok(before.filter((line, index) => line !== behind[index]).length <= 1, 'more than one line has changed');
        assert.deepEqual(comments(result), comments(text));
      }),
      { numRuns: 200 },
    );
  });

  it('add what is missing, keeping every line and comment that was there', () => {
    let refused = 0;
    fc.assert(
      fc.property(documents, choice, additions, ([value, layout], chosen, addition) => {
        const text = written(value, layout);
        const parents = [[], ...pathsIn(value)].filter((path) => {
          const parent = at(value, path);
          return parent !== null && typeof parent === 'object' && !Array.isArray(parent);
        });
        const edit = set([...(parents[chosen % parents.length] ?? []), 'added', 'below'], addition);
        const result = applied(text, [edit]);
        if (result === undefined) {
          refused++;
          return;
        }
        assert.deepEqual(parse(result), meant(value, edit));
        assert.deepEqual(comments(result), comments(text));
        const kept = new Set(result.split(/\r?\n/));
        const lost = text.split(/\r?\n/).filter((line) => !kept.has(line));
        assert.ok(lost.length <= 1, `these lines are gone:\n${lost.join('\n')}`);
        assert.equal(
          result.includes('\r\n'),
          text.includes('\r\n') || (text.includes('\n') ? false : result.includes('\r\n')),
        );
      }),
      { numRuns: 200 },
    );
    assert.equal(refused, 0);
  });

  it('take away a key or an item, and every collection that nothing is left in', () => {
    let refused = 0;
    fc.assert(
      fc.property(documents, choice, ([value, layout], chosen) => {
        const text = written(value, layout);
        const paths = pathsIn(value);
        const path = paths[chosen % paths.length];
        if (!path) return;
        const wanted = meant(value, remove(path));
        const result = applied(text, [remove(path)]);
        if (result === undefined) {
          refused++;
          // Nothing may be left of a document, and a first item or key doesn't leave its dash to a comment or a list.
          assert.ok(Object.keys(wanted ?? {}).length === 0 || /- -|#/.test(text), `${path.join('.')} in\n${text}`);
          return;
        }
        assert.deepEqual(parse(result), wanted);
        // What stood behind a dash may have moved up to it, and what stood in a flow collection may be shorter.
        const before = new Set(text.split(/\r?\n/));
        const isNew = (line: string) => !before.has(line) && line !== '';
        assert.ok(result.split(/\r?\n/).filter(isNew).length <= 1, `more than one line is new in\n${result}`);
      }),
      { numRuns: 200 },
    );
    assert.ok(refused < 120, `${refused} of 200 were refused`);
  });

  it('mean the same merged as one after the other', () => {
    let rendered = 0;
    fc.assert(
      fc.property(documents, choice, choice, scalars, ([value, layout], first, second, scalar) => {
        const paths = pathsIn(value);
        const removed = paths[first % paths.length] ?? [];
        const changed = paths[second % paths.length] ?? [];
        const isApart = [removed, changed].every((path, index, both) => {
          const other = both[1 - index] ?? [];
          return path.some((key, depth) => depth < other.length && other[depth] !== key);
        });
        const sharesList = removed.some((key, depth) => typeof key === 'number' && depth < changed.length);
        if (!isApart || sharesList) return;
        const edits = [set(changed, scalar), remove(removed)];
        const result = applied(written(value, layout), edits);
        if (result === undefined) return;
        rendered++;
        assert.deepEqual(parse(result), edits.reduce(meant, value));
      }),
      { numRuns: 200 },
    );
    assert.ok(rendered > 10, `only ${rendered} were rendered`);
  });
});
