import type { Rule } from './rule';

export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  title: 'Write manifests that can be read',
  severity: 'error',
  profile: 'baseline',
  standards: [],
  why: `kubectl refuses a file with a fault in its YAML, and a linter sees only part of it. Documents nested absurdly deep, or whose
aliases stand for more values than any manifest has, are refused as well. kubectl reads YAML 1.1 with rules of its own: a tab behind a
dash, text on the line of \`---\` or a key that is null is refused too, though YAML 1.2 has nothing against it.

Of a key that is written twice kubectl keeps the last one without a word, and two objects without a line \`---\` between them become one: what
is written first is lost.`,
  remedy: `Mend the first fault that is reported: those behind it are often its consequences. Templates are not reported, since
what they write is YAML only when rendered; two objects that certainly end up in one document are.`,
  links: [{ title: 'YAML 1.2.2', url: 'https://yaml.org/spec/1.2.2/' }],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers: [
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers: []
`,
  looksAt: 'text',
};
