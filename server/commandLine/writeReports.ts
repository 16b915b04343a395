import { repositoryOf } from '../workspace/disk/ignoreFiles';
import { isPathWithin, shownPath } from '../workspace/disk/paths';
import type { LintRequest } from './lintRequest';
import type { CommandMeans } from './means';
import type { Excerpt, FileReport } from './report';

/** What has to be written, how and where to. */
export interface Writing {
  readonly reports: readonly FileReport[];
  /** What was said of paths and files beside their findings. */
  readonly said: readonly string[];
  readonly request: LintRequest;
  readonly means: CommandMeans;
  readonly output: CommandMeans['standardOutput'];
}

/** Writes findings in the form asked for. Only the code of that form is loaded. */
export async function writeReports({ reports, said, request, means, output }: Writing): Promise<void> {
  const { currentFolder } = means;
  switch (request.format) {
    case 'pretty': {
      const [{ prettyFile, styleFor }, { summaryOf }] = await Promise.all([import('./pretty'), import('./summary')]);
      const style = await styleFor(output.paint, reports.flatMap(excerptsOf));
      for (const report of reports) output.write(prettyFile(report, style));
      output.write(summaryOf(reports, request.fixes));
      return;
    }
    case 'json': {
      const { jsonOf } = await import('./json');
      output.write(jsonOf(reports));
      return;
    }
    case 'github': {
      const { githubAnnotations } = await import('./github');
      const root = repositoryOf(currentFolder) ?? currentFolder;
      for (const report of reports) output.write(githubAnnotations(nameFrom(root, report), report));
      return;
    }
    case 'sarif': {
      const { sarifOf } = await import('./sarif');
      const rootFolder = repositoryOf(currentFolder) ?? currentFolder;
      output.write(sarifOf({ reports, faults: said, version: means.version(), rootFolder }));
      return;
    }
  }
}

function excerptsOf({ outcome }: FileReport): Excerpt[] {
  return outcome.state === 'linted' ? outcome.findings.map(({ excerpt }) => excerpt) : [];
}

/** The name of a file in its repository, which is what services that annotate commits know it by. */
function nameFrom(root: string, { name, path }: FileReport): string {
  return path !== undefined && isPathWithin(path, root) ? shownPath(path, root) : name;
}
