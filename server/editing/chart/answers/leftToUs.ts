/**
 * What other extensions leave to say about a template: all; what they can't know, which is what stands in scopes, variables,
 * texts and called templates; or nothing.
 */
export type LeftToUs = 'all' | 'scopes' | 'nothing';
