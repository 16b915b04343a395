import { areSame } from '../../manifests/facts/objectKey';
import { type FileFacts, saySameOfCharts } from '../../workspace/judge/fileFacts';

/** True for two states of a file whose objects say the same and stand in the same lines and columns. */
export function tellSame(before: FileFacts, now: FileFacts): boolean {
  return (
    before.isTemplate === now.isTemplate &&
    before.hidesObjects === now.hidesObjects &&
    JSON.stringify(before.kustomization) === JSON.stringify(now.kustomization) &&
    before.objects.length === now.objects.length &&
    saySameOfCharts(before, now) &&
    before.objects.every((object, position) => {
      const { facts, start, end } = now.objects[position] ?? object;
      return (
        areSame(object.facts, facts) &&
        object.start.line === start.line &&
        object.start.character === start.character &&
        object.end.line === end.line &&
        object.end.character === end.character
      );
    })
  );
}
