import { parentPort } from 'node:worker_threads';
import { readSource } from './read-source.ts';
import type { SourceToRead } from './read-source.ts';
import type { LoadCompiler } from './syntax-refusal.ts';

// Started by SourceReader. The first message out says that it is ready; then a file comes in and what it led to goes out.
const port = parentPort;
if (port === null) throw new TypeError('to be started by SourceReader');

const loadCompiler: LoadCompiler = async () => {
  port.postMessage('loading');
  const compiler = await import('./compiler-complaint.ts');
  port.postMessage('loaded');
  return compiler;
};

port.on('message', (file: SourceToRead) => void readSource(file, loadCompiler).then((reading) => port.postMessage(reading)));
port.postMessage('ready');
