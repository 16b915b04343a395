import assert from 'node:assert/strict';
import { configurationKeys } from '../../../../server/configuration/configurationKeys';
import { readConfiguration } from '../../../../server/configuration/readConfiguration';
import { newConfiguration } from '../../../../server/editing/configuration/newConfiguration';
import { ruleSettingEdits } from '../../../../server/editing/configuration/ruleSetting';
import { applyTextEdits } from '../../../../server/yaml/write/renderEdits';

describe('a new configuration', () => {
  it('holds what was chosen, and everything else as a comment with its default', () => {
    const text = newConfiguration({ profile: 'restricted', kubernetesVersion: '1.34' });
    const { configuration, problems } = readConfiguration(text);
    assert.deepEqual(problems, []);
    assert.equal(configuration.profile, 'restricted');
    assert.equal(configuration.kubernetesVersion, 34);
    assert.equal(text.match(/^# .*Default: /gm)?.length, configurationKeys.length);
  });

  it('leaves the version to the newest known one unless somebody chooses', () => {
    assert.equal(readConfiguration(newConfiguration({ profile: 'all' })).configuration.kubernetesVersion, undefined);
  });

  it('has examples that mean something without their "#"', () => {
    const [, ...sections] = newConfiguration({ profile: 'all', kubernetesVersion: '1.34' }).split(/\n\n/);
    const examples = sections.map((section) => section.split('\n').slice(1).join('\n').replace(/^# /gm, ''));
    assert.deepEqual(readConfiguration(examples.join('\n')).problems, []);
    assert.equal(readConfiguration(examples.join('\n')).configuration.overrides.length, 1);
  });
});

describe('setting a rule in a configuration', () => {
  const written = (text: string, setting: 'off' | 'hint' = 'off') => {
    const edits = ruleSettingEdits(text, 'host-port', setting);
    return edits && applyTextEdits(text, edits);
  };

  it('leaves everything else as it is', () => {
    assert.equal(written('# why\nprofile: all # all\n'), '# why\nprofile: all # all\nrules:\n  host-port: off\n');
    assert.equal(written('rules:\n    host-pid: off # x\n'), 'rules:\n    host-pid: off # x\n    host-port: off\n');
    assert.equal(written('rules:\n  host-port: error # x\n', 'hint'), 'rules:\n  host-port: hint # x\n');
    assert.equal(written('rules: { host-pid: off }\n'), 'rules: { host-pid: off, host-port: off }\n');
    assert.equal(written('---\nprofile: all\r\n'), '---\nprofile: all\r\nrules:\r\n  host-port: off\r\n');
  });

  it('works where nothing is written yet', () => {
    assert.equal(written(''), 'rules:\n  host-port: off\n');
    assert.equal(written('# nothing'), '# nothing\nrules:\n  host-port: off\n');
    assert.equal(written('rules:\nprofile: all\n'), 'rules:\n  host-port: off\nprofile: all\n');
  });

  it('does not touch broken YAML', () => {
    assert.equal(written('rules: { host-pid: off\nprofile: [\n'), undefined);
  });
});
