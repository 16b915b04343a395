import {
  descend,
  type Field,
  isMapping,
  items,
  mayHaveMore,
  member,
  pathOf,
  scalarOf,
  stringOf,
} from '../../../yaml/field/field';
import { type Edit, type PlainValue, remove, set } from '../../../yaml/write/edits';
import { type Rewrite, sameSchema } from './rewriting';

/** A metric of v2beta1 writes its goal in fields of its own, one of v2 in a `target`. */
export const autoscaler: Rewrite = ({ root }) => {
  const metrics = descend(root, 'spec', 'metrics');
  if (mayHaveMore(metrics)) return undefined;
  const edits: Edit[] = [];
  for (const metric of items(metrics)) {
    const rewritten = rewrittenMetric(metric);
    if (!rewritten) return undefined;
    edits.push(...rewritten);
  }
  if (edits.length === 0) return sameSchema;
  return { fixClass: 'ask', edits, changes: 'the goals of its metrics become targets' };
};

function rewrittenMetric(metric: Field): Edit[] | undefined {
  switch (stringOf(member(metric, 'type'))) {
    case 'Resource':
      return resourceMetric(member(metric, 'resource'));
    case 'ContainerResource':
      return resourceMetric(member(metric, 'containerResource'));
    case 'Pods':
      return namedMetric(member(metric, 'pods'), 'selector', { targetAverageValue: 'AverageValue' });
    case 'External':
      return namedMetric(member(metric, 'external'), 'metricSelector', {
        targetValue: 'Value',
        targetAverageValue: 'AverageValue',
      });
    default:
      // The goal of an Object metric and what it is measured on swap their names, which one edit can't do.
      return undefined;
  }
}

function resourceMetric(source: Field): Edit[] | undefined {
  return goal(source, { targetAverageUtilization: 'Utilization', targetAverageValue: 'AverageValue' });
}

function namedMetric(source: Field, selector: string, goals: Readonly<Record<string, string>>): Edit[] | undefined {
  const name = member(source, 'metricName');
  const written = stringOf(name);
  // A selector would have to move along, with its comments.
  if (written === undefined || member(source, selector).state !== 'absent') return undefined;
  const rewritten = goal(source, goals);
  return rewritten && [remove(pathOf(name)), set(pathOf(member(source, 'metric')), { name: written }), ...rewritten];
}

/** Moves the one goal that is written into a target. */
function goal(source: Field, goals: Readonly<Record<string, string>>): Edit[] | undefined {
  if (!isMapping(source) || mayHaveMore(source)) return undefined;
  const written = Object.entries(goals)
    .map(([name, type]) => ({ type, field: member(source, name) }))
    .filter(({ field }) => field.state !== 'absent');
  const [only] = written;
  const value = only && scalarOf(only.field);
  if (!only || written.length > 1 || !value || value.type === 'null' || value.type === 'boolean') return undefined;
  const key = { Utilization: 'averageUtilization', AverageValue: 'averageValue', Value: 'value' }[only.type];
  if (key === undefined) return undefined;
  const target: PlainValue = { type: only.type, [key]: value.value };
  return [remove(pathOf(only.field)), set(pathOf(member(source, 'target')), target)];
}
