import { encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import { buildingTime, whyNoGo } from '../../kubernetes/goPrograms/goProgram';
import { randomFrom } from '../../random';
import { drawChart } from './drawChart';
import { type Asked, agreementOn, assertAgreement, helmForSuite } from './helmAgreement';
import { mutated } from './mutate';

/** How many charts are drawn: 2,000 take half an hour. */
const count = Number(process.env.SEAWORTHY_CHARTS ?? 150);
/** Another one draws other charts. */
const seed = Number(process.env.SEAWORTHY_SEED ?? 1);

const reason = whyNoGo();
const about = reason ? `Drawn charts (left out: ${reason})` : 'Drawn charts';

(reason ? describe.skip : describe)(about, function () {
  this.timeout(buildingTime + count * 1000);
  const helm = helmForSuite();

  it('are rendered, or refused, as helm does it', async () => {
    assertAgreement(await agreementOn(helm(), charts(0)));
  });

  it('are so too when something in them is broken', async () => {
    assertAgreement(await agreementOn(helm(), charts(500_000, true)));
  });
});

function* charts(from: number, isBroken = false): Iterable<Asked> {
  for (let index = 0; index < count; index++) {
    const random = randomFrom(seed * 1_000_000 + from + index);
    const { files, set } = drawChart(random);
    const texts = [...files];
    const broken = isBroken ? Math.floor(random() * (texts.length - 1)) : -1;
    const given = texts.map(([path, text], place) => ({
      path,
      bytes: encodeUtf8(place === broken ? mutated(text, random) : text),
    }));
    yield { name: `seed ${seed}, chart ${from + index}, ${texts[broken]?.[0] ?? 'whole'}`, files: given, set };
  }
}
