import assert from 'node:assert/strict';
import { lint } from '../../server/lint/lint';
import { podSecurityModes, podSecurityPrefix } from '../../server/manifests/podSecurity/podSecurityLabels';
import { newestVersion } from '../../server/manifests/versions/kubernetesVersion';
import { namespaceViolatesPodSecurity } from '../../server/rules/namespaces/namespaceViolatesPodSecurity';
import type { PodSecurityLevel } from '../../server/rules/podSecurityFaults';
import { windowsOsName } from '../../server/rules/restricted/windowsOsName';
import { buildingTime, type GoProgram, startGoProgram, whyNoGo } from '../kubernetes/goPrograms/goProgram';
import { optionsWith } from '../unit/lint/linting';
import { controlsOfRules, foundRules } from './podSecurityControls';
import { randomManifest } from './randomPods/manifests';
import { type Random, randomFrom } from './randomPods/random';

/** How many pods are judged: SEAWORTHY_TEST_PODS, else what a minute is enough for with SEAWORTHY_TEST_ALL, else a sample. */
const most = Number(process.env.SEAWORTHY_TEST_PODS ?? (process.env.SEAWORTHY_TEST_ALL ? 120_000 : 6_000));
const inOneGo = 500;

/** A pod that both are asked about. */
interface Question {
  readonly text: string;
  readonly level: PodSecurityLevel;
  /** The minor version. */
  readonly version: number;
}

/** What the Go program says of a pod. */
interface Answer {
  /** Why the API server takes no such object; empty where it does. */
  readonly refused: string;
  /** The ids of the checks that the pod fails. */
  readonly enforced: readonly string[];
  /** The same, of what the namespace only warns of or logs. */
  readonly warned: readonly string[];
  readonly audited: readonly string[];
  /** Why the API server takes no such labels; empty where it does. */
  readonly badLabels: string;
}

function questions(seed: number): Question[] {
  const random = randomFrom(seed);
  return Array.from({ length: inOneGo }, () => ({
    text: randomManifest(random),
    level: random.pick(['baseline', 'restricted']),
    version: random.below(newestVersion + 1),
  }));
}

/** What differs in the answers to some questions; undefined for pods that the API server refuses. */
function difference({ text, level, version }: Question, { refused, enforced }: Answer): string | undefined {
  if (refused !== '') return undefined;
  const expected = enforced.map((control) => control.toLowerCase()).sort();
  const rules = foundRules(text, level, version);
  const found = controlsOfRules(rules, level, version);
  // It speaks for several controls, of which some may be met.
  const isToldTogether = rules.includes(windowsOsName) && expected.length > 0;
  if (isToldTogether || String(expected) === String(found)) return undefined;
  const said = (controls: readonly string[]) => controls.join(', ') || 'nothing';
  return `At the level ${level} of 1.${version} Kubernetes holds ${said(expected)} against this, and we ${said(found)}:\n${text}`;
}

type Labels = Readonly<Record<string, string>>;

/** The labels of a Namespace, with levels and versions that the API server takes. */
function randomLabels(random: Random): Labels {
  const labels: Record<string, string> = {};
  for (const mode of podSecurityModes) {
    if (random.chance(0.7)) labels[podSecurityPrefix + mode] = random.pick(['privileged', 'baseline', 'restricted']);
    if (random.chance(0.5)) {
      labels[`${podSecurityPrefix}${mode}-version`] = random.pick(['latest', `v1.${random.below(45)}`]);
    }
  }
  return labels;
}

/** How bad what a namespace does about a pod is found to be, mode by mode. */
function foundInNamespace(text: string, labels: Labels, version: number): string[] {
  const written = Object.entries(labels).map(([name, value]) => `    ${name}: ${value}\n`);
  const namespace = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n${written.join('')}---\n`;
  const options = { ...optionsWith([namespaceViolatesPodSecurity]), kubernetesVersion: version };
  return lint(namespace + text, options).documents.flatMap(({ document }) =>
    document.findings.flatMap(({ severity, message }) => {
      if (severity === 'error') return ['enforce'];
      return [...(/ warns of /.test(message) ? ['warn'] : []), ...(/ logs /.test(message) ? ['audit'] : [])];
    }),
  );
}

describe('Random pods', () => {
  let kubernetes: GoProgram;

  before(async function () {
    const reason = whyNoGo();
    if (reason !== undefined) {
      console.log(`    Random pods: ${reason}.`);
      this.skip();
    }
    this.timeout(buildingTime);
    kubernetes = await startGoProgram('podSecurity');
  });

  after(() => kubernetes?.stop());

  it('are judged as Kubernetes’ own library judges them, where the API server takes them', async function () {
    this.timeout(most * 5 + 10_000);
    const asking = (seed: number) => {
      const asked = questions(seed);
      const lines = asked.map(({ text, level, version }) => ({ text, level, version: `v1.${version}` }));
      return { asked, answered: kubernetes.ask(lines) };
    };
    let judged = 0;
    let allowed = 0;
    const differences: string[] = [];
    // Kubernetes looks at the next ones while we look at these.
    let next = asking(0);
    for (let start = 0; start < most; start += inOneGo) {
      const { asked, answered } = next;
      const lines = await answered;
      next = asking(start + inOneGo);
      for (const [index, question] of asked.entries()) {
        const answer: Answer = JSON.parse(lines[index] ?? '');
        if (answer.refused === '') judged++;
        if (answer.refused === '' && answer.enforced.length === 0) allowed++;
        const found = difference(question, answer);
        if (found !== undefined) differences.push(found);
      }
      // Others are served in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await next.answered;
    console.log(`      ${judged} pods were taken by the API server, and ${allowed} of them are allowed.`);
    const [shortest] = differences.sort((one, other) => one.length - other.length);
    assert.equal(shortest, undefined, `${differences.length} pods are judged otherwise. ${shortest}`);
    assert.ok(allowed > most / 5 && judged - allowed > most / 5, 'Hardly a pod is allowed, or hardly one is not');
  });

  it('meet what their namespace asks for as admission says, whatever its labels and the cluster’s version', async function () {
    this.timeout(60_000);
    const random = randomFrom(16);
    const asked = Array.from({ length: 2_000 }, () => ({
      text: randomManifest(random),
      labels: randomLabels(random),
      cluster: 1 + random.below(newestVersion),
    }));
    for (const [index, line] of (await kubernetes.ask(asked)).entries()) {
      const question = asked[index];
      const answer: Answer = JSON.parse(line);
      if (!question || answer.refused !== '' || /^kind: PodTemplate|"kind": "PodTemplate"/m.test(question.text))
        continue;
      assert.equal(answer.badLabels, '');
      const noted = [...(answer.warned.length > 0 ? ['warn'] : []), ...(answer.audited.length > 0 ? ['audit'] : [])];
      const { text, labels, cluster } = question;
      assert.deepEqual(
        foundInNamespace(text, labels, cluster),
        answer.enforced.length > 0 ? ['enforce'] : noted,
        `In a cluster of version 1.${cluster} with ${JSON.stringify(labels)}:\n${text}`,
      );
    }
  });
});
