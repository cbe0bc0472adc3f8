// Starts the embedded Postgres's server process, and finds out whether it runs.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, SERVER_ENVIRONMENT } from './cluster.ts'

const POLL_MS = 50

/** Detached: Ctrl-C in the terminal reaches only the bot, which finishes its work before it stops the server. */
export async function spawnServer(
  cluster: Cluster,
  settings: Record<string, string>,
  port: number,
): Promise<void> {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    ...settings,
  }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(cluster.logFile, 'a', 0o600)
  try {
    const server = spawn(join(cluster.bin, 'postgres'), ['-D', cluster.data, ...flags], {
      ...cluster.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
      env: SERVER_ENVIRONMENT,
    })
    const exited = new Promise<void>((done) => server.once('exit', done))
    await new Promise<void>((done, failed) => server.once('spawn', done).once('error', failed))
    server.unref()
    // Wait for the pid file: without it the next poll would start a second server. A server that lost a race exits.
    while (!readPidFile(cluster) && (await Promise.race([exited.then(() => false), sleep(POLL_MS, true)])));
  } finally {
    closeSync(output)
  }
}

interface PidFile {
  pid: number
  port: number
  ready: boolean
}

/** Lines of postmaster.pid: pid, data directory, start time, port, socket folder, address, shared memory, status. Null: not running. */
export function readPidFile(cluster: Cluster): PidFile | null {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(lines[0]), 0)
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
    lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
