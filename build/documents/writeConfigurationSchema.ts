import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { configurationSchemaText, schemaFile } from './configurationSchema';

/* `npm run configuration-schema`: writes the JSON schema of `.seaworthy.yaml`, which a test compares with the rules. */

mkdirSync(path.dirname(schemaFile), { recursive: true });
writeFileSync(schemaFile, configurationSchemaText());
