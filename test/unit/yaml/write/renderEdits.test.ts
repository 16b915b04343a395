import assert from 'node:assert/strict';
import { remove, set } from '../../../../server/yaml/write/edits';
import { edited, lines } from '../editing';

const context = ['spec', 'containers', 0, 'securityContext'];

describe('setting a value in block style', () => {
  it('replaces a scalar in the quotes that it has, and keeps the comment behind it', () => {
    assert.equal(edited('a: true # why\nb: 1\n', set(['a'], false)), 'a: false # why\nb: 1\n');
    assert.equal(edited('a: "x"   # why\n', set(['a'], 'y')), 'a: "y"   # why\n');
    assert.equal(edited("a: 'x'\n", set(['a'], 'y z')), "a: 'y z'\n");
    assert.equal(edited("a: 'x'\n", set(['a'], "it's")), 'a: "it\'s"\n');
    assert.equal(edited('a: x\n', set(['a'], 'yes')), 'a: "yes"\n');
    assert.equal(edited('a: "1"\n', set(['a'], 2)), 'a: 2\n');
  });

  it('writes the mappings that are missing, indented as the rest of the document', () => {
    const pod = lines('spec:', '    containers:', '      - name: web', '        image: a', '    volumes: []');
    assert.equal(
      edited(pod, set([...context, 'seccompProfile'], { type: 'RuntimeDefault' })),
      lines(
        'spec:',
        '    containers:',
        '      - name: web',
        '        image: a',
        '        securityContext:',
        '            seccompProfile:',
        '                type: RuntimeDefault',
        '    volumes: []',
      ),
    );
  });

  it('puts a new key where people look for it', () => {
    assert.equal(
      edited(lines('spec:', '  containers:', '    - name: web', '  volumes: []'), set(['spec', 'hostUsers'], false)),
      lines('spec:', '  hostUsers: false', '  containers:', '    - name: web', '  volumes: []'),
    );
    assert.equal(
      edited(lines('- image: a', '  volumeMounts: []'), set([0, 'securityContext', 'privileged'], false)),
      lines('- image: a', '  securityContext:', '    privileged: false', '  volumeMounts: []'),
    );
  });

  it('adds items in the layout of the lists around them', () => {
    assert.equal(edited('drop:\n- A\n- B # b\n', set(['drop', 2], 'ALL')), 'drop:\n- A\n- B # b\n- ALL\n');
    assert.equal(edited('a:\n- 1\nb: {}\n', set(['b', 'drop'], ['ALL'])), 'a:\n- 1\nb:\n  drop:\n  - ALL\n');
    assert.equal(edited('a:\n    - 1\nb:\n', set(['b'], ['x'])), 'a:\n    - 1\nb:\n    - x\n');
  });

  it('fills a key without a value, an empty mapping and a null, and keeps their comments', () => {
    const filled = 'spec:\n  securityContext:\n    runAsNonRoot: true\n  a: b\n';
    for (const empty of ['', ' {}', ' null', ' ~', ' { }']) {
      const text = `spec:\n  securityContext:${empty}\n  a: b\n`;
      assert.equal(edited(text, set(['spec', 'securityContext', 'runAsNonRoot'], true)), filled, text);
    }
    assert.equal(
      edited('spec:\n  securityContext: {} # todo\n', set(['spec', 'securityContext', 'runAsNonRoot'], true)),
      'spec:\n  securityContext: # todo\n    runAsNonRoot: true\n',
    );
    assert.equal(edited('a:\n', set(['a'], 1)), 'a: 1\n');
    assert.equal(edited('a: # why\nb: 2\n', set(['a'], 1)), 'a: 1 # why\nb: 2\n');
  });

  it('keeps comments below a mapping with what they are about', () => {
    assert.equal(
      edited('a:\n  b: 1\n  # more of a\n# about c\nc: 2\n', set(['a', 'd'], 3)),
      'a:\n  b: 1\n  d: 3\n  # more of a\n# about c\nc: 2\n',
    );
    assert.equal(edited('a:\n  b: 1\n\n\nc: 2\n', set(['a', 'd'], 3)), 'a:\n  b: 1\n  d: 3\n\n\nc: 2\n');
  });

  it('writes behind block scalars, leaving them as they are', () => {
    const text = lines('a:', '  script: |', '    echo 1', '', '    echo 2', '  b: 1', 'c: |-', '  end');
    assert.equal(
      edited(text, set(['a', 'z'], 1), set(['d'], 2)),
      lines('a:', '  script: |', '    echo 1', '', '    echo 2', '  b: 1', '  z: 1', 'c: |-', '  end', 'd: 2'),
    );
    assert.equal(edited('a:\n  s: |\n    x\nb: 1\n', set(['a', 'z'], 1)), 'a:\n  s: |\n    x\n  z: 1\nb: 1\n');
    assert.equal(edited('a: |\n  x\n  y\nb: 1\n', set(['a'], 'z')), 'a: z\nb: 1\n');
  });

  it('keeps the line ends of Windows, and a file without a last line end', () => {
    assert.equal(edited('a:\r\n  b: 1\r\nc: 2\r\n', set(['a', 'd'], 3)), 'a:\r\n  b: 1\r\n  d: 3\r\nc: 2\r\n');
    assert.equal(edited('a:\r\nb: 2\r\n', set(['a', 'd'], 3)), 'a:\r\n  d: 3\r\nb: 2\r\n');
    assert.equal(edited('a: 1', set(['b'], 2)), 'a: 1\nb: 2');
    assert.equal(edited('a: 1', set(['a'], 2)), 'a: 2');
    assert.equal(edited('a:', set(['a', 'b'], 2)), 'a:\n  b: 2');
  });

  it('minds a byte order mark', () => {
    assert.equal(edited('\uFEFFa: 1\nb: 2\n', set(['c'], 3)), '\uFEFFa: 1\nb: 2\nc: 3\n');
    assert.equal(edited('\uFEFFa:\n  b: 2\n', set(['c', 'd'], 3)), '\uFEFFa:\n  b: 2\nc:\n  d: 3\n');
  });

  it('quotes what would mean something else', () => {
    assert.equal(
      edited('a: 1\n', set(['b'], ['on', '1e3', '', 'a: b', '- x', 'null', '@x', 'x #y', 'plain-text_1.2/3', 'a\nb'])),
      lines(
        'a: 1',
        'b:',
        ...['  - "on"', '  - "1e3"', '  - ""', '  - "a: b"', '  - "- x"', '  - "null"', '  - "@x"', '  - "x #y"'],
        '  - plain-text_1.2/3',
        '  - "a\\nb"',
      ),
    );
  });
});

describe('removing in block style', () => {
  it('takes the whole line, with the comment behind it', () => {
    assert.equal(edited('a: 1\nb: 2 # gone\nc: 3\n', remove(['b'])), 'a: 1\nc: 3\n');
    assert.equal(edited('a: 1\nb: 2', remove(['b'])), 'a: 1');
    assert.equal(edited('a: 1\r\nb: 2\r\nc: 3', remove(['b'])), 'a: 1\r\nc: 3');
  });

  it('takes everything below a key with the comment above it, and leaves other comments', () => {
    const text = lines('# a', 'a: 1', '# b', 'b:', '  c:', '    - d', '  # in b', '  e: |', '    f', '# g', 'g: 1');
    assert.equal(edited(text, remove(['b'])), lines('# a', 'a: 1', '# g', 'g: 1'));
  });

  it('takes the comments along that are about nothing else', () => {
    const spec = (...inside: string[]) =>
      lines('spec:', ...inside.map((line) => `  ${line}`), '  containers:', '    - a');
    const without = (...inside: string[]) => edited(spec(...inside), remove(['spec', 'hostNetwork']));
    const gone = ['hostNetwork: true # and why', '    # and more'];
    assert.equal(without("# without the node's network", '# the mount hangs', ...gone), spec());
    assert.equal(without('# the mount', ...gone), spec());
    assert.equal(without('# the mount', ...gone, '', 'hostPID: true'), spec('', 'hostPID: true'));
    for (const stays of [
      ['# ---- network ----'],
      ['# hostIPC: true'],
      ['# - name: a'],
      ['# SPDX-License-Identifier: MIT'],
      ['# of something else', ''],
      ['  # somewhere else'],
    ]) {
      assert.equal(without(...stays, ...gone), spec(...stays), String(stays));
      assert.equal(without(...stays, '# needed for the mount', ...gone), spec(...stays), String(stays));
    }
    const list = lines('add:', '  # for the mount', '  - SYS_ADMIN # really', '  # for the clock', '  - SYS_TIME');
    assert.equal(edited(list, remove(['add', 0])), lines('add:', '  # for the clock', '  - SYS_TIME'));
    assert.equal(edited(list, remove(['add', 1])), lines('add:', '  # for the mount', '  - SYS_ADMIN # really'));
    const remark = lines('add:', '  # for mounts', '  - SYS_ADMIN', '  - CHOWN');
    assert.equal(edited(remark, remove(['add', 0])), lines('add:', '  - CHOWN'));
  });

  it('leaves a title to the lines that stay below it, and what a document begins with', () => {
    const titled = (title: string, ...inside: string[]) => lines('a: 1', 'spec:', `  ${title}`, ...inside, '  b: 1');
    const text = titled('# Host access', '  hostNetwork: true', '  hostPID: true');
    const [network, pid] = [remove(['spec', 'hostNetwork']), remove(['spec', 'hostPID'])];
    assert.equal(edited(text, network), titled('# Host access', '  hostPID: true'));
    const all = titled('# Both are needed by the agent', '  hostNetwork: true', '  hostPID: true');
    assert.equal(edited(all, network), titled('# Both are needed by the agent', '  hostPID: true'));
    const last = lines('spec:', '  # Host access', '  hostNetwork: true', '  hostPID: true', '  c:', '    - 1');
    assert.equal(edited(last, network, pid), lines('spec:', '  c:', '    - 1'));
    assert.equal(edited(lines('# Of the shop', 'a: 1', '', 'b: 1'), remove(['a'])), lines('# Of the shop', '', 'b: 1'));
  });

  it('keeps the place and the comments of what only gets another name', () => {
    const text = lines('spec:', '  # may read', '  serviceAccount: web # of the shop', '  z: 1');
    assert.equal(
      edited(text, remove(['spec', 'serviceAccount']), set(['spec', 'serviceAccountName'], 'web')),
      lines('spec:', '  # may read', '  serviceAccountName: web # of the shop', '  z: 1'),
    );
    assert.equal(
      edited(
        'a:\n  beta.kubernetes.io/os: linux # ours\n',
        remove(['a', 'beta.kubernetes.io/os']),
        set(['a', 'kubernetes.io/os'], 'linux'),
      ),
      'a:\n  kubernetes.io/os: linux # ours\n',
    );
  });

  it('takes the parents along that nothing is left in', () => {
    const text = lines('spec:', '  securityContext:', '    windowsOptions:', '      hostProcess: true', '  a: 1');
    const path = ['spec', 'securityContext', 'windowsOptions', 'hostProcess'];
    assert.equal(edited(text, remove(path)), lines('spec:', '  a: 1'));
    assert.equal(edited('a:\n- x:\n  - y\n- z\n', remove(['a', 0, 'x', 0])), 'a:\n- z\n');
    assert.equal(edited('a:\n- x\nb: 1\n', remove(['a', 0])), 'b: 1\n');
  });

  it('moves the next key up to the dash when the first goes', () => {
    assert.equal(
      edited(
        lines('ports:', '  - hostPort: 80', '    # the port', '    name: a', '    b: 1'),
        remove(['ports', 0, 'name']),
      ),
      lines('ports:', '  - hostPort: 80', '    b: 1'),
    );
    assert.equal(edited('- a: 1\n  b: 2\n  c: 3\n', remove([0, 'a'])), '- b: 2\n  c: 3\n');
    assert.equal(edited('- a: 1\n  b: 2\n  c: 3\n', remove([0, 'a']), remove([0, 'b'])), '- c: 3\n');
    assert.equal(edited('- a: 1 # behind a\n  b: 2\n', remove([0, 'a'])), undefined);
  });

  it('takes items of lists, and gives nothing where nothing would be left', () => {
    assert.equal(edited('a:\n- x\n- y # y\n- z\n', remove(['a', 1])), 'a:\n- x\n- z\n');
    assert.equal(edited('a:\n  - x: 1\n    y: 2\n  - z\n', remove(['a', 0])), 'a:\n  - z\n');
    assert.equal(edited('a: 1\n', remove(['a'])), undefined);
    assert.equal(edited('a: 1\n', remove(['b'])), undefined);
  });
});

describe('several edits', () => {
  it('that need the same parent write it once', () => {
    assert.equal(
      edited(
        'spec:\n  a: 1\n',
        set(['spec', 'securityContext', 'runAsNonRoot'], true),
        set(['spec', 'securityContext', 'runAsUser'], 1000),
      ),
      'spec:\n  a: 1\n  securityContext:\n    runAsNonRoot: true\n    runAsUser: 1000\n',
    );
  });

  it('that together empty a parent take it along', () => {
    const text = 'a:\n  add:\n  - X\n  - Y\n  drop:\n  - Z\nb: 1\n';
    assert.equal(edited(text, remove(['a', 'add', 0]), remove(['a', 'add', 1])), 'a:\n  drop:\n  - Z\nb: 1\n');
    assert.equal(edited(text, remove(['a', 'add']), remove(['a', 'drop', 0])), 'b: 1\n');
  });

  it('can empty a mapping and fill it again', () => {
    assert.equal(edited('a:\n  b: 1\nc: 2\n', remove(['a', 'b']), set(['a', 'd'], 3)), 'a:\n  d: 3\nc: 2\n');
    assert.equal(edited('a: {b: 1}\n', remove(['a', 'b']), set(['a', 'd'], 3)), 'a: {d: 3}\n');
  });

  it('that contradict each other are refused, and the same one twice is one', () => {
    assert.equal(edited('a: 1\n', set(['a'], 2), set(['a'], 3)), undefined);
    assert.equal(edited('a: 1\n', set(['a'], 2), set(['a'], 2)), 'a: 2\n');
    assert.equal(edited('a: 1\nb: 1\n', remove(['a']), set(['a'], 2)), undefined);
    assert.equal(edited('a: 1\nb: 1\n', set(['a'], 2), remove(['a'])), undefined);
  });
});
