import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fences, importFaults } from './importFaults';

/* `npm run fences`: says which imports of the checkout go against `layers.ts`. */

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.mjs'], {
  encoding: 'utf8',
});
const modules = listed
  .split('\n')
  .filter(Boolean)
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const faults = importFaults(modules, fences);
for (const fault of faults) console.error(fault);
console.log(`Imports: ${modules.length} modules, ${faults.length} faults.`);
process.exitCode = faults.length > 0 ? 1 : 0;
