import { statSync } from 'node:fs';
import { packageLimit } from './limits';

// `npm run package` ends with it: the package must not weigh more than it may.
const file = 'out/seaworthy.vsix';
const { size } = statSync(file);
const inMegabytes = (bytes: number) => (bytes / 1e6).toFixed(2);
console.log(`${file}: ${inMegabytes(size)} MB of ${inMegabytes(packageLimit)}`);
if (size > packageLimit) {
  console.error(`The package is too heavy. \`unzip -lv ${file}\` shows what is in it.`);
  process.exitCode = 1;
}
