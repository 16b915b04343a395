import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import { renderChart } from '../../../server/rendering/charts/renderChart';
import { randomFrom } from '../../random';
import { helmFolder } from '../../vscode/downloads';
import { drawExpression, drawnValues, expressionTemplate } from './drawExpression';
import { type HelmAnswer, helmTemplate } from './helm';

/** How many expressions are drawn; 2,000 with SEAWORTHY_TEST_ALL. */
const count = Number(process.env.SEAWORTHY_EXPRESSIONS ?? (process.env.SEAWORTHY_TEST_ALL ? 2000 : 300));
/** Another one draws other expressions. */
const seed = Number(process.env.SEAWORTHY_SEED ?? 1);
/** Each that is refused takes a start of helm. */
const refusedCount = Math.ceil(count / 20);

const description = 'apiVersion: v2\nname: drawn\nversion: 1.0.0\n';

describe('Drawn expressions', function () {
  this.timeout(1_200_000);
  let helm = '';
  let folder = '';

  before(async function () {
    const found = await helmFolder();
    // The package holds a helm for Linux alone.
    if (!found) this.skip();
    helm = path.join(found, 'helm');
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-drawn-'));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const expressions = Array.from({ length: count }, (_, index) => drawExpression(randomFrom(seed * 100_000 + index)));
  const own = expressions.map((expression) => ({ expression, rendered: render([expression]) }));

  it('print what helm prints', async () => {
    const fine = own.flatMap(({ expression, rendered }) => (rendered.state === 'rendered' ? [expression] : []));
    const answer = await askHelm(fine);
    if (answer.state === 'refused') return assert.fail(`${answer.message}\n${blamed(answer.message, fine)}`);
    const rendered = render(fine);
    assert.ok(rendered.state === 'rendered');
    const [lines, helms] = [Buffer.from(encodeUtf8(rendered.text.text)), answer.bytes].map((bytes) =>
      bytes.toString('utf8').split('\n'),
    );
    let source = '';
    for (const [index, line] of (lines ?? []).entries()) {
      if (line.startsWith('# Source')) source = blamed(line, fine);
      assert.equal(line, helms?.[index], source);
    }
  });

  it('are refused where helm refuses them', async () => {
    const refused = own.filter(({ rendered }) => rendered.state === 'refused').slice(0, refusedCount);
    for (const { expression, rendered } of refused) {
      const answer = await askHelm([expression]);
      assert.equal(answer.state, 'refused', `${expression}: ${rendered.state === 'refused' ? rendered.message : ''}`);
    }
  });

  async function askHelm(asked: readonly string[]): Promise<HelmAnswer> {
    const chart = mkdtempSync(path.join(folder, 'chart-'));
    mkdirSync(path.join(chart, 'templates'));
    for (const { path: name, text } of filesOf(asked)) writeFileSync(path.join(chart, name), text);
    return helmTemplate(helm, folder, ['rel', chart]);
  }
});

function filesOf(expressions: readonly string[]) {
  return [
    { path: 'Chart.yaml', text: description },
    { path: 'values.yaml', text: drawnValues },
    ...expressions.map((expression, index) => ({
      path: `templates/e${index}.yaml`,
      text: expressionTemplate(expression),
    })),
  ];
}

function render(expressions: readonly string[]) {
  return renderChart({
    files: filesOf(expressions).map(({ path: name, text }) => ({ path: name, bytes: encodeUtf8(text) })),
    release: 'rel',
    namespace: 'default',
    values: [],
    set: [],
    kubernetesVersion: undefined,
    apiVersions: [],
    includesDefinitions: false,
  });
}

/** The expression of the template that a message names. */
function blamed(message: string, expressions: readonly string[]): string {
  const [, index] = /templates\/e(\d+)\.yaml/.exec(message) ?? [];
  return expressions[Number(index)] ?? '';
}
