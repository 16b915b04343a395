import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { diagnosticSource } from '../../../features/places/diagnosticSource';
import type { OpenChartFile } from '../model/chartIndex';
import { isLaidOver } from '../model/chartValues';
import type { Hint } from './hint';
import { rangeIn } from './locations';
import { undefinedReads } from './undefinedReads';
import { unknownKeys } from './unknownKeys';
import { unusedTemplates } from './unusedTemplates';
import { unusedValues } from './unusedValues';
import { hasBrokenTemplate } from './wholeTemplates';

/** What a file of a chart holds that has no effect, or names what isn't there. */
export function hintsIn(open: OpenChartFile): Diagnostic[] {
  return found(open).map(({ code, message, meant, start, end }) => ({
    range: rangeIn(open.at.file, { start, end }),
    severity: DiagnosticSeverity.Hint,
    source: diagnosticSource,
    code,
    message,
    ...(meant === undefined ? {} : { data: { meant } }),
    ...(code === 'undefined-value' ? {} : { tags: [DiagnosticTag.Unnecessary] }),
  }));
}

function found({ index, at }: OpenChartFile): Hint[] {
  const { path } = at;
  const isOwn = path === 'values.yaml';
  const isTemplate = path.startsWith('templates/');
  const isEnvironment = at.charts.some((chart) => isLaidOver(path, chart));
  if (!isOwn && !isTemplate && !isEnvironment) return [];
  // While a template is being typed nobody knows what it will read.
  if (hasBrokenTemplate(index)) return [];
  if (isOwn) return unusedValues(index, at);
  return isEnvironment ? unknownKeys(index, at) : [...unusedTemplates(index, at), ...undefinedReads(index, at)];
}
