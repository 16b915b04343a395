import assert from 'node:assert/strict';
import { readStartingOptions } from '../../../server/languageServer/initializationOptions';

describe('What a client says when it starts the server', () => {
  const silent = {
    reportsSyntax: true,
    reportsLimits: true,
    explainsFunctions: true,
    explainsTemplates: true,
    looksAtJson: true,
    hasSchemas: false,
    hasCommands: false,
    completionCommand: undefined,
    rulePages: undefined,
  };

  it('may be nothing', () => {
    for (const told of [undefined, null, {}]) {
      assert.deepEqual(readStartingOptions(told), { options: silent, problems: [] });
    }
  });

  it('counts as it is said', () => {
    const told = {
      reportsSyntax: false,
      reportsLimits: false,
      explainsFunctions: false,
      explainsTemplates: false,
      looksAtJson: false,
      hasSchemas: true,
      hasCommands: true,
      completionCommand: 'editor.action.triggerSuggest',
      rulePages: 'command:rule?',
    };
    assert.deepEqual(readStartingOptions(told), { options: told, problems: [] });
  });

  it('counts where it can be read, and says what can not', () => {
    const { options, problems } = readStartingOptions({ hasSchemas: 'yes', rulePages: 7, looksAtJson: false });
    assert.deepEqual(options, { ...silent, looksAtJson: false });
    assert.deepEqual(problems, [
      'hasSchemas is true or false, and counts as false.',
      'rulePages is a text, and is left out.',
    ]);
    assert.deepEqual(readStartingOptions(['hasSchemas']), { options: silent, problems: ['they are no object.'] });
  });
});
