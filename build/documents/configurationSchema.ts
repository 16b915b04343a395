import path from 'node:path';
import {
  type ConfigurationKey,
  chartKeys,
  configurationKeys,
  describeKey,
  type KeyValue,
  overrideKeys,
} from '../../server/configuration/configurationKeys';
import { offeredVersions, wordsOf } from '../../server/configuration/configurationWords';
import { rules } from '../../server/rules/catalogue';

/** The JSON schema of `.seaworthy.yaml`, as `contributes.yamlValidation` names it. */
export const schemaFile = path.resolve('schemas', 'configuration.schema.json');

/** A JSON schema, draft 7, with the words that VS Code's editors add. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The text of the schema as it should be. */
export function configurationSchemaText(): string {
  return `${JSON.stringify(configurationSchema(), null, 2)}\n`;
}

/** The schema, made from what the reader of configurations goes by. */
function configurationSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Seaworthy configuration',
    description: 'What Seaworthy checks in the files of this folder and below. Made by `npm run configuration-schema`.',
    ...mappingOf(configurationKeys),
    defaultSnippets: [
      {
        label: 'Seaworthy configuration',
        description: 'The profile, the version of the cluster, and the severities of single rules',
        body: { profile: 'recommended', kubernetesVersion: '"${1:1.34}"' },
      },
    ],
    definitions: {
      ruleSettings: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map(({ id, title, severity, profile }) => [
            id,
            {
              $ref: '#/definitions/ruleSetting',
              title,
              markdownDescription: `${title}.\n\nBy itself: \`${severity}\`, from the profile \`${profile}\` on.`,
            },
          ]),
        ),
      },
      ruleSetting: words('rule settings'),
    },
  };
}

function mappingOf(keys: readonly ConfigurationKey[]): JsonSchema {
  const properties = keys.map((key) => [key.name, { markdownDescription: describeKey(key), ...schemaOf(key.value) }]);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}

function schemaOf(value: KeyValue): JsonSchema {
  switch (value) {
    case 'profile':
    case 'rule settings':
      return value === 'profile' ? words(value) : { $ref: '#/definitions/ruleSettings' };
    case 'version':
      return {
        // The reader takes 1.34 without quotes as well: it goes by what is written, not by the number.
        type: ['string', 'number'],
        defaultSnippets: offeredVersions.map((version) => ({ label: version, body: `"${version}"` })),
      };
    case 'tools':
      return { type: 'array', items: words(value) };
    case 'globs':
    case 'registries':
    case 'values files':
      return { type: 'array', items: { type: 'string' } };
    case 'overrides':
      return {
        type: 'array',
        items: {
          ...mappingOf(overrideKeys),
          required: ['files'],
          defaultSnippets: [
            {
              label: 'override',
              description: 'Other words for some files',
              body: { files: ['$1'], rules: { $2: 'off' } },
            },
          ],
        },
      };
    case 'workload kinds':
      return {
        type: 'object',
        additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
      };
    case 'charts':
      return {
        type: 'array',
        items: {
          ...mappingOf(chartKeys),
          required: ['chart'],
          defaultSnippets: [
            {
              label: 'chart',
              description: 'How a chart is used',
              body: { chart: '$1', values: ['$2'] },
            },
          ],
        },
      };
    case 'single values':
      return { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } };
    case 'path':
    case 'chart':
    case 'name':
      return { type: 'string' };
    case 'true or false':
      return { type: 'boolean' };
  }
}

function words(value: KeyValue): JsonSchema {
  const known = wordsOf(value) ?? [];
  return {
    type: 'string',
    enum: known.map(({ word }) => word),
    markdownEnumDescriptions: known.map(({ meaning }) => meaning),
  };
}
