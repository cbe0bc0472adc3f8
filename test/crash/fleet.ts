// The bot processes of a crash test: killed with SIGKILL and started again, or frozen for a while.
import { setTimeout as sleep } from 'node:timers/promises'
import { type BotProcess, startBot } from '../../demo/harness/bot-process.ts'
import { freePort } from '../../demo/harness/free-port.ts'
import type { Moment, Timeline } from './timeline.ts'

export interface Fleet {
  /** Sends SIGKILL and starts a new process after `downMs`. Resolves once that is ready. */
  kill(replica: number, why: string, downMs: number): Promise<void>
  /** Suspends the process; after so much time, or once it is `over`, it is resumed, or killed and started again. */
  freeze(replica: number, frozenMs: number, end: 'thaw' | 'kill', over: () => boolean): Promise<void>
  isUp(replica: number): boolean
  /** Resolves after so much time with at least one running bot, so that a slow start does not count. */
  upFor(milliseconds: number): Promise<void>
  /** Resolves once a bot reports that it is idle, or after so much time. */
  calm(withinMs: number): Promise<void>
  /** Waits until no item is due and no message waits. Throws with the end of a log on a timeout. */
  idle(timeoutMs: number): Promise<void>
  /** Stops all bots gracefully, and returns their exit codes. */
  stop(): Promise<(number | null)[]>
  /** Kills all bots that still run, without waiting. */
  dismiss(): Promise<void>
  /** The logs of all bots. */
  logged(): Moment[]
}

const READY_WITHIN_MS = 60_000
const POLL_MS = 20

export async function startFleet(
  replicas: number,
  env: Readonly<Record<string, string>>,
  timeline: Timeline,
): Promise<Fleet> {
  const ports = await Promise.all(Array.from({ length: replicas }, freePort))
  const logs: { replica: number; log: string }[] = []
  const start = (replica: number) => startBot({ healthPort: ports[replica]!, env })
  const bots: BotProcess[] = ports.map((_, replica) => start(replica))
  await Promise.all(bots.map((bot) => bot.ready(READY_WITHIN_MS)))
  const up = new Set(bots.keys())
  let dismissed = false
  const kill: Fleet['kill'] = async (replica, why, downMs) => {
    up.delete(replica)
    const bot = bots[replica]!
    // Kill first: the moment matters.
    const dead = bot.kill()
    timeline.note(`kill of replica ${replica}: ${why}`)
    await dead
    logs.push({ replica, log: bot.log() })
    await sleep(downMs)
    timeline.note(`start of replica ${replica}`)
    const next = start(replica)
    bots[replica] = next
    await next.ready(READY_WITHIN_MS)
    timeline.note(`start of replica ${replica}: ready`)
    up.add(replica)
  }
  return {
    isUp: (replica) => up.has(replica),
    upFor: async (milliseconds) => {
      for (let left = milliseconds; left > 0; ) {
        const from = performance.now()
        await sleep(Math.min(POLL_MS, left))
        if (dismissed) throw new Error('The fleet was dismissed.')
        if (up.size > 0) left -= performance.now() - from
      }
    },
    kill,
    freeze: async (replica, frozenMs, end, over) => {
      const bot = bots[replica]!
      up.delete(replica)
      bot.signal('SIGSTOP')
      timeline.note(`freeze of replica ${replica} for ${Math.round(frozenMs)} ms`)
      const until = performance.now() + frozenMs
      while (performance.now() < until && !over() && !dismissed) await sleep(POLL_MS)
      if (dismissed) return
      if (end === 'kill') return kill(replica, 'frozen', 0)
      timeline.note(`thaw of replica ${replica}`)
      bot.signal('SIGCONT')
      up.add(replica)
    },
    calm: async (withinMs) => {
      const until = performance.now() + withinMs
      while (performance.now() < until) {
        const states = await Promise.all([...up].map((replica) => bots[replica]!.readiness()))
        if (states.some((state) => state?.idle)) return
        await sleep(POLL_MS)
      }
    },
    idle: async (timeoutMs) => void (await Promise.all(bots.map((bot) => bot.idle(timeoutMs)))),
    stop: async () => {
      const codes = await Promise.all(bots.map((bot) => bot.stop()))
      for (const [replica, bot] of bots.entries()) logs.push({ replica, log: bot.log() })
      return codes
    },
    dismiss: async () => {
      dismissed = true
      await Promise.all(bots.map((bot) => bot.kill()))
    },
    logged: () => logs.flatMap(({ replica, log }) => momentsIn(log, replica)),
  }
}

function momentsIn(log: string, replica: number): Moment[] {
  return log.split('\n').flatMap((line) => {
    const atMs = Number(/"time":(\d+)/.exec(line)?.[1])
    return Number.isNaN(atMs) ? [] : [{ atMs, what: `replica ${replica}: ${line}` }]
  })
}
