import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { helpersPage } from '../../client/kubectl/helpersPage';

/* `npm run helpers-page`: writes docs/helpers.md, which a unit test compares with the helpers. */

const folder = path.resolve(__dirname, '../../docs');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'helpers.md'), helpersPage());
