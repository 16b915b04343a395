import type { ThemeKind } from '../../vscode/themes';
import { themeColors } from './themeColors';

/** How a page of drawings looks. */
export interface Looks {
  readonly theme: ThemeKind;
  readonly font: string;
  /** The cheat-sheet's own style sheet. */
  readonly styles: string;
}

/** The classes by which a webview's style sheet knows high contrast. */
const themeClasses: Readonly<Record<ThemeKind, string>> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'high-contrast-dark': 'vscode-high-contrast',
  'high-contrast-light': 'vscode-high-contrast vscode-high-contrast-light',
};

/** Figures on a page of their own that looks as the cheat-sheet's panel does. */
export function drawingPage(figures: readonly string[], { theme, font, styles }: Looks): string {
  const colors = Object.entries(themeColors[theme]).map(([name, value]) => `--vscode-${name}: ${value};`);
  return `<!DOCTYPE html>
<html lang="en">
<style>${styles}</style>
<style>
:root { ${colors.join(' ')} --vscode-font-family: ${font}; }
body:not(.exported) { display: block; height: auto; overflow: visible; }
</style>
<body class="${themeClasses[theme]}">
<main id="page">${figures.join('\n')}</main>
</body>
</html>`;
}
