import assert from 'node:assert/strict';
import { member, rootField, scalarOf } from '../../../../server/yaml/field/field';
import { plainScalarValue } from '../../../../server/yaml/parsing/scalar';
import { treeOf } from '../editing';

function meant(written: string): unknown {
  const scalar = plainScalarValue(written);
  return scalar.type === 'null' ? null : scalar.value;
}

describe('a plain scalar', () => {
  it('is a boolean in every spelling that kubectl takes', () => {
    for (const yes of ['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'y', 'Y']) {
      assert.equal(meant(yes), true, yes);
    }
    for (const no of ['false', 'False', 'FALSE', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'n', 'N']) {
      assert.equal(meant(no), false, no);
    }
    for (const word of ['tRUE', 'yEs', 'oN', 'nope', 'truely', 't']) assert.equal(meant(word), word);
  });

  it('is null where nothing, ~ or null is written', () => {
    for (const nothing of ['', '~', 'null', 'Null', 'NULL']) assert.equal(meant(nothing), null, nothing);
    for (const word of ['nULL', 'none', '~~', 'nil']) assert.equal(meant(word), word);
  });

  it('is a number in decimal, octal, hexadecimal and binary, underscores left out', () => {
    const numbers: [string, number][] = [
      ['0', 0],
      ['-0', -0],
      ['1000', 1000],
      ['+12', 12],
      ['-12', -12],
      ['1_000', 1000],
      ['0644', 420],
      ['0o644', 420],
      ['-010', -8],
      ['0x1F', 31],
      ['-0x1f', -31],
      ['0b101', 5],
      ['1.5', 1.5],
      ['1.', 1],
      ['.5', 0.5],
      ['-.5', -0.5],
      ['1e3', 1000],
      ['1.5E-1', 0.15],
      ['08', 8],
      ['0099', 99],
      ['0X1F', 31],
      ['0B11', 3],
      ['0O17', 15],
      ['0_', 0],
      ['1__0', 10],
      ['0_7', 7],
      ['1_0.5', 10.5],
      ['12e03', 12000],
      ['.5_0', 0.5],
    ];
    for (const [written, number] of numbers) assert.equal(meant(written), number, written);
  });

  it('is a string where it only looks like a number', () => {
    for (const word of [
      '1.2.3',
      '80/tcp',
      '0x',
      '0b2',
      '0o9',
      '1e',
      'e3',
      '.',
      '-',
      '+',
      '_1',
      '1 000',
      '100m',
      '1:30',
      '.5_',
      '1e400',
      '0x1p-2',
      '0xFFFFFFFFFFFFFFFFF',
    ]) {
      assert.equal(meant(word), word);
    }
  });
});

describe('a scalar', () => {
  function value(written: string): unknown {
    const scalar = scalarOf(member(rootField(treeOf(`a: ${written}\n`)), 'a'));
    return scalar && (scalar.type === 'null' ? null : scalar.value);
  }

  it('is a string in quotes, as a block and with the tag of strings', () => {
    for (const written of ['"true"', "'true'", '!!str true', '|-\n  true', '>-\n  true']) {
      assert.equal(value(written), 'true', written);
    }
    assert.equal(value('"0"'), '0');
  });

  it('is what it says without them', () => {
    assert.equal(value('true # "false"'), true);
    assert.equal(value('0'), 0);
    assert.equal(value('two words'), 'two words');
    assert.equal(value('"two\\twords"'), 'two\twords');
  });
});
