import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, projectFolder } from './build';
import { runProgram } from './cleaningUp';
import { openInDefaultBrowser } from './defaultBrowser';
import { openInDesktopVsCode } from './desktop';
import { copyOfSamples } from './sampleWorkspace';
import { startVsCodeServer } from './vscodeServer';

const usage = `npm start -- [options]
Builds the extension and opens a live VS Code with it, until Ctrl+C: on a copy of the sample manifests, one of them open
beside "Get started".
  --no-open   only print the address
  --port N    listen on this port (default: any free one)
  --desktop   open the installed VS Code (the command "code") instead of the npm registry's in the browser`;

/** Opens what is shown first. */
const firstLook = path.join(projectFolder, 'test', 'vscode', 'firstLook');

runProgram(async () => {
  const { values } = parseArgs({
    options: {
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string' },
      desktop: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`);
  }
  await build('extension');
  const workspaceFolder = await copyOfSamples();
  if (values.desktop) return openInDesktopVsCode([projectFolder, firstLook], workspaceFolder);

  const server = await startVsCodeServer({ extensionFolder: projectFolder, besideExtensions: [firstLook], port });
  const address = server.address(workspaceFolder);
  console.log(`\nVS Code with the extension in it, on a copy of the sample manifests (${workspaceFolder}):\n`);
  console.log(`  ${address}\n`);
  console.log('The cursor is at a finding: Ctrl+. (⌘. on macOS) and Enter mend it. Ctrl+C here ends it.');
  if (!values['no-open']) openInDefaultBrowser(address);
  const exitCode = await server.ended;
  console.error(`VS Code's server ended with exit code ${exitCode}.\n${server.log()}`);
  return 1;
});
