import assert from 'node:assert/strict';
import { readValues } from '../../../server/rendering/charts/chart/readValues';
import { decodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import { chartFolder } from '../../../server/workspace/disk/chartFolder';
import { buildingTime, whyNoGo } from '../../kubernetes/goPrograms/goProgram';
import { below, randomFrom } from '../../random';
import { type ChartPair, chartPairs, valuesFiles } from './chartPairs';
import { drawSetting, settable } from './drawSetting';
import { type Asked, agreementOn, assertAgreement, helmForSuite } from './helmAgreement';

/** How often something is toggled in each pair: ten times take half an hour. */
const count = Number(process.env.SEAWORTHY_TOGGLES ?? 1);
/** Another one toggles something else. */
const seed = Number(process.env.SEAWORTHY_SEED ?? 1);

const pairs = chartPairs();
const reason = pairs.length === 0 ? 'there are no charts' : whyNoGo();
const about = reason ? `Real charts with values toggled (left out: ${reason})` : 'Real charts with values toggled';

(reason ? describe.skip : describe)(about, function () {
  this.timeout(buildingTime + pairs.length * count * 2000);
  const helm = helmForSuite();

  it('are rendered, or refused, as helm does it', async () => {
    assertAgreement(await agreementOn(helm(), pairs.flatMap(toggled)));
  });
});

function toggled(pair: ChartPair, index: number): Asked[] {
  const read = chartFolder(pair.chart);
  assert.ok('files' in read);
  const { files } = read;
  const own = files.find(({ path }) => path === 'values.yaml');
  const all = own ? settable(readValues({ path: own.path, text: decodeUtf8(own.bytes) })) : [];
  const random = randomFrom(seed * 1000 + index);
  const setting = () => {
    const one = all[below(all.length, random)];
    return one ? [drawSetting(one, random)] : [];
  };
  return Array.from({ length: count }, () => {
    const set = Array.from({ length: 1 + below(3, random) }, setting).flat();
    return { name: `${pair.name} ${JSON.stringify(set)}`, files, folder: pair.chart, values: valuesFiles(pair), set };
  });
}
