import { printed } from '../go/print';
import { quotedText } from '../go/quotedText';
import { madeOf } from '../origins/source';
import { joined } from '../values/joinTexts';
import { text } from '../values/value';
import { toText } from './casts';
import { define, type Family } from './define';
import { looking } from './weight';

/** The functions that put quotes around. */
export const quoting: Family = looking({
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
});
