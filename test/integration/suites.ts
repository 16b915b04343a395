// Every suite that runs inside VS Code.
import './startup.test';
import './extension.test';
import './diagnostics.test';
import './fixes.test';
import './configuration.test';
import './configurationFile.test';
import './server.test';
import './workspace.test';
import './crash.test';
import './reading.test';
import './lenses.test';
import './lightBulb.test';
import './menu.test';
import './snippets.test';
import './newService.test';
import './walkthrough.test';
import './activation.test';
