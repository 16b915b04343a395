import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { MarkupContent } from 'vscode-languageserver-types';
import { configurationHover } from '../../../server/editing/configuration/configurationHover';
import { hoverAt } from '../../../server/features/hover';
import { podSecurityLenses, resolvedLens } from '../../../server/features/podSecurityLenses';
import { boldName, codeSpan } from '../../../server/features/values/markdown';
import { lint } from '../../../server/lint/lint';
import { withoutLinks } from '../../../server/protocol/notificationText';
import { rules } from '../../../server/rules/catalogue';
import { optionsWith } from '../lint/linting';
import { offeredAt } from './values/completing';

const markdown = new MarkdownIt({ html: true, linkify: true });

/** What somebody may write who wants a hover to show something of his own. */
const hostile = [
  '`evil`',
  '`` evil',
  '```evil```',
  'evil ``` evil ` evil',
  '![evil](http://evil.example/x.png)',
  '[evil](command:evil)',
  '](command:evil)',
  '`[evil](command:evil)`',
  '<img src=evil onerror=evil>',
  '</code><img src=evil>',
  '**evil**',
  '| evil | evil |',
  '&#96;evil',
  '\\`evil',
  'evil\n\n# evil',
  'evil\r\n\r\n![evil](http://evil.example/x.png)',
  '`\n\n```evil\n<script>evil</script>',
  'evil\u2028# evil',
  'https://evil.example',
  ' evil ',
  '`',
  '$(evil)',
];

/** Holds that a text of Markdown shows what is hostile in code spans alone. */
function assertHarmless(text: string, from: string): void {
  for (const token of markdown.parse(text, {})) {
    assert.ok(
      !/^(?:html_block|fence|code_block|table|heading)/.test(token.type),
      `${token.type} from ${from}:\n${text}`,
    );
    for (const { type, content, attrs } of token.children ?? []) {
      assert.ok(type !== 'image' && type !== 'html_inline', `${type} from ${from}:\n${text}`);
      const shown = `${type === 'code_inline' ? '' : content}${attrs?.flat().join() ?? ''}`;
      assert.ok(!shown.includes('evil'), `${type} from ${from}:\n${text}`);
    }
  }
}

function manifest(value: string): string {
  const name = JSON.stringify(value);
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${name}, labels: {${name}: ${name}}}
spec:
  template:
    metadata: {labels: {app: ${name}}, annotations: {${name}: ${name}}}
    spec:
      serviceAccountName: ${name}
      securityContext: {runAsUser: 0, seccompProfile: {type: ${name}}, seLinuxOptions: {type: ${name}}}
      containers:
        - name: ${name}
          image: ${name}
          resources: {limits: {${name}: 1, memory: ${name}}}
          securityContext: {seccompProfile: {type: ${name}}, capabilities: {add: [${name}]}, runAsNonRoot: ${name}}
        - {name: second, securityContext: {runAsUser: ${name}}, env: [{name: ${name}, value: ${name}}]}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: ${name}, namespace: ${name}}
automountServiceAccountToken: true
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: ${name}, namespace: ${name}}
rules: [{apiGroups: [${name}], resources: [${name}], verbs: [${name}]}]
---
apiVersion: v1
kind: Namespace
metadata: {name: ${name}, labels: {pod-security.kubernetes.io/enforce: ${name}}}
`;
}

describe('a name that wants to be more', function () {
  this.timeout(60_000);

  it('stays in its code span, and is there to be read', () => {
    for (const name of hostile) {
      for (const shown of [codeSpan(name), `Of ${codeSpan(name)} and ${codeSpan(name)}.`, `- ${codeSpan(name)}`]) {
        assertHarmless(shown, name);
      }
      assertHarmless(boldName(name), name);
      const [span] = markdown.parseInline(codeSpan(name), {})[0]?.children ?? [];
      assert.equal(span?.content.trim(), name.replace(/[\r\n\u2028]/g, '\uFFFD').trim());
    }
    assert.equal(codeSpan('web'), '`web`');
    assert.ok(codeSpan('x'.repeat(100_000)).length < 300);
  });

  it('stays in its code span, whatever is put together', () => {
    const pieces = [
      '`',
      '``',
      '[',
      '](command:evil)',
      '!',
      '<img src=evil>',
      '\n',
      '\n\n',
      '|',
      '*',
      '\\',
      '&#96;',
      'evil',
      ' ',
      '#',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (chosen) => {
        const name = chosen.join('');
        assertHarmless(`${codeSpan(name)} of ${codeSpan(name)}: ${boldName(`${name}!`)}`, name);
        assertHarmless(codeSpan(name), name);
      }),
      { numRuns: 2000 },
    );
  });

  it('is nothing but a name in a hover, wherever in a manifest it stands', () => {
    let hovers = 0;
    for (const name of hostile) {
      const text = manifest(name);
      const linted = lint(text, optionsWith(rules));
      for (let offset = 0; offset < text.length; offset += 3) {
        const contents = hoverAt(linted, offset)?.contents;
        if (!MarkupContent.is(contents)) continue;
        hovers++;
        assertHarmless(contents.value, name);
      }
    }
    assert.ok(hovers > 500, `${hovers} hovers`);
  });

  it('is nothing but a name where completion says what it is', async () => {
    const fields = ['serviceAccountName', 'runtimeClassName', 'priorityClassName'];
    const documents = [
      ...fields.map((field) => `apiVersion: v1\nkind: Pod\nspec:\n  ${field}: ¦\n`),
      'apiVersion: v1\nkind: Pod\nspec:\n  securityContext:\n    seccompProfile:\n      localhostProfile: ¦\n',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nroleRef:\n  kind: Role\n  name: ¦\n',
    ];
    let documented = 0;
    for (const name of hostile) {
      const open = ['ServiceAccount', 'RuntimeClass', 'PriorityClass', 'Role'].map((kind) =>
        manifest(name).replace('kind: ServiceAccount', `kind: ${kind}`),
      );
      const profiles = [{ sort: 'seccomp' as const, name, path: name }];
      for (const document of documents) {
        for (const { documentation } of await offeredAt(document, { open, profiles })) {
          if (!MarkupContent.is(documentation)) continue;
          documented++;
          assertHarmless(documentation.value, name);
        }
      }
    }
    assert.ok(documented > hostile.length * 3, `${documented} items`);
  });

  it('is nothing but a file in the hover of a glob', async () => {
    let hovers = 0;
    for (const name of hostile) {
      const hover = await configurationHover('exclude: ["**"]\n', 12, {
        hasSchemas: false,
        rulePages: undefined,
        asksAgain: undefined,
        filesBelow: async () => ({ paths: [`${name}.yaml`], isComplete: true }),
        baselineFault: async () => undefined,
        registries: () => [],
      });
      if (!hover) continue;
      hovers++;
      assertHarmless(hover.markdown, name);
    }
    assert.ok(hovers > hostile.length / 2, `${hovers} hovers`);
  });

  it('makes neither icons in lenses nor links in notifications', () => {
    for (const name of hostile) {
      const linted = lint(manifest(name), optionsWith(rules));
      for (const lens of podSecurityLenses(linted, 'file:///web.yaml', true)) {
        const { line } = lens.range.start;
        const title = resolvedLens(lens, linted, { uri: 'file:///web.yaml', line }).command?.title ?? '';
        assert.ok(!/\$\(|[\r\n\u2028]/.test(title), title);
      }
      assert.ok(!/\[[^\]]*\]\(/.test(withoutLinks(`It stopped at ${name}.`)));
    }
  });
});
