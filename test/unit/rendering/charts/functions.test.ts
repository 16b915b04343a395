import assert from 'node:assert/strict';
import { dates } from './recorded/dates';
import { defaults } from './recorded/defaults';
import { dicts } from './recorded/dicts';
import { encodings } from './recorded/encodings';
import { faults } from './recorded/faults';
import { json } from './recorded/json';
import { lists } from './recorded/lists';
import { math } from './recorded/math';
import { paths } from './recorded/paths';
import { printing } from './recorded/printing';
import { type Recorded, recordedValues } from './recorded/recorded';
import { regexes } from './recorded/regexes';
import { strings } from './recorded/strings';
import { toml } from './recorded/toml';
import { urls } from './recorded/urls';
import { versions } from './recorded/versions';
import { yaml } from './recorded/yaml';
import { rendered } from './rendering';

const families: Readonly<Record<string, Recorded>> = {
  dates,
  defaults,
  dicts,
  encodings,
  json,
  lists,
  math,
  paths,
  printing,
  regexes,
  strings,
  toml,
  urls,
  versions,
  yaml,
};

describe('The functions of templates', () => {
  for (const [family, recorded] of Object.entries(families)) {
    describe(family, () => {
      for (const [expression, answer] of recorded) {
        it(`{{ ${expression} }} is what helm says it is`, () => {
          const chart = {
            'values.yaml': recordedValues,
            'templates/e.yaml': `# {{ ${expression} | toString | b64enc }}\n`,
          };
          const printed = rendered(chart).split('\n').at(2) ?? '';
          assert.equal(Buffer.from(printed.slice(2), 'base64').toString('utf8'), answer);
        });
      }
    });
  }

  for (const [expression, message] of faults) {
    it(`{{ ${expression} }} is refused with helm's words`, () => {
      const chart = { 'values.yaml': recordedValues, 'templates/e.yaml': `# {{ ${expression} }}\n` };
      assert.equal(rendered(chart).trim(), message);
    });
  }
});
