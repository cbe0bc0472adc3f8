// Runs a part of the bench in a child process, so that the measured code shares neither heap nor event loop with the measuring code.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

export interface Child<Told> {
  /** Resolves with the next message of the child process. */
  heard(): Promise<Told>
  tell(message: object): void
  stop(): Promise<void>
}

export function startChild<Told>(
  file: string,
  environment: Record<string, string>,
  nodeOptions: readonly string[] = [],
): Child<Told> {
  const child: ChildProcess = fork(new URL(file, import.meta.url), {
    execArgv: [...nodeOptions],
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
  })
  const heard: Told[] = []
  const waiting: ((told: Told) => void)[] = []
  child.on('message', (told) => {
    const next = waiting.shift()
    if (next) next(told as Told)
    else heard.push(told as Told)
  })
  const ended = once(child, 'exit')
  return {
    heard: () => {
      const first = heard.shift()
      if (first !== undefined) return Promise.resolve(first)
      const gone = ended.then(() => Promise.reject(new Error(`${file} ended before it answered.`)))
      return Promise.race([new Promise<Told>((done) => waiting.push(done)), gone])
    },
    tell: (message) => void child.send(message),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}
