import type { Neighbours } from '../rules/rule';
import type { Finding } from './finding';
import { findingCollector } from './findingCollector';
import { type LintOptions, sortedRules } from './lintOptions';
import type { DocumentReading } from './readDocument';

/** What the rules that look at several objects find in a document, given the objects in reach. */
export function findingsAmong(reading: DocumentReading, neighbours: Neighbours, options: LintOptions): Finding[] {
  const { among } = sortedRules(options);
  const collector = findingCollector(reading.text, options, neighbours.objects);
  for (const { object, pod } of reading.subjects) {
    for (const enabled of among.forObject(object)) {
      for (const fault of enabled.rule.checkAmong(object, neighbours, options)) collector.fault(enabled, fault);
    }
    if (!pod) continue;
    for (const enabled of among.forPods) {
      for (const fault of enabled.rule.checkAmong(pod, neighbours, options)) collector.fault(enabled, fault);
    }
    for (const enabled of among.forContainers) {
      for (const container of pod.containers) {
        for (const fault of enabled.rule.checkAmong(container, neighbours, options)) collector.fault(enabled, fault);
      }
    }
  }
  return collector.findings();
}
