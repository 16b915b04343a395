/**
 * Letters and digits that look like a Latin small letter once case is out of the way. After the table of confusable
 * characters of Unicode 16 (UTS #39, confusables.txt), as far as one character stands for one.
 */
const lookalikes: Readonly<Record<string, string>> = {
  a: 'аɑα',
  b: 'вьƅβ',
  c: 'сϲᴄ',
  d: 'ԁɗ',
  e: 'еҽєε',
  f: 'ẝք',
  g: 'ɡցƍ',
  h: 'һհнη',
  j: 'јϳ',
  k: 'кκ',
  l: '1iıіιɩ|ӏ׀∣ǀ',
  m: 'мμ',
  n: 'пոᴨ',
  o: '0оοօσᴏഠ๐໐',
  p: 'рρϱ',
  q: 'ԛգ',
  r: 'гᴦгɼ',
  s: 'ѕꜱ',
  t: 'тτ',
  u: 'υսʋᴜц',
  v: 'ѵνᴠ',
  w: 'ѡԝшωᴡ',
  x: 'хχ×',
  y: 'уүγყ',
  z: 'ᴢʐ',
  '-': '‐‑‒–—―−',
};

const meant = new Map(
  Object.entries(lookalikes).flatMap(([letter, others]) => [...others].map((other) => [other, letter])),
);

/** A name as the eye takes it: without case, accents and what can't be seen, lookalikes as the letters that they look like. */
export function withoutDisguise(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{Mark}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu, '');
  return Array.from(plain, (character) => meant.get(character) ?? character).join('');
}
