import type { Rule } from '../rule';
import { imageDigest } from './imageDigest';
import { imagePullPolicy } from './imagePullPolicy';
import { imageRegistry } from './imageRegistry';
import { imageRegistryDead } from './imageRegistryDead';
import { imageTag } from './imageTag';

/** Where images come from and which one it is, in the order in which documentation lists it. */
export const imageRules: readonly Rule[] = [imageTag, imageDigest, imagePullPolicy, imageRegistry, imageRegistryDead];
