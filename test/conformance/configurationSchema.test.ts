import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { configurationSchemaText, schemaFile } from '../../build/documents/configurationSchema';
import { configurationKeys, type KeyValue } from '../../server/configuration/configurationKeys';
import { wordsOf } from '../../server/configuration/configurationWords';
import { defaultProfile } from '../../server/configuration/effectiveOptions';
import { readConfiguration } from '../../server/configuration/readConfiguration';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the schema of configurations', () => {
  const ajv = new Ajv({ strict: false, allowUnionTypes: true });
  const isLegal = ajv.compile(JSON.parse(configurationSchemaText()));

  it('says what the reader goes by', () => {
    const isCurrent = readFileSync(schemaFile, 'utf8').replaceAll('\r\n', '\n') === configurationSchemaText();
    assert.ok(isCurrent, 'the schema is out of date: run `npm run configuration-schema` and commit what it writes');
  });

  it('is contributed to the YAML extension, and shipped', () => {
    const [validation] = contributes.yamlValidation;
    assert.equal(path.resolve(validation.url), schemaFile);
    assert.equal(validation.fileMatch, '.seaworthy.yaml');
    assert.match(readFileSync('.vscodeignore', 'utf8'), /^!schemas\/\*\.json$/m);
  });

  it('takes every example of a key', () => {
    for (const { name, example } of configurationKeys) {
      assert.ok(isLegal(parse(example)), `${name}: ${ajv.errorsText(isLegal.errors)}`);
      assert.deepEqual(readConfiguration(example).problems, []);
    }
  });

  for (const [what, text] of Object.entries({
    'an unknown key': 'profle: baseline',
    'an unknown profile': 'profile: restrictd',
    'an unknown rule': 'rules:\n  host-prt: off',
    'an unknown severity': 'rules:\n  host-port: fatal',
    'false in place of off': 'rules:\n  host-port: false',
    'a list in place of a mapping': 'rules: [host-port]',
    'a text in place of a list': 'exclude: vendor',
    'an unknown key of an override': 'overrides:\n  - files: [a]\n    exclude: [b]',
    'an override without files': 'overrides:\n  - profile: all',
    'a chart without its folder': 'charts:\n  - release: shop',
    'an unknown key of a chart': 'charts:\n  - chart: a\n    vales: [b]',
    'a values file in place of a list': 'charts:\n  - chart: a\n    values: b',
    'a table among single values': 'charts:\n  - chart: a\n    set: {b: {c: d}}',
    'a number among single values': 'charts:\n  - chart: a\n    set: {b: 1, c: true}',
    'a release that is none': 'charts:\n  - chart: a\n    release: B',
    'an unknown linter': 'honour: [kubelinter]',
    'a word in place of true': 'requireIgnoreReason: sometimes',
    'another word in place of false': 'alone: never',
    'no mapping at all': '- profile',
    'a version that is none': 'kubernetesVersion: "2.0"',
    'a number that is no version': 'kubernetesVersion: 2',
    'a version without quotes': 'kubernetesVersion: 1.30',
    'a version of the future': 'kubernetesVersion: "1.99"',
    'a glob that leads out': 'exclude: ["../a"]',
    'an item twice': 'exclude: [a, a]',
    'an override for nothing': 'overrides:\n  - files: []',
    'a registry with its protocol': 'allowedRegistries: ["https://ghcr.io"]',
    'a kind that is none': 'workloadKinds:\n  worker: spec.template',
    'a path that is none': 'workloadKinds:\n  example.com/Worker: spec..template',
    'false in place of off for a kind': 'workloadKinds:\n  example.com/Worker: false',
    'a mapping in place of a path': 'workloadKinds:\n  example.com/Worker: {spec: template}',
  })) {
    it(`agrees with the reader on who reports ${what}`, () => {
      const { problems } = readConfiguration(text);
      assert.equal(
        problems.some(({ isFormal }) => isFormal),
        !isLegal(parse(text)),
        ajv.errorsText(isLegal.errors),
      );
    });
  }
});

describe('the settings in package.json', () => {
  const settings: Record<string, Record<string, unknown>> = contributes.configuration.properties;
  const settingOf = (name: string) => settings[`seaworthy.${name}`] ?? {};
  const wordsIn = (value: KeyValue) => wordsOf(value)?.map(({ word }) => word);

  it('has each key of a configuration', () => {
    const missing = configurationKeys.filter(({ name }) => Object.keys(settingOf(name)).length === 0);
    assert.deepEqual(
      missing.map(({ name }) => name),
      ['alone'],
    );
    assert.deepEqual(settingOf('workspace').enum, ['open', 'all', 'alone', 'openFiles']);
  });

  it('has the words that the reader takes, with the same meaning', () => {
    const { enum: profiles, enumDescriptions, default: chosen } = settingOf('profile');
    assert.deepEqual(profiles, wordsIn('profile'));
    assert.deepEqual(
      enumDescriptions,
      wordsOf('profile')?.map(({ meaning }) => meaning),
    );
    assert.equal(chosen, defaultProfile);
    const severities = { type: 'string', enum: wordsIn('rule settings') };
    assert.deepEqual(settingOf('rules').additionalProperties, severities);
    assert.deepEqual(settingOf('honour').items, { type: 'string', enum: wordsIn('tools') });
    const overrides: unknown = settingOf('overrides').items;
    assert.ok(typeof overrides === 'object' && overrides !== null && 'properties' in overrides);
    assert.deepEqual(overrides.properties, {
      files: { type: 'array', items: { type: 'string' }, description: 'Globs of the files it is about.' },
      profile: { type: 'string', enum: wordsIn('profile') },
      rules: { type: 'object', additionalProperties: severities },
    });
  });

  it('takes the versions that the reader takes', () => {
    const pattern = new RegExp(String(settingOf('kubernetesVersion').pattern));
    for (const version of ['1.34', 'v1.34', '1.34.2', '']) assert.match(version, pattern);
    assert.doesNotMatch('2.1', pattern);
  });
});
