import { madeOf } from '../origins/source';
import { pieces } from '../values/joinTexts';
import { type Text, text } from '../values/value';
import { quoted, quotedCharacter } from './quote';

const plain = /^[ !#-[\]-~]*$/;

/** A text in Go's double quotes; characters that need no escape keep their place. */
export function quotedText(inner: Text): Text {
  const { source } = inner;
  if (source === undefined) return text(quoted(inner.text));
  const mark = madeOf([source]);
  const all = pieces();
  all.add('"', mark);
  if (plain.test(inner.text)) all.add(inner.text, source);
  else {
    let place = 0;
    for (const character of inner.text) {
      const written = quotedCharacter(character);
      all.add(written, written === character ? { kind: 'slice', of: source, from: place } : mark);
      place += character.length;
    }
  }
  all.add('"', mark);
  return all.done();
}
