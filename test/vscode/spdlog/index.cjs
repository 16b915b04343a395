// Stands in for @vscode/spdlog, whose native part would have to be compiled: without it VS Code's output channels stay
// empty. It has that package's interface, and writes at once instead of in a thread of its own. It never rotates files.
const { appendFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');

const levelNames = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
const off = levelNames.indexOf('off');

class Logger {
  #file;
  #level = levelNames.indexOf('info');
  #format = (level, message) => `${timestamp(new Date())} [${levelNames[level]}] ${message}\n`;

  constructor(_kind, _name, file) {
    this.#file = file;
  }

  trace = (message) => this.#write(0, message);
  debug = (message) => this.#write(1, message);
  info = (message) => this.#write(2, message);
  warn = (message) => this.#write(3, message);
  error = (message) => this.#write(4, message);
  critical = (message) => this.#write(5, message);

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  // VS Code only ever asks for the pattern that #format starts with.
  setPattern() {}

  clearFormatters() {
    this.#format = (_level, message) => message;
  }

  flush() {}

  drop() {
    this.#level = off;
  }

  #write(level, message) {
    if (level < this.#level) return;
    try {
      appendFileSync(this.#file, this.#format(level, message));
    } catch {
      // The folder of the logs is removed while VS Code is still ending.
    }
  }
}

function timestamp(date) {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().replace('T', ' ').replace('Z', '');
}

async function createLogger(name, file) {
  mkdirSync(path.dirname(file), { recursive: true });
  return new Logger('rotating', name, file);
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
