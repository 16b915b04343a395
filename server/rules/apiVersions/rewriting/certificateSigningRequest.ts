import { member, pathOf } from '../../../yaml/field/field';
import { type Edit, set } from '../../../yaml/write/edits';
import { type Rewrite, sameSchema } from './rewriting';

/** What v1beta1 put in where no usages were written. */
const formerUsages = ['digital signature', 'key encipherment'];

/** In v1 the signer and the usages have to be written. */
export const certificateSigningRequest: Rewrite = ({ root }) => {
  const spec = member(root, 'spec');
  if (spec.state !== 'known') return undefined;
  const signer = member(spec, 'signerName');
  const usages = member(spec, 'usages');
  const edits: Edit[] = [
    ...(signer.state === 'absent' ? [set(pathOf(signer), 'kubernetes.io/kube-apiserver-client')] : []),
    ...(usages.state === 'absent' ? [set(pathOf(usages), formerUsages)] : []),
  ];
  if (edits.length === 0) return sameSchema;
  return { fixClass: 'ask', edits, changes: 'check the signer: it has to be named now' };
};
