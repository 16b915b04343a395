import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { findingsAtDefault } from '../snippets/addedFindings';
import { withFiles } from './manifests';

const service = { name: 'shop', image: 'registry.example.com/shop:2.1.0', port: 9000 };

describe('"New service…"', () => {
  for (const [exposure, extra] of [
    ['cluster', undefined],
    ['ingress', 'ingress.yaml'],
    ['gateway', 'http-route.yaml'],
    ['load balancer', undefined],
  ] as const) {
    it(`writes a folder of hardened files: ${exposure}`, async () => {
      await withFiles({}, async (folder) => {
        const host = extra && { host: 'shop.example.com' };
        const described = { ...service, exposure, ...host };
        await vscode.commands.executeCommand('seaworthy.newService', vscode.Uri.file(folder), described);
        const written = path.join(folder, 'shop');
        const files = readdirSync(written);
        const textOf = (name: string) => readFileSync(path.join(written, name), 'utf8');
        const resources = [...textOf('kustomization.yaml').matchAll(/^ {2}- (.*)$/gm)].map(([, name]) => name);
        assert.deepEqual([...resources, 'kustomization.yaml'].sort(), files.sort());
        assert.equal(extra === undefined || files.includes(extra), true);
        assert.match(textOf('deployment.yaml'), /image: registry\.example\.com\/shop:2\.1\.0/);
        assert.match(textOf('deployment.yaml'), /containerPort: 9000/);
        assert.match(textOf('network-policy.yaml'), /port: 9000/);
        for (const file of files) {
          assert.doesNotMatch(textOf(file), /\bweb\b|\$\{/, file);
          assert.deepEqual(findingsAtDefault(textOf(file)), [], file);
        }
        assert.match(vscode.window.activeTextEditor?.document.fileName ?? '', /deployment\.yaml$/);
      });
    });
  }
});
