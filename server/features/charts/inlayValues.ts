import type { InlayHint } from 'vscode-languageserver-types';
import type { WorkloadKind } from '../../manifests/kinds/workloadKinds';
import { hideSecrets } from '../../manifests/secrets/hideSecrets';
import type { Text } from '../../rendering/charts/values/value';
import { lineStarts, positionAt } from '../../yaml/parsing/lines';
import { writtenValues } from './writtenValues';

/** So many characters of a value stand beside its action, and so many are told where the mouse rests on it. */
const longest = 40;
const longestTold = 2000;

/** What is shown of a template. */
export interface TemplateToShow {
  /** What it renders. */
  readonly rendered: Text;
  /** From the chart's folder. */
  readonly path: string;
  readonly text: string;
  /** The name of the values. */
  readonly values: string;
  readonly kinds: readonly WorkloadKind[];
}

/** The values that the actions of a template have written, behind each of them; secrets are hidden. */
export function inlayValues({ rendered, path, text, values, kinds }: TemplateToShow): InlayHint[] {
  const starts = lineStarts(text);
  return writtenValues(rendered, hideSecrets(rendered.text, kinds), path).map(({ end, texts }) => {
    const [first = '', ...others] = texts;
    const more = others.length > 0 ? `, and ${others.length} more` : '';
    return {
      position: positionAt(starts, end),
      label: `= ${shortened(first)}${more}`,
      paddingLeft: true,
      tooltip: `Rendered with ${values}:\n\n${texts.join('\n\n').slice(0, longestTold)}`,
    };
  });
}

function shortened(value: string): string {
  const [line = ''] = value.trimStart().split('\n');
  const isWhole = line.length <= longest && !value.trimStart().includes('\n');
  return isWhole ? line : `${line.slice(0, longest).trimEnd()}…`;
}
