const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

/*
 * Stands in for Red Hat's YAML extension: the same language server, with the schemas that other extensions contribute
 * under `yamlValidation`, and without the network. `SEAWORTHY_TEST_YAML_SERVER` names the server's program.
 */

exports.activate = async (context) => {
  const client = new LanguageClient(
    'yaml',
    'YAML',
    { module: process.env.SEAWORTHY_TEST_YAML_SERVER, args: ['--stdio'], transport: TransportKind.stdio },
    {
      documentSelector: [{ language: 'yaml' }],
      middleware: {
        workspace: { configuration: ({ items }) => items.map(({ section }) => settings[section] ?? null) },
      },
    },
  );
  context.subscriptions.push(client);
  await client.start();
  await client.sendNotification('json/schemaAssociations', contributedSchemas());
};

const settings = {
  yaml: {
    validate: true,
    hover: true,
    completion: true,
    schemas: {},
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
  },
};

function contributedSchemas() {
  return vscode.extensions.all.flatMap(({ extensionUri, packageJSON }) =>
    (packageJSON.contributes?.yamlValidation ?? []).map(({ fileMatch, url }) => ({
      fileMatch: [fileMatch.startsWith('/') ? fileMatch : `/${fileMatch}`],
      uri: url.startsWith('./') ? vscode.Uri.joinPath(extensionUri, url).toString() : url,
    })),
  );
}
