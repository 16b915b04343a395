import * as vscode from 'vscode';
import type { ServiceDescription } from '../../server/protocol/snippets';
import { isObject } from '../../server/unknownJson';
import { exposures, hostProblem, imageProblem, mayMove, nameProblem, portProblem } from './serviceWords';

/** Asks what a new service is; undefined if the user changes their mind. */
export async function askForService(): Promise<ServiceDescription | undefined> {
  const name = await ask('What is it called?', 'web', nameProblem, 1);
  if (name === undefined) return undefined;
  const image = await ask('Which image does it run?', `registry.example.com/${name}:1.0.0`, imageAdvice, 2);
  if (image === undefined) return undefined;
  const port = await ask('Which port does the container listen on?', '8080', portProblem, 3);
  if (port === undefined) return undefined;
  const exposure = await askForExposure();
  if (exposure === undefined) return undefined;
  const described = { name, image, port: Number(port), exposure };
  if (exposure === 'cluster' || exposure === 'load balancer') return described;
  const host = await ask('Which host name leads to it?', `${name}.example.com`, hostProblem, 5);
  return host === undefined ? undefined : { ...described, host };
}

/** True for what `askForService` gives back, or whoever calls the command says instead. */
export function isServiceDescription(value: unknown): value is ServiceDescription {
  if (!isObject(value)) return false;
  const { name, image, port, exposure, host } = value;
  return (
    typeof name === 'string' &&
    nameProblem(name) === undefined &&
    typeof image === 'string' &&
    imageProblem(image) === undefined &&
    portProblem(String(port)) === undefined &&
    exposures.some((known) => known.exposure === exposure) &&
    (host === undefined || (typeof host === 'string' && hostProblem(host) === undefined))
  );
}

type Advice = string | vscode.InputBoxValidationMessage | undefined;

async function ask(
  prompt: string,
  value: string,
  advise: (value: string) => Advice,
  step: number,
): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: `New service (${step}/${step > 4 ? 5 : 4})`,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (written) => advise(written.trim()),
  });
  return answer?.trim();
}

/** A tag that moves is the user's to choose, but not without a word. */
function imageAdvice(image: string): Advice {
  const problem = imageProblem(image);
  if (problem !== undefined || !mayMove(image)) return problem;
  return {
    message: 'Without a version in its tag, nobody can tell which image runs, nor go back to the one before.',
    severity: vscode.InputBoxValidationSeverity.Warning,
  };
}

async function askForExposure(): Promise<ServiceDescription['exposure'] | undefined> {
  const picked = await vscode.window.showQuickPick([...exposures], {
    title: 'New service (4/4)',
    placeHolder: 'How is it reached?',
    ignoreFocusOut: true,
  });
  return picked?.exposure;
}
