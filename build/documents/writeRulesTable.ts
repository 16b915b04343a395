import { writeFileSync } from 'node:fs';
import { rulesPage, rulesTable } from './rulesTable';

writeFileSync(rulesPage, rulesTable());
