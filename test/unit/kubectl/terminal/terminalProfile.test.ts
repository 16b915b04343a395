import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { profileShell } from '../../../../client/kubectl/terminal/terminalProfile';

const folder = path.resolve(__dirname, '../../../../shell');

/** How each shell says what its interactive self makes of words; the user's file for it; a function in its language. */
const shells = [
  { name: 'bash', rcFile: '.bashrc', own: 'k() { echo mine; }' },
  { name: 'zsh', rcFile: '.zshrc', own: 'k() { echo mine; }' },
  { name: 'fish', rcFile: '.config/fish/config.fish', own: 'function k; echo mine; end' },
];

describe('the profile "Kubernetes shell"', function () {
  // zsh sets up its completion in each new home.
  this.timeout(60_000);
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'seaworthy-home-'));
    mkdirSync(path.join(home, '.config/fish'), { recursive: true });
    mkdirSync(path.join(home, 'bin'));
    writeFileSync(path.join(home, 'bin/kubectl'), '#!/bin/sh\necho "kubectl got: $*"\n');
    chmodSync(path.join(home, 'bin/kubectl'), 0o755);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  for (const { name, rcFile, own } of shells) {
    describe(`in ${name}`, () => {
      before(function () {
        if (spawnSync(name, ['-c', 'exit 0']).error) this.skip();
      });

      const run = (script: string, variables: Record<string, string> = {}) => {
        const environment = {
          HOME: home,
          PATH: `${home}/bin:/usr/local/bin:/usr/bin:/bin`,
          TERM: 'dumb',
          ...variables,
        };
        const shell = profileShell({
          defaultShell: `/usr/bin/${name}`,
          platform: 'linux',
          environment,
          folder,
          kubeconfigFiles: ['/k'],
        });
        const { stdout } = spawnSync(name, ['-i', '-c', script], {
          env: { ...environment, ...shell.env },
          encoding: 'utf8',
        });
        return stdout;
      };

      it('has k and ks', () => {
        assert.match(run('eval k get pods'), /kubectl got: get pods$/m);
        assert.match(run('eval ks get pods'), /kubectl got: -n kube-system get pods$/m);
      });

      it("reads the user's own configuration, which may call something else k", () => {
        writeFileSync(path.join(home, rcFile), `${own}\necho read\n`);
        const output = run('k get pods');
        assert.match(output, /read/);
        assert.match(output, /mine/);
        assert.doesNotMatch(output, /kubectl got: get pods/);
      });

      it('leaves the folders that programs look into as they were', () => {
        assert.match(
          run('echo "ZDOTDIR is $ZDOTDIR."'),
          name === 'zsh' ? new RegExp(`ZDOTDIR is ${home}\\.`) : /ZDOTDIR is \./,
        );
        if (name === 'fish')
          assert.match(run('echo "data: $XDG_DATA_DIRS."', { XDG_DATA_DIRS: '/mine' }), /data: \/mine\./);
      });
    });
  }

  it('reads a zsh configuration from another folder', function () {
    if (spawnSync('zsh', ['-c', 'exit 0']).error) this.skip();
    const elsewhere = path.join(home, 'zsh');
    mkdirSync(elsewhere);
    writeFileSync(path.join(home, '.zshenv'), `export ZDOTDIR=${elsewhere}\n`);
    writeFileSync(path.join(elsewhere, '.zshrc'), 'echo read from elsewhere\n');
    const environment = { HOME: home, PATH: `${home}/bin:/usr/bin:/bin`, TERM: 'dumb' };
    const shell = profileShell({
      defaultShell: '/bin/zsh',
      platform: 'linux',
      environment,
      folder,
      kubeconfigFiles: [],
    });
    const { stdout } = spawnSync('zsh', ['-i', '-c', 'echo "$ZDOTDIR"; eval k x'], {
      env: { ...environment, ...shell.env },
      encoding: 'utf8',
    });
    assert.match(stdout, /read from elsewhere/);
    assert.match(stdout, new RegExp(`^${elsewhere}$`, 'm'));
    assert.match(stdout, /kubectl got: x/);
  });

  it('takes the first shell that it knows where the default one is another, and none on Windows', () => {
    const surroundings = { environment: { PATH: '/bin:/usr/bin' }, folder, kubeconfigFiles: [] };
    const other = profileShell({ ...surroundings, defaultShell: '/usr/bin/nu', platform: 'linux' });
    if (existsSync('/bin/bash')) assert.equal(other.shellPath, '/bin/bash');
    assert.equal(
      profileShell({ ...surroundings, defaultShell: 'C:\\cmd.exe', platform: 'win32' }).shellPath,
      undefined,
    );
    assert.deepEqual(profileShell({ ...surroundings, defaultShell: '/bin/zsh', platform: 'darwin' }).shellArgs, ['-l']);
  });
});
