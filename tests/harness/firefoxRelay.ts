#!/usr/bin/env node
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

/**
 * Is Firefox to Playwright: the one that Debian ships, which Playwright drives by WebDriver BiDi. The two get along but for one command, with
 * which Playwright begins every context and which Firefox ESR does not know yet; it is answered here, so that nothing is emulated. All else
 * passes as it comes.
 */
const PROGRAM = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const UNKNOWN_COMMAND = 'emulation.setMediaFeaturesOverride';
/** What Firefox prints when it can be driven, and Playwright waits for. */
const READY = 'WebDriver BiDi listening on ';

function start(): ChildProcess {
  const firefox = spawn(PROGRAM, process.argv.slice(2), { stdio: ['ignore', 'inherit', 'pipe'] });
  firefox.once('error', (error) => {
    process.stderr.write(`${PROGRAM} could not be started: ${error.message}\n`);
    process.exit(1);
  });
  firefox.once('exit', (code) => process.exit(code ?? 1));
  process.once('SIGTERM', () => firefox.kill());

  return firefox;
}

function listen(address: string): void {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.once('listening', () => {
    const own = server.address();
    if (own === null || typeof own === 'string') throw new Error('Not listening');
    process.stderr.write(`${READY}ws://127.0.0.1:${own.port}\n`);
  });
  server.on('connection', (driver) => relay(driver, address));
}

function relay(driver: WebSocket, address: string): void {
  const firefox = new WebSocket(`${address}/session`);
  driver.pause();
  firefox.once('open', () => driver.resume());
  driver.on('message', (data) => {
    const { id, method }: { readonly id: number; readonly method: string } = JSON.parse(String(data));
    if (method === UNKNOWN_COMMAND) driver.send(JSON.stringify({ type: 'success', id, result: {} }));
    else firefox.send(String(data));
  });
  firefox.on('message', (data) => driver.send(String(data)));
  firefox.once('close', () => driver.close());
  driver.once('close', () => firefox.close());
  // Either end is closed after an error, and the other learns of it by that.
  for (const end of [driver, firefox]) end.on('error', () => {});
}

const { stderr } = start();
if (stderr === null) throw new Error('Firefox was started without its output');
createInterface(stderr).on('line', (line) => {
  if (line.startsWith(READY)) listen(line.slice(READY.length).trim());
  else process.stderr.write(`${line}\n`);
});
