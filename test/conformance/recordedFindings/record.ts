import { record, recorded, sourceOf } from './findings';

for (const name of recorded) {
  const folder = sourceOf(name);
  if (folder === undefined) console.error(`There is no ../shared/${name}: its record stays as it is.`);
  else record(name, folder);
}
