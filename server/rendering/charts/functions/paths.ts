import { baseName, cleanPath, extension, folderName } from '../go/paths';
import { madeOf } from '../origins/source';
import { bool, part, type Text, text } from '../values/value';
import { define, type Family, textAt } from './define';

function changed(change: (path: string) => string) {
  return define('string', (values) => {
    const whole = textAt(values, 0);
    const shown = change(whole.text);
    return partOf(whole, shown);
  });
}

/** A text that stands at the end or the start of another keeps its place. */
function partOf(whole: Text, shown: string): Text {
  if (shown !== '' && whole.text.endsWith(shown)) return part(whole, whole.text.length - shown.length);
  if (shown !== '' && whole.text.startsWith(shown)) return part(whole, 0, shown.length);
  return text(shown, madeOf([whole.source]));
}

const isAbsolute = define('string', (values) => bool(textAt(values, 0).text.startsWith('/'), textAt(values, 0).source));
const [base, folder, clean, ending] = [changed(baseName), changed(folderName), changed(cleanPath), changed(extension)];

/** Sprig's functions of paths; those of the system are those of Unix. */
export const paths: Family = {
  base,
  dir: folder,
  clean,
  ext: ending,
  isAbs: isAbsolute,
  osBase: base,
  osDir: folder,
  osClean: clean,
  osExt: ending,
  osIsAbs: isAbsolute,
};
