import assert from 'node:assert/strict';
import type { GivenFile } from '../../../server/rendering/charts/chart/givenFile';
import { decodeUtf8, encodeUtf8 } from '../../../server/rendering/charts/go/bytes';
import { chartFolder } from '../../../server/workspace/disk/chartFolder';
import { below, type Random, randomFrom } from '../../random';
import { chartPairs } from './chartPairs';
import { drawChart } from './drawChart';
import { type Asked, rendered } from './helmAgreement';
import { mutated } from './mutate';

/** How many broken charts are rendered: 100,000 take hours. */
const count = Number(process.env.SEAWORTHY_BROKEN ?? 1000);
/** Another one breaks them otherwise. */
const seed = Number(process.env.SEAWORTHY_SEED ?? 1);
/** Each chart is broken so often. */
const times = 50;
/** No chart may take longer, on a machine that does other things too. */
const mostSeconds = 20;
const mostCharacters = 16 * 1024 * 1024;

describe('Broken charts', function () {
  this.timeout(60_000 + count * 200);

  it('are rendered or refused within their budget, and never more', () => {
    const folders = [...new Set(chartPairs().map(({ chart }) => chart))];
    for (let index = 0; index < count; index += times) {
      const random = randomFrom(seed * 1_000_000 + index);
      // One of twenty is a real one.
      const folder = random() < 0.05 ? folders[below(folders.length, random)] : undefined;
      const chart = folder === undefined ? drawn(random) : real(folder);
      for (let turn = 0; turn < times; turn++) {
        const files = broken(chart.files, random);
        const start = process.cpuUsage();
        const about = `seed ${seed}, chart ${index}, turn ${turn}`;
        let characters = 0;
        try {
          const result = rendered({ ...chart, files });
          if (result.state === 'rendered') characters = result.text.text.length;
        } catch (error) {
          assert.fail(`${about}: ${error instanceof Error ? error.stack : error}`);
        }
        const { user, system } = process.cpuUsage(start);
        assert.ok((user + system) / 1e6 < mostSeconds, `${about} takes ${(user + system) / 1e6} s`);
        assert.ok(characters <= mostCharacters, `${about} writes ${characters} characters`);
      }
    }
  });
});

function drawn(random: Random): Asked {
  const { files, set } = drawChart(random);
  return { name: 'drawn', files: [...files].map(([path, text]) => ({ path, bytes: encodeUtf8(text) })), set };
}

function real(folder: string): Asked {
  const read = chartFolder(folder);
  return { name: folder, files: 'files' in read ? read.files : [], set: [] };
}

/** The files with one of them broken. */
function broken(files: readonly GivenFile[], random: Random): readonly GivenFile[] {
  const wanted = files.filter(({ path }) =>
    /(?:^|\/)(?:templates\/.*|values\.yaml|Chart\.yaml|values\.schema\.json)$/.test(path),
  );
  const one = wanted[below(wanted.length, random)];
  return files.map((file) =>
    file === one ? { ...file, bytes: encodeUtf8(mutated(decodeUtf8(file.bytes), random)) } : file,
  );
}
