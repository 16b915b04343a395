import assert from 'node:assert/strict';
import type { GivenFile } from '../../../server/rendering/charts/chart/givenFile';
import { type Rendered, renderChart } from '../../../server/rendering/charts/renderChart';
import type { HelmAnswer } from './helm';
import { type HelmProgram, startHelmProgram } from './helmProgram';
import { assertSameText } from './sameAsHelm';

/** A chart with what it is rendered with, told apart from others by a name. */
export interface Asked {
  readonly name: string;
  readonly files: readonly GivenFile[];
  /** Where the files lie, if they lie somewhere. */
  readonly folder?: string;
  readonly values?: readonly { readonly path: string; readonly text: string }[];
  readonly set: readonly string[];
}

/** How many charts both rendered or both refused, and what they don't agree about. */
export interface Agreement {
  rendered: number;
  refused: number;
  /** Those that take more than we allow; helm isn't asked, which goes on without end. */
  limited: number;
  readonly disagreements: string[];
}

/** What no chart may take, though helm would let it: it crashes over some of them. */
const limits = /million steps|MB of text|deep in each other|holds itself|exceeded max depth/;

/** Renders charts with both, and says where they differ. */
export async function agreementOn(helm: HelmProgram, charts: Iterable<Asked>): Promise<Agreement> {
  const agreement: Agreement = { rendered: 0, refused: 0, limited: 0, disagreements: [] };
  for (const chart of charts) {
    const own = rendered(chart);
    if (own.state === 'refused' && limits.test(own.reason)) {
      agreement.limited++;
      continue;
    }
    const { folder, files, values = [], set } = chart;
    const texts = values.map(({ text }) => text);
    const [answer] = await helm.ask([{ ...(folder ? { folder } : { files }), values: texts, set, namespace: 'web' }]);
    const difference = answer && differenceOf(own, answer);
    if (difference !== undefined) agreement.disagreements.push(`${chart.name}: ${difference}`);
    else agreement[own.state]++;
  }
  return agreement;
}

/** Fails if there is a disagreement, and shows the first ones. */
export function assertAgreement({ disagreements }: Agreement): void {
  assert.equal(disagreements.length, 0, disagreements.slice(0, 10).join('\n\n'));
}

/** Renders a chart as everything here does. */
export function rendered({ files, values = [], set }: Asked): Rendered {
  return renderChart({
    files,
    release: 'rel',
    namespace: 'web',
    values,
    set,
    kubernetesVersion: undefined,
    apiVersions: [],
    includesDefinitions: false,
  });
}

function differenceOf(own: Rendered, answer: HelmAnswer): string | undefined {
  if (own.state !== answer.state) {
    const [ours, helms] = [
      own.state === 'refused' ? own.message : 'renders it',
      answer.state === 'refused' ? answer.message : 'renders it',
    ];
    return `we: ${ours.slice(0, 500)}\nhelm: ${helms.slice(0, 500)}`;
  }
  if (own.state === 'refused' || answer.state === 'refused') return undefined;
  try {
    assertSameText(own.text, answer.bytes);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Helm's library, started before the tests of a suite and stopped behind them. */
export function helmForSuite(): () => HelmProgram {
  let helm: HelmProgram | undefined;
  before(async () => {
    helm = await startHelmProgram();
  });
  after(() => helm?.stop());
  return () => {
    assert.ok(helm, 'helm has not been started');
    return helm;
  };
}
