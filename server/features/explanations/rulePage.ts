import type { Rule } from '../../rules/rule';

/**
 * The address of the page about a rule: the client's own where it has one, else the best page of the web.
 *
 * @param rulePages what stands before a rule's id in the addresses of the client's pages
 */
export function rulePage({ id, links }: Rule, rulePages: string | undefined): string {
  return rulePages === undefined ? links[0].url : `${rulePages}${id}`;
}
