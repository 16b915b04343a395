import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../server/rules/catalogue';
import { atBaseline, folderWith, riskyPod, seaworthy, soundPod } from './seaworthy';

const wrong: readonly { readonly args: readonly string[]; readonly message: string }[] = [
  { args: [], message: 'A command is missing: lint, render or explain' },
  { args: ['lnit'], message: 'There is no command "lnit", did you mean lint?' },
  { args: ['lint', '--formt', 'json'], message: 'There is no option --formt, did you mean --format?' },
  { args: ['lint', '--format', 'jsn'], message: 'did you mean json?' },
  { args: ['lint', '--format'], message: '--format needs a value: pretty, sarif, github or json' },
  { args: ['lint', '--format', '--fix'], message: '--format needs a value' },
  { args: ['lint', '--profile=basline'], message: 'did you mean baseline?' },
  { args: ['lint', '--kubernetes-version', 'newest'], message: `--kubernetes-version can't be "newest"` },
  { args: ['lint', '--fail-on', 'warnings'], message: 'did you mean warning?' },
  { args: ['lint', '--fix', '--harden', 'restrict'], message: 'did you mean restricted?' },
  { args: ['lint', '--harden', 'baseline'], message: 'it needs one of them' },
  { args: ['lint', '--fix=yes'], message: '--fix takes no value' },
  { args: ['lint', '--stdin-filename', 'a.yaml'], message: '--stdin-filename names what is read for the path -' },
  { args: ['lint', ''], message: 'Path 1 is empty' },
  {
    args: ['explain', 'host-network', '--set', 'a=b'],
    message: '--set is an option of lint or render, not of explain',
  },
  { args: ['render'], message: 'render needs a chart' },
  { args: ['render', 'a', 'b'], message: 'render takes one chart, so "b" is too much' },
  { args: ['render', 'a', '--format', 'json'], message: '--format is an option of lint, not of render' },
  { args: ['explain'], message: 'explain needs the id of a rule' },
  { args: ['explain', 'host-netwrk'], message: 'There is no rule "host-netwrk", did you mean host-network?' },
  { args: ['explain', 'host-network', 'host-pid'], message: 'explain takes one rule' },
  { args: ['explain', 'host-network', '--fix'], message: '--fix is an option of lint' },
];

describe('the arguments of the command line', function () {
  this.timeout(30_000);

  for (const { args, message } of wrong) {
    it(`refuses "seaworthy ${args.join(' ')}" and says why`, () => {
      const { code, out, err } = seaworthy(folderWith({}), args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.ok(err.includes(message), err);
    });
  }

  it('prints help for the program and for each command', () => {
    const folder = folderWith({});
    for (const [args, expected] of [
      [['--help'], 'seaworthy lint [paths...]'],
      [['-h'], 'Exit codes:'],
      [['lint', '--help'], '--stdin-filename NAME'],
      [['render', '--help'], '--origins'],
      [['explain', '--help'], 'host-network '],
    ] as const) {
      const { code, out, err } = seaworthy(folder, args);
      assert.equal(code, 0);
      assert.equal(err, '');
      assert.ok(out.includes(expected), out);
      for (const line of out.split('\n')) assert.ok(line.length <= 120, line);
    }
  });

  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8'));
    const { code, out } = seaworthy(folderWith({}), ['--version']);
    assert.deepEqual({ code, out }, { code: 0, out: `${version}\n` });
  });

  it('takes options before and behind the command, and paths behind --', () => {
    const folder = folderWith({ '-x.yaml': riskyPod });
    const { code, out } = seaworthy(folder, ['--format', 'json', 'lint', ...atBaseline, '--', '-x.yaml']);
    assert.equal(code, 1);
    assert.equal(JSON.parse(out)[0].path, '-x.yaml');
  });

  it('lints for the version and the profile that are asked for', () => {
    const sysctl = soundPod.replace(
      'spec:\n',
      'spec:\n  securityContext:\n    sysctls:\n      - name: net.ipv4.tcp_keepalive_time\n        value: "60"\n',
    );
    const folder = folderWith({ 'pod.yaml': sysctl });
    const exitAt = (version: string) =>
      seaworthy(folder, ['lint', ...atBaseline, '--kubernetes-version', version, 'pod.yaml']).code;
    assert.equal(exitAt('1.28'), 1);
    assert.equal(exitAt('v1.29.3'), 0);
  });
});

describe('seaworthy explain', function () {
  this.timeout(30_000);

  it('says all that a rule says about itself', () => {
    const [rule] = rules;
    assert.ok(rule);
    const { code, out } = seaworthy(folderWith({}), ['explain', rule.id]);
    assert.equal(code, 0);
    const indented = (manifest: string) => manifest.trimEnd().replace(/^(?=.)/gm, '    ');
    const parts = [rule.id, rule.title, rule.severity, rule.profile, ...rule.standards, rule.why, rule.remedy];
    for (const part of [...parts, indented(rule.bad), indented(rule.good), ...rule.links.map(({ url }) => url)]) {
      assert.ok(out.includes(part), `${part}\n\nis missing in\n\n${out}`);
    }
  });
});
