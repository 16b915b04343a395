import { describeContainer } from '../../manifests/pods/podSpec';
import { type Field, items, member, pathOf, stringOf } from '../../yaml/field/field';
import { isTemplated } from '../../yaml/templates/templates';
import { remove } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const duplicateEnv: Rule = {
  id: 'duplicate-env',
  title: 'Set each environment variable once',
  severity: 'warning',
  profile: 'recommended',
  marks: 'unnecessary',
  standards: [],
  why: `Of a variable that is set twice only the last one counts, and nothing says so: somebody changes the first, a password or
a switch that turns a protection on, and nothing happens. Tools that merge lists by name may keep the other one, or refuse the
object.`,
  remedy: `Remove the ones that don't count. What \`envFrom\` brings may be overridden: that is meant.`,
  links: [
    {
      title: 'Define environment variables for a container',
      url: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      env:
        - name: LOG_LEVEL
          value: debug
        - name: LOG_LEVEL
          value: info
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      env:
        - name: LOG_LEVEL
          value: info
`,
  looksAt: 'container',
  needs: ['env'],
  *check(container) {
    const seen = new Map<string, Field>();
    for (const variable of items(member(container.field, 'env'))) {
      const name = stringOf(member(variable, 'name'));
      if (name === undefined) continue;
      const earlier = seen.get(name);
      seen.set(name, variable);
      if (!earlier || mayExcludeEachOther(earlier, variable)) continue;
      yield {
        at: member(earlier, 'name'),
        message: `The ${describeContainer(container)} sets ${name} again further down, and only the last one counts`,
        fixes: [{ title: `Remove this ${name}, which doesn't count`, class: 'ask', edits: [remove(pathOf(earlier))] }],
      };
    }
  },
};

/** Between two variables a template may decide that only one of them is written. */
function mayExcludeEachOther(earlier: Field, later: Field): boolean {
  const [from, to] = [earlier.node?.range?.[0], later.node?.range?.[0]];
  return from === undefined || to === undefined || isTemplated(later.tree.source.slice(from, to));
}
