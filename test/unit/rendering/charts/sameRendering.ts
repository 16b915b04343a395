import assert from 'node:assert/strict';
import type { Action, Source, SourceFile } from '../../../../server/rendering/charts/origins/source';
import type { Manifest } from '../../../../server/rendering/charts/output/writtenFile';
import type { Rendered } from '../../../../server/rendering/charts/renderChart';
import type { Text } from '../../../../server/rendering/charts/values/value';

/** Holds that two renderings say the same, and that all of it comes from the same places. */
export function assertSameRendering(own: Rendered, other: Rendered, about: string): void {
  assert.deepEqual(own.warnings, other.warnings, about);
  if (own.state === 'refused' || other.state === 'refused') {
    const reasons = [own, other].map((one) => (one.state === 'refused' ? one.message : 'rendered'));
    assert.equal(reasons[0], reasons[1], about);
    assert.equal(placeOf(own), placeOf(other), about);
    return;
  }
  assertSameText(own.text, other.text, about);
  for (const list of ['manifests', 'hooks'] as const) {
    const ours: readonly Manifest[] = own.documents[list];
    const theirs: readonly Manifest[] = other.documents[list];
    assert.equal(ours.length, theirs.length, about);
    for (const [index, { path, kind, text }] of ours.entries()) {
      const against = theirs[index];
      assert.ok(against && path === against.path && kind === against.kind, about);
      assertSameText(text, against.text, about);
    }
  }
}

function placeOf(one: Rendered): string {
  return one.state === 'refused' && one.place ? `${one.place.file.path}:${one.place.start}` : '';
}

function assertSameText(own: Text, other: Text, about: string): void {
  // What differs in a text of megabytes is said shortly.
  if (own.text !== other.text) assert.equal(own.text.slice(0, 5000), other.text.slice(0, 5000), about);
  assert.ok(own.text === other.text, about);
  const seen = new Map<Source, Source>();
  const pending: (readonly [Source | undefined, Source | undefined])[] = [[own.source, other.source]];
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    const [one, against] = pair;
    if (one === against) continue;
    assert.ok(one && against, about);
    if (seen.get(one) === against) continue;
    seen.set(one, against);
    assert.deepEqual(outside(one), outside(against), about);
    if (one.kind === 'spot' && against.kind === 'spot') assertSameFile(one.file, against.file, about);
    const [inner, theirs] = [inside(one), inside(against)];
    for (const [index, source] of inner.entries()) pending.push([source, theirs[index]]);
  }
}

const sameFiles = new WeakMap<SourceFile, SourceFile>();

function assertSameFile(own: SourceFile, other: SourceFile, about: string): void {
  if (sameFiles.get(own) === other) return;
  assert.ok(own.text === other.text, `${about}: ${own.path} is another one`);
  sameFiles.set(own, other);
}

/** What a source says of itself. */
function outside(source: Source) {
  switch (source.kind) {
    case 'spot': {
      const { kind, file, start, end, copy, path } = source;
      return { kind, file: file.path, start, end, copy, path };
    }
    case 'given':
      return source;
    case 'slice':
      return { kind: source.kind, from: source.from };
    case 'point':
      return { kind: source.kind, at: source.at };
    case 'joined':
      return { kind: source.kind, ends: source.ends, count: source.parts.length };
    case 'made':
      return { kind: source.kind, count: source.of.length };
    case 'written':
    case 'gap':
      return { kind: source.kind, by: actionOf(source.by) };
    case 'unknown':
      return { kind: source.kind };
  }
}

function actionOf({ template: { fileName, file, text }, start, end }: Action) {
  return { fileName, file: file?.path, isOfFile: file === undefined || file.text === text, start, end };
}

/** What a source is made of. */
function inside(source: Source): readonly (Source | undefined)[] {
  switch (source.kind) {
    case 'spot':
    case 'given':
      return [];
    case 'slice':
    case 'point':
    case 'unknown':
      return [source.of];
    case 'joined':
      return source.parts;
    case 'made':
      return source.of;
    case 'written':
      return [source.of, source.by.template.source];
    case 'gap':
      return [source.condition, source.by.template.source];
  }
}
