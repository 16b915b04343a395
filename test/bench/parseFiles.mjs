// Parses the files that standard input lists, one a line, with `yaml`, and does nothing else.
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

for (const file of readFileSync(0, 'utf8').split('\n')) {
  parseAllDocuments(readFileSync(file, 'utf8'), { logLevel: 'silent' });
}
