import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { screenshotsFolder } from './build';
import { runProgram } from './cleaningUp';
import { goTo, openFile, openHover, runCommand, screenshot, squiggles, stillPage } from './editorPage';
import { inThemes } from './themedPages';
import { themeKinds } from './themes';

const usage = `npm run screenshots:reading -- [options]
Saves pictures of completion and hover in a live VS Code, in each kind of theme.
  --theme KIND   only ${themeKinds.join(', ')}; may be repeated
  --only NAME    only the scene of this name; may be repeated
  --out FOLDER   where the pictures go (default out/screenshots)`;

/** A manifest with the place `¦` of the cursor, and what is done there. */
interface Scene {
  readonly text: string;
  /** What is typed before the list of completions is looked at; undefined for hover. */
  readonly typed: string | undefined;
  /** How many rows of the list are passed over. */
  readonly down?: number;
  /** The name of its file; a manifest named after the scene if left out. */
  readonly file?: string;
  /** Other files that are there, with their texts. */
  readonly beside?: Readonly<Record<string, string>>;
}

const container = (lines: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
${lines}`;

const role = (lines: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
${lines}`;

const shop = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'chart/values.yaml':
    'image:\n  # -- Where the image is pulled from.\n  repository: registry.example.com/shop\n  tag: v1\nreplicas: 2\n',
  'chart/values-prod.yaml': 'image:\n  tag: v2\n',
  'chart/templates/_helpers.tpl': '{{- define "shop.name" -}}\n{{ .Release.Name }}\n{{- end }}\n',
};

const templated = (lines: string) => `apiVersion: v1
kind: Pod
metadata:
  name: {{ include "shop.name" . }}
spec:
  hostNetwork: true
  containers:
    - name: web
${lines}`;

const scenes: Readonly<Record<string, Scene>> = {
  'added-capabilities': {
    text: container('      securityContext:\n        capabilities:\n          add:\n            - ¦\n'),
    typed: 'SYS',
  },
  'dropped-capabilities': {
    text: container('      securityContext:\n        capabilities:\n          drop: ¦\n'),
    typed: '[',
  },
  sysctls: {
    text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    sysctls:\n      - name: ¦\n  containers: []\n',
    typed: 'net',
    down: 2,
  },
  resources: { text: role('  - apiGroups: [""]\n    verbs: [create]\n    resources: ¦\n'), typed: '[pods/e', down: 2 },
  levels: {
    text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce:¦\n',
    typed: ' ',
  },
  silence: { text: container('      tty: true\n  hostNetwork: true # seaworthy-ignore¦\n'), typed: ' ' },
  'hover-in-force': { text: container('      secu¦rityContext:\n        runAsUser: 10001\n'), typed: undefined },
  'hover-finding': {
    text: container('      securityContext:\n        capabilities:\n          add: [SYS_P¦TRACE]\n'),
    typed: undefined,
  },
  'hover-field': {
    text: container('      securityContext:\n        readOnly¦RootFilesystem: true\n'),
    typed: undefined,
  },
  'hover-resource': {
    text: role('  - apiGroups: [""]\n    verbs: [create]\n    resources: [pods/ex¦ec]\n'),
    typed: undefined,
  },
  'chart-values': {
    file: 'chart/templates/typed.yaml',
    beside: shop,
    text: templated('      image: "{{ .Values.image¦ }}"\n'),
    typed: '.',
  },
  'chart-functions': {
    file: 'chart/templates/functions.yaml',
    beside: shop,
    text: templated('      image: "{{ .Values.image.tag | ¦ }}"\n'),
    typed: 'def',
  },
  'chart-signature': {
    file: 'chart/templates/signature.yaml',
    beside: shop,
    text: templated('      image: "{{ default¦ }}"\n'),
    typed: ' "',
  },
  'chart-hover': {
    file: 'chart/templates/hover.yaml',
    beside: shop,
    text: templated('      image: "{{ .Values.image.ta¦g }}"\n'),
    typed: undefined,
  },
  'chart-hover-function': {
    file: 'chart/templates/function.yaml',
    beside: shop,
    text: templated('      image: "{{ .Values.image.tag | tr¦unc 8 }}"\n'),
    typed: undefined,
  },
  'configuration-keys': { file: '.seaworthy.yaml', text: 'profile: restricted\n¦\n', typed: 'o', down: 0 },
  'configuration-rules': {
    file: '.seaworthy.yaml',
    text: 'profile: restricted\nrules:\n  ¦\n',
    typed: 'host-p',
    down: 1,
  },
  'configuration-words': { file: '.seaworthy.yaml', text: 'kubernetesVersion: "1.34"\nprofile:¦\n', typed: ' ' },
  'configuration-hover-rule': {
    file: '.seaworthy.yaml',
    text: 'profle: restricted\nrules:\n  host-p¦id: off\nexclude:\n  - lost/\n  - shop/\n',
    typed: undefined,
  },
  'configuration-hover-glob': {
    file: '.seaworthy.yaml',
    text: 'profle: restricted\nrules:\n  host-prt: off\nexclude:\n  - lost/\n  - "co¦nfig*"\n',
    typed: undefined,
  },
};

runProgram(async () => {
  const { values } = parseArgs({
    options: {
      theme: { type: 'string', multiple: true, default: [] },
      only: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: screenshotsFolder },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const chosen = Object.entries(scenes).filter(([name]) => values.only.length === 0 || values.only.includes(name));
  await inThemes(values.theme, { width: 1200, height: 640 }, async ({ page, theme, folder }) => {
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    for (const [name, scene] of chosen) {
      const file = scene.file ?? `${name}.yaml`;
      for (const [beside, text] of Object.entries(scene.beside ?? {})) {
        await mkdir(path.dirname(path.join(folder, beside)), { recursive: true });
        await writeFile(path.join(folder, beside), text);
      }
      await writeFile(path.join(folder, file), scene.text.replace('¦', ''));
      await openFile(page, file);
      await stillPage(page);
      const before = scene.text.slice(0, scene.text.indexOf('¦')).split('\n');
      await goTo(page, before.length, (before.at(-1)?.length ?? 0) + 1);
      await (scene.typed === undefined ? hover(page) : complete(page, scene.typed, scene.down ?? 0));
      await stillPage(page);
      console.log(await screenshot(page, path.resolve(values.out), `${theme}-${name}`));
      await page.keyboard.press('Escape');
      await runCommand(page, 'View: Revert and Close Editor');
    }
  });
  return 0;
});

/** Shows the hover once the language server knows the file: every scene has a finding. */
async function hover(page: Page): Promise<void> {
  await squiggles(page);
  await openHover(page);
}

/** Types, and shows what there is to know of a row of the list. */
async function complete(page: Page, typed: string, down: number): Promise<void> {
  const list = page.locator('.suggest-widget.visible .monaco-list-row');
  await page.keyboard.type(typed, { delay: 50 });
  if (!(await comes(list.first(), 5000))) {
    await page.keyboard.press('Control+Space');
    await list.first().waitFor();
  }
  for (let row = 0; row < down; row++) await page.keyboard.press('ArrowDown');
  // What is shown of a row stays on for the next list, where it comes a little later; of some rows there is nothing.
  if (!(await comes(page.locator('.suggest-details'), 2000))) await page.keyboard.press('Control+Space');
}

function comes(awaited: Locator, timeout: number): Promise<boolean> {
  return awaited.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
