import { resolve } from 'node:path';
import { baselineName } from '../configuration/baselineName';
import { printable } from '../lint/printable';
import { configurationFile } from '../protocol/starting';
import { writtenVersion } from '../workspace/baseline';
import { fileFault } from '../workspace/disk/fileFault';
import { shownPath } from '../workspace/disk/paths';
import { type ReadBytes, readBytes } from '../workspace/disk/readBytes';
import { type FoundFile, findFiles, type PathFault } from '../workspace/disk/walk';
import { chartRendering, chartsTogether } from './charts/chartArguments';
import type { ChartRendering } from './charts/chartValues';
import { chartsOfFiles } from './charts/plannedCharts';
import { checkAll } from './checkAll';
import type { Job, Source } from './checkFile';
import { configurations } from './configurations';
import { isFailure, type LintRequest } from './lintRequest';
import type { CommandMeans, ExitCode } from './means';
import { planOf } from './plan';
import type { FileReport } from './report';
import { writeReports } from './writeReports';

/** Does what `seaworthy lint` is asked for. */
export async function lintCommand(request: LintRequest, means: CommandMeans): Promise<ExitCode> {
  const { currentFolder, program, standardOutput, standardError } = means;
  const refuse = (reason: string): ExitCode => {
    standardError.write(`seaworthy: ${printable(reason)}\n`);
    return 2;
  };
  const charts = request.charts && chartRendering(request.charts, currentFolder);
  if (charts?.state === 'refused') return refuse(charts.reason);
  const job = jobOf(request, currentFolder, charts?.rendering);
  const known = configurations(currentFolder, job.overruling, job.baseline);
  const input = request.paths.includes('-') ? await standardInput(request, means) : undefined;
  const paths = request.paths.filter((path) => path !== '-');
  const found = findFiles(paths, currentFolder);
  const shown = [...(input ? [input.file] : []), ...found.files.filter(({ path }) => path !== input?.file.path)];
  const alone = new Set(input && !input.isThere ? [input.file.path] : []);
  const chartOf = job.charts ? chartsOfFiles() : async () => undefined;
  const plan = await planOf({ shown, unread: found.unread, paths, alone, currentFolder, known, chartOf });
  const several = chartsTogether(plan.files, request.charts, currentFolder);
  if (several !== undefined) return refuse(several);
  const sources = new Map(input ? [[input.file.path, input.source]] : []);
  const checked = await checkAll({ ...plan, sources, job, known, program, means });
  const { complaints } = checked;
  const isNowhere = ({ path }: FileReport) => path === input?.file.path && request.standardInputName === undefined;
  const reports = checked.reports.map((report) => (isNowhere(report) ? { ...report, path: undefined } : report));

  if (complaints.length > 0) {
    const { prettyComplaint, styleFor } = await import('./pretty');
    const style = await styleFor(
      standardError.paint,
      complaints.map(({ excerpt }) => excerpt),
    );
    for (const complaint of complaints) standardError.write(prettyComplaint(complaint, style));
  }
  const faults = [...found.faults, ...plan.faults, ...reports.flatMap(faultsOf)];
  const said = faults.map(({ name, message }) => `${printable(name)}: ${printable(message)}`);
  for (const text of [...said, ...reports.flatMap(withheldChanges)]) standardError.write(`seaworthy: ${text}\n`);

  if (request.writesBaseline) return finishBaseline(request, reports, complaints.length > 0, means);
  if (input && request.fixes === 'written') standardOutput.write(input.bytes());
  for (const { outcome } of reports) {
    if (outcome.state === 'linted' && outcome.mending) standardOutput.write(outcome.mending.diff);
  }
  // Whoever asks for a diff or for a fixed text pipes it somewhere, so what is left to be said goes elsewhere.
  const isTaken = request.fixes === 'shown' || (request.fixes === 'written' && input !== undefined);
  await writeReports({ reports, said, request, means, output: isTaken ? standardError : standardOutput });

  if (complaints.length > 0 || faults.some(({ isNamed }) => isNamed)) return 2;
  const severities = reports.flatMap(({ outcome }) =>
    outcome.state === 'linted' ? outcome.findings.map(({ severity }) => severity) : [],
  );
  return severities.some((severity) => isFailure(severity, request.failOn)) ? 1 : 0;
}

async function finishBaseline(
  { baseline = baselineName }: LintRequest,
  reports: readonly FileReport[],
  hasComplaints: boolean,
  { currentFolder, now, standardOutput, standardError }: CommandMeans,
): Promise<ExitCode> {
  const { writeBaseline } = await import('./writeBaseline');
  const failure = writeBaseline(resolve(currentFolder, baseline), reports, now);
  const name = printable(baseline);
  if (failure !== undefined) standardError.write(`seaworthy: ${name}: ${printable(failure)}\n`);
  else {
    const findings = reports.reduce(
      (sum, { outcome }) => sum + (outcome.state === 'linted' ? outcome.findings.length : 0),
      0,
    );
    standardOutput.write(
      `${findings} ${findings === 1 ? 'finding is' : 'findings are'} kept quiet by ${name} (version ${writtenVersion}); name it as "baseline" in ${configurationFile}\n`,
    );
  }
  return failure !== undefined || hasComplaints ? 2 : 0;
}

function jobOf(
  { profile, kubernetesVersion, isAlone, fixes, harden, format, baseline, writesBaseline }: LintRequest,
  currentFolder: string,
  charts: ChartRendering | undefined,
): Job {
  return {
    currentFolder,
    baseline: writesBaseline ? '' : baseline && resolve(currentFolder, baseline),
    overruling: {
      ...(profile && { profile }),
      ...(kubernetesVersion !== undefined && { kubernetesVersion }),
      ...(isAlone && { alone: true }),
    },
    fixes,
    harden,
    charts,
    shown: {
      objectFields: format === 'json' || format === 'sarif',
      edits: format === 'sarif',
      fingerprints: format === 'sarif' || writesBaseline,
      offers: format === 'pretty',
    },
  };
}

interface StandardInput {
  readonly file: FoundFile;
  /** Whether the file that it is named after is there. */
  readonly isThere: boolean;
  readonly source: Source;
  /** What was read, or what fixes made of it. */
  readonly bytes: () => Buffer;
}

/** Standard input as a file: the one that it is named after, or one that stands nowhere. */
async function standardInput(
  { standardInputName }: LintRequest,
  { currentFolder, readStandardInput }: CommandMeans,
): Promise<StandardInput> {
  const path = resolve(currentFolder, standardInputName ?? 'stdin');
  const name = standardInputName === undefined ? '<stdin>' : shownPath(path, currentFolder);
  const given = await readStandardInput().then(
    (bytes): ReadBytes => ({ state: 'bytes', bytes }),
    (error: unknown): ReadBytes => ({ state: 'unreadable', reason: `could not be read: ${fileFault(error)}` }),
  );
  let bytes = given.state === 'bytes' ? given.bytes : Buffer.alloc(0);
  const write = async (_before: Buffer, mended: Buffer) => {
    bytes = mended;
    return undefined;
  };
  const source: Source = { path, name, isNamed: true, isShown: true, read: () => given, write };
  const isThere = standardInputName !== undefined && readBytes(path).state !== 'gone';
  const file = { path, name, isNamed: true, size: bytes.length, root: currentFolder };
  return { file, isThere, source, bytes: () => bytes };
}

/** The changes that a diff leaves out. */
function withheldChanges({ name, outcome }: FileReport): string[] {
  const withheld = outcome.state === 'linted' ? (outcome.mending?.withheld ?? []) : [];
  return withheld.map(({ first, last }) => {
    const lines = first === last ? `line ${first}` : `lines ${first}-${last}`;
    return `${printable(name)}: the diff leaves out the change at ${lines}, since it would show a secret or steer a terminal; --fix makes it`;
  });
}

/** What has to be said of a file beside its findings. It counts as named if the exit code has to show it. */
function faultsOf({ name, isNamed, outcome }: FileReport): PathFault[] {
  switch (outcome.state) {
    case 'left out':
      return [];
    case 'excluded':
      return [{ name, message: `is not checked, since ${outcome.by} excludes it`, isNamed: false }];
    case 'unreadable':
      return [{ name, message: outcome.reason, isNamed }];
    case 'crashed':
      return [
        {
          name,
          message: `could not be checked: a fault of Seaworthy, please report it: ${outcome.error}`,
          isNamed: true,
        },
      ];
    case 'linted': {
      const failure = outcome.mending?.failure;
      return failure === undefined ? [] : [{ name, message: failure, isNamed: true }];
    }
  }
}
