import { runProgram } from '../vscode/cleaningUp';
import { measuredChanges } from './changing';
import { manifests } from './manifests';
import { servers } from './servers';
import { measuredStarts } from './starting';

runProgram(async () => {
  const all = manifests();
  const compared = await servers();
  console.log(await measuredStarts(compared, all));
  console.log(await measuredChanges(compared, all));
  return 0;
});
