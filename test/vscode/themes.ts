/** The four kinds of theme that VS Code knows, each with the theme of that kind that comes with it. */
export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast-dark': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

export type ThemeKind = keyof typeof themes;

export const themeKinds: readonly ThemeKind[] = ['light', 'dark', 'high-contrast-dark', 'high-contrast-light'];

export function isThemeKind(word: string): word is ThemeKind {
  return Object.hasOwn(themes, word);
}
