import { printed } from '../go/print';
import { quoted, quotedCharacter } from '../go/quote';
import { madeOf } from '../origins/source';
import { joined, pieces } from '../values/joinTexts';
import { type Text, text } from '../values/value';
import { toText } from './casts';
import { define, type Family } from './define';

/** The functions that put quotes around. */
export const quoting: Family = {
  quote: define('any...', (values) => {
    return joined(
      values.filter(({ kind }) => kind !== 'nil').map((value) => quotedText(toText(value))),
      text(' '),
    );
  }),
  squote: define('any...', (values) => {
    const shown = values
      .filter(({ kind }) => kind !== 'nil')
      .map((value) => {
        const inner = printed(value);
        const mark = text("'", madeOf([inner.source]));
        return joined([mark, inner, mark]);
      });
    return joined(shown, text(' '));
  }),
};

const plain = /^[ !#-[\]-~]*$/;

/** A text in Go's double quotes; characters that need no escape keep their place. */
function quotedText(inner: Text): Text {
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
