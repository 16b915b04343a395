import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { commandLine, type Shell, shellNamed } from '../../../../client/kubectl/commandLine/quoting';
import { cmdArguments, powerShellArguments } from './windowsShells';

const hostile = [
  ...[
    '',
    ' ',
    'a b',
    ';',
    'a;reboot',
    '$(reboot)',
    '`reboot`',
    '$HOME',
    '$\u007bHOME}',
    '$$',
    '!',
    '!!',
    'a!b',
    '!$',
    '#',
    'a#b',
  ],
  ...[
    '"',
    "'",
    "'\"'",
    `a"b'c`,
    '\\',
    'a\\',
    'a\\\\',
    '\\"',
    "\\'",
    'a b\\',
    'a\\"b c\\',
    '&',
    '&&',
    '|',
    '||',
    '>',
    '<',
    '>>x',
  ],
  ...[
    '%PATH%',
    '%PATH',
    '100%',
    '%%',
    '%PATH:a=b%',
    '%"%',
    '^',
    '^^',
    'a^',
    '(',
    ')',
    '(x)',
    '{a,b}',
    '{{x}}',
    '[x]',
    '*',
    '?',
    '~',
  ],
  ...[
    '~root',
    '=ls',
    'a=~',
    '-',
    '--',
    '-x',
    '--flag=$(x)',
    '--flag=a b',
    '@file',
    '@{x}',
    '%self',
    '1kb',
    '0x10',
    '-a.b:c',
    ',',
  ],
  ...[
    '‘curly’',
    '“curly”',
    'ünïcödé',
    '漢字',
    '🙂',
    '{{print `/`}}',
    '{.status.phase}',
    'a,b',
    "it's",
    '$((1+1))',
    '<(x)',
    '\u00a0',
  ],
];
const withLines = ['a\nb', '\n', "a\n'b'\n", 'a\n!b', '\\\n'];
const withControls = ['\t', 'a\tb', '\x01', '\x1b[31m', '\x7f', '\u0085', '\r\n', '\x03', '\x04', "\t'\\!"];

/** Shells that read the words back: the arguments they give a program, each ended by a zero byte. */
const realShells: { shell: Shell; program: string; reads: readonly string[] }[] = [
  { shell: 'bash', program: 'bash', reads: [...hostile, ...withLines, ...withControls] },
  { shell: 'zsh', program: 'zsh', reads: [...hostile, ...withLines, ...withControls] },
  { shell: 'fish', program: 'fish', reads: [...hostile, ...withLines, ...withControls] },
  { shell: 'sh', program: 'dash', reads: [...hostile, ...withLines] },
];

describe('quoting for a shell', () => {
  for (const { shell, program, reads } of realShells) {
    describe(`as ${program} reads it`, () => {
      before(function () {
        if (spawnSync(program, ['-c', 'exit 0']).error) this.skip();
      });

      it('keeps hostile words as they are, byte for byte', () => {
        assert.deepEqual(readBack(shell, program, [reads]), reads);
      });

      it('keeps 10,000 random words as they are', function () {
        this.timeout(60_000);
        const words = randomWords(shell === 'sh');
        const lines = Array.from({ length: 100 }, (_, line) => words.slice(line * 100, line * 100 + 100));
        assert.deepEqual(readBack(shell, program, lines), words);
      });
    });
  }

  it('keeps exclamation marks from the history of an interactive bash', function () {
    if (process.platform === 'win32') this.skip();
    const words = ['!', '!!', 'a!b', '!\tb', "!'!", '!$'];
    const line = commandLine('bash', 'printf', ['%s\\0', ...words]);
    assert.ok(line.kind === 'line');
    const input = `true first\ntrue second\n${line.text}\n`;
    const options = ['--norc', '--noprofile', '-i', '-o', 'history', '-o', 'histexpand'];
    const { stdout } = spawnSync('bash', options, { input, env: { ...process.env, PS1: '', PS2: '', HISTFILE: '' } });
    assert.deepEqual(words, stdout.toString().split('\0').slice(0, -1));
  });

  for (const shell of ['pwsh', 'windowsPowerShell'] as const) {
    it(`keeps words as they are by the rules of ${shell}`, () => {
      for (const words of [hostile, ...chunks(randomWords(true).filter((word) => !word.includes('\n')))]) {
        const line = commandLine(shell, 'kubectl', words);
        assert.ok(line.kind === 'line');
        assert.deepEqual(powerShellArguments(line.text, shell), ['kubectl', ...words], line.text);
      }
    });
  }

  it('keeps words as they are by the rules of cmd, whatever variables there are', () => {
    const variables = { PATH: 'c:\\', x: 'y', 'PATH:a': 'no' };
    for (const words of [hostile, ...chunks(randomWords(true).filter((word) => !word.includes('\n')))]) {
      const line = commandLine('cmd', 'kubectl', words);
      assert.ok(line.kind === 'line');
      assert.deepEqual(cmdArguments(line.text, variables), ['kubectl', ...words], line.text);
    }
  });

  it('is refused for what cannot be typed', () => {
    for (const shell of ['cmd', 'pwsh', 'windowsPowerShell'] as const) {
      for (const word of [...withLines, ...withControls])
        assert.equal(commandLine(shell, 'kubectl', [word]).kind, 'refused');
    }
    for (const word of withControls) assert.equal(commandLine('sh', 'kubectl', [word]).kind, 'refused');
    for (const { shell } of realShells) {
      assert.equal(commandLine(shell, 'kubectl', ['\0']).kind, 'refused');
      assert.equal(commandLine(shell, 'kubectl', ['\ud800']).kind, 'refused');
    }
    assert.deepEqual(commandLine('cmd', 'kubectl', ['a\nb']), {
      kind: 'refused',
      reason: 'A value holds a newline or another control character, which cannot be typed into cmd.',
    });
  });

  it('leaves plain words plain, so that the line reads as one would write it', () => {
    const args = [
      '--context=kind',
      '--namespace=shop',
      'run',
      'debug-x1y2',
      '-it',
      '--rm',
      '--image=busybox:1.37',
      '--',
      'sh',
    ];
    for (const { shell } of realShells) {
      assert.deepEqual(commandLine(shell, 'kubectl', args), { kind: 'line', text: `kubectl ${args.join(' ')}` });
    }
    assert.deepEqual(commandLine('cmd', 'kubectl', args), { kind: 'line', text: `kubectl ${args.join(' ')}` });
  });

  it("keeps Git's bash from taking a path in the container for one of Windows", () => {
    const line = commandLine('gitbash', 'kubectl', ['cat', '/proc/1/status']);
    assert.deepEqual(line, { kind: 'line', text: 'MSYS_NO_PATHCONV=1 kubectl cat /proc/1/status' });
  });
});

describe('the shell of a terminal', () => {
  it('is known by what VS Code detects, else by its program', () => {
    assert.equal(shellNamed('zsh', '/bin/bash', 'linux'), 'zsh');
    assert.equal(shellNamed(undefined, '/usr/bin/fish', 'linux'), 'fish');
    assert.equal(shellNamed(undefined, '/bin/dash', 'linux'), 'sh');
    assert.equal(shellNamed('pwsh', '/usr/bin/pwsh', 'linux'), 'pwsh');
    assert.equal(
      shellNamed('pwsh', 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe', 'win32'),
      'windowsPowerShell',
    );
    assert.equal(shellNamed('pwsh', 'C:\\Program Files\\PowerShell\\7\\pwsh.exe', 'win32'), 'pwsh');
    assert.equal(shellNamed(undefined, 'C:\\Windows\\System32\\cmd.exe', 'win32'), 'cmd');
    assert.equal(shellNamed(undefined, 'C:\\Program Files\\Git\\bin\\bash.exe', 'win32'), 'gitbash');
  });

  it('is unknown where no line can be written for it', () => {
    for (const name of ['nu', 'csh', 'python', 'julia', 'node', 'wsl'])
      assert.equal(shellNamed(name, '/bin/bash', 'linux'), undefined);
    assert.equal(shellNamed(undefined, '/usr/bin/xonsh', 'linux'), undefined);
  });
});

/** What the shell gives `printf` to print, for lines of words. */
function readBack(shell: Shell, program: string, lines: readonly (readonly string[])[]): string[] {
  const script = lines.map((words) => {
    const line = commandLine(shell, 'printf', ['%s\\0', ...words]);
    assert.ok(line.kind === 'line');
    return line.text;
  });
  // Read as a script, as typed text would be; without the user's own configuration.
  const options = { bash: ['--norc'], zsh: ['-f'], fish: ['--no-config'], dash: [] }[program] ?? [];
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-quoting-'));
  const file = path.join(folder, 'script');
  writeFileSync(file, `${script.join('\n')}\n`);
  const output = execFileSync(program, [...options, file], { env, maxBuffer: 1 << 28 });
  rmSync(folder, { recursive: true });
  return output.toString('utf8').split('\0').slice(0, -1);
}

function randomWords(withoutControls: boolean): string[] {
  const piece = fc.oneof(
    fc.constantFrom(...hostile, ...withLines, ...(withoutControls ? [] : withControls)),
    fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !/\p{Cc}/u.test(text)),
    fc.string({ unit: fc.constantFrom(...'\\"\'`$%^!-=~#&|;<>()[]{}*? a1'), maxLength: 8 }),
  );
  const word = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
  return fc.sample(word, { numRuns: 10_000, seed: 6 });
}

function chunks(words: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(words.length / 20) }, (_, index) => words.slice(index * 20, index * 20 + 20));
}
