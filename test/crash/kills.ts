// Decides when a bot is frozen, and when one is killed: at a random moment, during a call to Slack, or before it acknowledges a payload.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../demo/random.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { Fleet } from './fleet.ts'
import { pick } from './pick.ts'

/** `call`: Slack has carried out a call, but the response is lost. `payload`: a payload is not yet acknowledged. */
const MOMENTS = ['any', 'any', 'call', 'call', 'payload'] as const
/** Some kills hit a bot that has just started, most hit one that had time to work. */
const HARDLY_UP = { likely: 0.35, longestMs: 600 }
const LONGEST_WAIT_MS = 3500
const MOMENT_WITHIN_MS = 1500
const LONGEST_DOWN_MS = 400
const AFTER_PAYLOAD_MS = 60

/** So many times as many kills as wanted: then too few of them hit a warning that goes up. */
const MOST_KILLS = 3

export interface Strikes {
  count: number
  /** While a warning was open, told, not answered, and had a step to come; asked of the database right afterwards. */
  escalating: number
}

/**
 * Kills running replicas until so many kills have hit a warning that goes up; resolves when the last one is ready again. Half of them
 * wait for `reporting`, the begin of the weekly report.
 */
export async function killAtRandom(
  sandbox: Sandbox,
  fleet: Fleet,
  of: {
    replicas: number
    kills: number
    random: Random
    reporting: Promise<void>
    isEscalating: () => Promise<boolean>
  },
): Promise<Strikes> {
  const { replicas, kills, random, reporting, isEscalating } = of
  const back: Promise<void>[] = []
  const hits: Promise<boolean>[] = []
  const escalating = async () => (await Promise.all(hits)).filter(Boolean).length
  const strike = (moment: string) => {
    const standing = Array.from({ length: replicas }, (_, replica) => replica).filter(fleet.isUp)
    if (standing.length === 0) return
    back.push(fleet.kill(pick(standing, random), moment, random() * LONGEST_DOWN_MS))
    hits.push(isEscalating())
  }
  while ((await escalating()) < kills && hits.length < MOST_KILLS * kills) {
    if ((await escalating()) >= kills / 2) await reporting
    const moment = pick(MOMENTS, random)
    const isEarly = random() < HARDLY_UP.likely
    await fleet.upFor(random() * (isEarly ? HARDLY_UP.longestMs : LONGEST_WAIT_MS))
    if (moment === 'call') await onNextCall(sandbox, MOMENT_WITHIN_MS, () => strike(moment))
    else {
      if (moment === 'payload') {
        await payloadUnderWay(sandbox, MOMENT_WITHIN_MS)
        await sleep(random() * AFTER_PAYLOAD_MS)
      }
      strike(moment)
    }
  }
  await Promise.all(back)
  return { count: hits.length, escalating: await escalating() }
}

const FREEZE = { longestPauseMs: 6000, shortMs: 4000, longMs: 40_000, likelyLong: 0.4, likelyKilled: 0.3 }

/**
 * Freezes one running replica after another until `over`: some for a moment, some for longer than leases and transactions last. It
 * is thawed then, or killed.
 */
export async function freezeAtRandom(
  fleet: Fleet,
  of: { replicas: number; random: Random; over: () => boolean; isEscalating: () => Promise<boolean> },
): Promise<Strikes> {
  const { replicas, random, over, isEscalating } = of
  const hits: Promise<boolean>[] = []
  while (!over()) {
    await fleet.upFor(random() * FREEZE.longestPauseMs)
    const standing = Array.from({ length: replicas }, (_, replica) => replica).filter(fleet.isUp)
    if (over() || standing.length === 0) continue
    const replica = pick(standing, random)
    // A long one shows who takes over: one alone would only be waited for.
    const isLong = random() < FREEZE.likelyLong && replicas > 1
    const end = random() < FREEZE.likelyKilled ? 'kill' : 'thaw'
    const frozen = fleet.freeze(replica, random() * (isLong ? FREEZE.longMs : FREEZE.shortMs), end, over)
    hits.push(isEscalating())
    await frozen
  }
  return { count: hits.length, escalating: (await Promise.all(hits)).filter(Boolean).length }
}

/** Kills synchronously with the change in Slack, before any byte of the response is sent. */
function onNextCall(sandbox: Sandbox, withinMs: number, strike: () => void): Promise<void> {
  return new Promise((done) => {
    const finish = () => {
      clearTimeout(timer)
      stop()
      strike()
      done()
    }
    const timer = setTimeout(finish, withinMs)
    const stop = sandbox.platform.changes.listen(({ kind, workspaceId }) => {
      if (kind === 'call' && workspaceId) finish()
    })
  })
}

async function payloadUnderWay(sandbox: Sandbox, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs
  while (sandbox.platform.delivery.pending() === 0 && performance.now() < until) await sleep(2)
}
