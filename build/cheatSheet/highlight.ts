import highlighter from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import yaml from 'highlight.js/lib/languages/yaml';
import { escapeHtml } from './html';

highlighter.registerLanguage('yaml', yaml);
highlighter.registerLanguage('json', json);
highlighter.registerLanguage('sh', bash);

/** Code as HTML, with classes for what the theme colours; languages that it doesn't know stay plain. */
export function highlighted(code: string, language: string): string {
  if (!highlighter.getLanguage(language)) return escapeHtml(code);
  return highlighter.highlight(code, { language }).value;
}
