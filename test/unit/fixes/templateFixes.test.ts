import assert from 'node:assert/strict';
import { fixEdits } from '../../../server/fixes/applyFixes';
import { fixesWithin, type HardenLevel } from '../../../server/fixes/hardening';
import { mend } from '../../../server/fixes/mend';
import { lint } from '../../../server/lint/lint';
import { rules } from '../../../server/rules/catalogue';
import { applyTextEdits } from '../../../server/yaml/write/renderEdits';
import { foundIn, optionsWith } from '../lint/linting';
import { lines } from '../yaml/editing';

const options = optionsWith(rules.filter(({ profile }) => profile === 'baseline' || profile === 'restricted'));

function mended(text: string, level: HardenLevel | undefined): string {
  return mend(text, lint(text, options), fixesWithin(level)).text;
}

function pod(...spec: readonly string[]): string {
  return lines('apiVersion: v1', 'kind: Pod', 'metadata:', '  name: web', 'spec:', ...spec);
}

const hardened = ['  securityContext:', '    runAsNonRoot: true', '    seccompProfile:', '      type: RuntimeDefault'];
const web = ['  containers:', '    - name: web', '      image: registry.example.com/web:1.0'];
const confined = [
  '        allowPrivilegeEscalation: false',
  '        capabilities:',
  '          drop:',
  '            - ALL',
];

describe('A fix in a template', () => {
  it('is not safe where some values make it unsafe', () => {
    const text = pod(
      ...web,
      ...['      securityContext:', '        {{- if .Values.uid }}', '        runAsUser: 10001', '        {{- end }}'],
      '        readOnlyRootFilesystem: true',
    );
    assert.equal(mended(text, undefined), text);
    assert.match(mended(text, 'restricted'), /^ {4}runAsNonRoot: true$/m);
    const always = text.replace('        {{- if .Values.uid }}\n', '').replace('        {{- end }}\n', '');
    assert.match(mended(always, undefined), /^ +runAsNonRoot: true$/m);
  });

  it('writes no key that another branch writes', () => {
    const text = pod(
      ...hardened,
      ...web,
      ...['      securityContext:', '        readOnlyRootFilesystem: true', '        {{- if .Values.escalate }}'],
      ...[
        '        allowPrivilegeEscalation: true',
        '        {{- else }}',
        '        runAsUser: 10001',
        '        {{- end }}',
      ],
    );
    const after = mended(text, 'restricted');
    assert.equal(after.match(/allowPrivilegeEscalation/g)?.length, 1);
    assert.match(after, / {8}\{\{- end \}\}\n {8}capabilities:\n {10}drop:\n {12}- ALL\n$/);
  });

  it('writes nothing into a condition that is not its own, but in front of it or behind it', () => {
    const pull = ['  {{- if .Values.pull }}', '  imagePullSecrets:', '    - name: pull', '  {{- end }}'];
    assert.equal(
      mended(pod(...pull, ...web), 'restricted'),
      pod(...hardened, ...pull, ...web, '      securityContext:', ...confined),
    );
    const ports = ['      {{- if .Values.ports }}', '      ports:', '        - containerPort: 80', '      {{- end }}'];
    assert.equal(
      mended(pod(...hardened, ...web, ...ports), 'restricted'),
      pod(...hardened, ...web, ...ports, '      securityContext:', ...confined),
    );
  });

  it('writes a key once where two ways need it, each at another place', () => {
    const owner = (name: string) => [
      ...[`    - name: ${name}`, '      image: registry.example.com/web:1.0', '      {{- if .Values.user }}'],
      ...[
        '      securityContext:',
        '        runAsUser: {{ .Values.user }}',
        '      {{- else }}',
        '      args: ["--root"]',
      ],
      '      {{- end }}',
    ];
    const after = mended(pod('  containers:', ...owner('web'), ...owner('proxy')), 'restricted');
    assert.equal(after.match(/^ {2}securityContext:/gm)?.length, 1);
    assert.equal(after.match(/^ {6}securityContext:/gm)?.length, 2);
  });

  it('leaves the switches of a chart alone, and takes an if that it empties away when asked', () => {
    const text = pod(...hardened, '  {{- if .Values.host }}', '  hostNetwork: true', '  {{- end }}', ...web);
    assert.match(mended(text, 'baseline'), /hostNetwork: true/);
    const [found] = foundIn(text, options).filter(({ finding }) => finding.rule.id === 'host-network');
    const [fix] = found?.finding.fixes ?? [];
    const edits = found && fix && fixEdits(found.finding, fix);
    assert.equal(edits && applyTextEdits(text, edits), pod(...hardened, ...web));
  });

  it('takes an else away that it empties, and leaves an if with an else', () => {
    const choice = ['  {{- if .Values.a }}', '  hostPID: true', '  {{- else }}', '  hostIPC: true', '  {{- end }}'];
    const text = pod(...hardened, ...choice, ...web);
    const made = (id: string) => {
      const [found] = foundIn(text, options).filter(({ finding }) => finding.rule.id === id);
      const [fix] = found?.finding.fixes ?? [];
      const edits = found && fix && fixEdits(found.finding, fix);
      return edits && applyTextEdits(text, edits);
    };
    assert.equal(made('host-ipc'), pod(...hardened, ...choice.slice(0, 2), '  {{- end }}', ...web));
    assert.equal(made('host-pid'), undefined);
  });

  it('is not made where more conditions decide about its place than can be tried', () => {
    const conditions = Array.from({ length: 6 }, (_, index) => `.Values.v${index}`).join(' ');
    const text = pod(
      ...[`  {{- if or ${conditions} }}`, '  securityContext:', '    fsGroup: 2000', '  {{- end }}', ...web],
      ...['      securityContext:', ...confined],
    );
    assert.equal(mended(text, 'restricted').match(/^ {2}securityContext:/gm)?.length, 1);
  });
});
