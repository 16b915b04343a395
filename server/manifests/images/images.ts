import { readOnce } from '../../readOnce';
import { type Field, items, member, stringOf } from '../../yaml/field/field';
import { named } from '../objects/kindAndName';
import { describeContainer, type PodSpec } from '../pods/podSpec';
import { type ImageReference, imageReferenceAt } from './imageReference';

/** An image that a pod is made from. */
export interface UsedImage {
  /** `container "web"`, `volume "model"`: how messages speak of what it is for. */
  readonly user: string;
  readonly field: Field;
  readonly reference: ImageReference;
  /** When the node asks the registry for it. */
  readonly pullPolicy: Field;
}

/** The images of a pod's containers and volumes, as far as they can be read. */
export const usedImages = readOnce((pod: PodSpec): readonly UsedImage[] => {
  const ofContainers = pod.containers.map((container) => ({
    user: describeContainer(container),
    field: member(container.field, 'image'),
    pullPolicy: member(container.field, 'imagePullPolicy'),
  }));
  const ofVolumes = items(member(pod.spec, 'volumes')).map((volume) => {
    const name = stringOf(member(volume, 'name'));
    const image = member(volume, 'image');
    return {
      user: named('volume', name),
      field: member(image, 'reference'),
      pullPolicy: member(image, 'pullPolicy'),
    };
  });
  return [...ofContainers, ...ofVolumes].flatMap((use) => {
    const reference = imageReferenceAt(use.field);
    return reference ? [{ ...use, reference }] : [];
  });
});
