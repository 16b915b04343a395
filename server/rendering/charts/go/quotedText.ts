import { madeOf } from '../origins/source';
import { addPart, pieces } from '../values/joinTexts';
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
    let [from, place] = [0, 0];
    for (const character of inner.text) {
      const written = quotedCharacter(character);
      if (written !== character) {
        addPart(all, inner, from, place);
        all.add(written, mark);
        from = place + character.length;
      }
      place += character.length;
    }
    addPart(all, inner, from, place);
  }
  all.add('"', mark);
  return all.done();
}
