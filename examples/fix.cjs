// Prints a manifest as safe fixes leave it, and how many things are left to do: node examples/fix.cjs FILE
const { readFileSync } = require('node:fs');
const { fix } = require('seaworthy');

const [file = 'manifest.yaml'] = process.argv.slice(2);
fix([{ file, text: readFileSync(file, 'utf8') }], { harden: 'baseline' }).then(({ files: [fixed] }) => {
  if (!fixed) return;
  process.stdout.write(fixed.text);
  console.error(`${fixed.fixed} fixed, ${fixed.findings.length} left`);
});
