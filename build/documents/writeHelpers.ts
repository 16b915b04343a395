import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withHelperContributions } from './helperContributions';
import { helpersPage } from './helpersPage';

/* `npm run helpers`: writes docs/helpers.md and what package.json says of helpers, which unit tests compare. */

const root = path.resolve(__dirname, '../..');
mkdirSync(path.join(root, 'docs'), { recursive: true });
writeFileSync(path.join(root, 'docs', 'helpers.md'), helpersPage());

const manifest = path.join(root, 'package.json');
writeFileSync(manifest, withHelperContributions(readFileSync(manifest, 'utf8')));
