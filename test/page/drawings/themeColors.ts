import type { ThemeKind } from '../../vscode/themes';

/** What VS Code's own themes of each kind give to a webview, as far as drawings use it (VS Code 1.139). */
export const themeColors: Readonly<Record<ThemeKind, Readonly<Record<string, string>>>> = {
  light: {
    'editor-foreground': '#3b3b3b',
    'editor-background': '#ffffff',
    descriptionForeground: '#3b3b3b',
    'charts-blue': '#0063d3',
    'charts-green': '#388a34',
    'charts-yellow': '#bf8803',
    'charts-red': '#e51400',
    'charts-purple': '#652d90',
  },
  dark: {
    'editor-foreground': '#cccccc',
    'editor-background': '#1f1f1f',
    descriptionForeground: '#9d9d9d',
    'charts-blue': '#59a4f9',
    'charts-green': '#89d185',
    'charts-yellow': '#cca700',
    'charts-red': '#f14c4c',
    'charts-purple': '#b180d7',
  },
  'high-contrast-dark': {
    'editor-foreground': '#ffffff',
    'editor-background': '#000000',
    descriptionForeground: '#ffffffb3',
    contrastBorder: '#6fc3df',
    'charts-blue': '#59a4f9',
    'charts-green': '#89d185',
    'charts-yellow': '#ffd370',
    'charts-red': '#f48771',
    'charts-purple': '#b180d7',
  },
  'high-contrast-light': {
    'editor-foreground': '#292929',
    'editor-background': '#ffffff',
    descriptionForeground: '#292929',
    contrastBorder: '#0f4a85',
    'charts-blue': '#0f4a85',
    'charts-green': '#374e06',
    'charts-yellow': '#895503',
    'charts-red': '#b5200d',
    'charts-purple': '#652d90',
  },
};
