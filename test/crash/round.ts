// Runs one round of a crash test, from the first morning to the check of the invariants.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Random, seededRandom } from '../../demo/random.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSandbox } from '../../sandbox/start.ts'
import { connect, type Database } from '../../src/core/db/client.ts'
import { administer, databaseUrl, TEMPLATE } from '../support/throw-away-postgres.ts'
import { gather, isEscalating, saidIn, type Violation } from './evidence.ts'
import { startFaultInjection } from './fault-injection.ts'
import { type Fleet, startFleet } from './fleet.ts'
import { INVARIANTS } from './invariants/all.ts'
import { emptyJournal, type Journal } from './journal.ts'
import { freezeAtRandom, killAtRandom, type Strikes } from './kills.ts'
import { createMembers } from './members.ts'
import { playMornings } from './mornings.ts'
import { momentOf, type RoundResult } from './report.ts'
import { createReporters } from './reports.ts'
import { createTimeline, type Timeline } from './timeline.ts'
import { SEED, seedDatabase, WORKSPACE } from './world.ts'

/** The clock at the start: after the first day is planned, before the first prompt. */
const START_AT = '2026-03-08T20:00:00Z'
/**
 * Slack retries an event at once, after one minute and after five, and then gives up. Here it is retried sooner
 * and without end, because no bot runs for five minutes.
 */
const RETRY_DELAYS_MS = [200, 3000, ...Array<number>(500).fill(6000)]
/** The longest delay that a crash may cause: a lease, a heartbeat, a few retries. */
const RECOVERY_MS = 90_000
const EVENTS_WITHIN_MS = 20_000

export interface Round {
  replicas: number
  /** So many hit a warning that goes up; there may be more. */
  kills: number
  /** From time to time one of them is frozen. */
  freeze: boolean
  /** The random seed. It fixes what is attempted; the result also depends on timing. */
  seed: string
}

interface Place {
  db: Database
  sandbox: Sandbox
  timeline: Timeline
  env: Readonly<Record<string, string>>
}

export async function playRound(serverUrl: string, round: Round): Promise<RoundResult> {
  const name = `crash_${round.replicas}_${process.pid}`
  await administer(serverUrl, `create database ${name} template ${TEMPLATE}`)
  const url = databaseUrl(serverUrl, name)
  const { db, close } = connect(url, { maxConnections: 2, statementTimeoutMillis: 60_000 })
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-crash-'))
  chmodSync(folder, 0o755)
  const clockFile = join(folder, 'clock.json')
  const sandbox = await startSandbox({
    seed: SEED,
    clockFile,
    rateScale: Number.POSITIVE_INFINITY,
    retryDelaysMs: RETRY_DELAYS_MS,
  })
  try {
    await seedDatabase(db, { warned: true })
    sandbox.clock.set(Date.parse(START_AT))
    const env = {
      ...sandbox.env(WORKSPACE),
      DATABASE_URL: url,
      PACESETTER_CLOCK_FILE: clockFile,
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    }
    return await play({ db, sandbox, timeline: createTimeline(), env }, round)
  } finally {
    await sandbox.stop()
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function play(place: Place, round: Round): Promise<RoundResult> {
  const fleet = await startFleet(round.replicas, place.env, place.timeline)
  try {
    return await playWith(fleet, place, round)
  } finally {
    await fleet.dismiss()
  }
}

async function playWith(fleet: Fleet, { db, sandbox, timeline }: Place, round: Round): Promise<RoundResult> {
  const { replicas, kills, seed } = round
  const randomFor = (name: string): Random => seededRandom(`${seed}/${replicas}/${name}`)
  const startedAt = performance.now()
  const journal = emptyJournal()
  const faultInjection = startFaultInjection(fleet, sandbox, randomFor('faultInjection'), timeline)
  let over = false
  const { promise: reporting, resolve: beginReport } = Promise.withResolvers<void>()
  const watch = () => isEscalating(db)
  const striking = { replicas, isEscalating: watch }
  const ofKills = { ...striking, kills, random: randomFor('kills'), reporting }
  const killing = killAtRandom(sandbox, fleet, ofKills)
  const members = createMembers(sandbox, fleet, randomFor, journal, timeline)
  const reporters = createReporters(sandbox, fleet, randomFor, journal, timeline)
  const people = { members, reporters, beginReport }
  const freezing = round.freeze
    ? freezeAtRandom(fleet, { ...striking, random: randomFor('freezes'), over: () => over })
    : Promise.resolve({ count: 0, escalating: 0 })
  const [{ days }, freezes, killed] = await Promise.all([
    playMornings(fleet, sandbox, people, journal, timeline, randomFor('mornings'), () => over),
    freezing,
    killing.finally(() => {
      over = true
    }),
  ])
  await faultInjection.stop()
  timeline.note('fault: none from here on')
  await eventsTaken(sandbox, journal)
  const unsettled = await settle(fleet)
  await sandbox.whenIdle()
  const evidence = await gather(db, sandbox, journal, days)
  const unstopped = await stop(fleet)
  return {
    ...{ replicas, evidence, freezes, kills: killed },
    faults: faultInjection.count(),
    seconds: (performance.now() - startedAt) / 1000,
    violations: [
      ...tooFew(round, killed, freezes),
      ...unsettled,
      ...INVARIANTS.flatMap((invariant) => invariant(evidence)),
      ...unstopped,
    ],
    moments: [...timeline.moments(), ...sandbox.calls().map(momentOf), ...fleet.logged()],
  }
}

/** A round that hardly met a warning that goes up has shown nothing of it. */
function tooFew({ kills, freeze }: Round, killed: Strikes, freezes: Strikes): Violation[] {
  const invariant = 'warnings that go up are hit'
  const hit = `${killed.escalating} of ${killed.count} kills hit one, and ${kills} were to`
  const frozen = `none of ${freezes.count} freezes hit one`
  return [
    ...(killed.escalating < kills ? [{ invariant, what: hit, about: [] }] : []),
    ...(freeze && freezes.escalating === 0 ? [{ invariant, what: frozen, about: [] }] : []),
  ]
}

/** Waits until no event is unacknowledged: those are retried, and their effects may still be in progress. */
async function eventsTaken(sandbox: Sandbox, journal: Journal): Promise<void> {
  const until = performance.now() + EVENTS_WITHIN_MS
  const owed = () => {
    const keys = new Set(saidIn(sandbox).map(({ key }) => key))
    return journal.addedTo.some((channelId) => !keys.has(`invite:${channelId}`))
  }
  while (owed() && performance.now() < until) await sleep(200)
}

async function settle(fleet: Fleet): Promise<Violation[]> {
  try {
    await fleet.idle(RECOVERY_MS)
    return []
  } catch (fault) {
    return [{ invariant: 'everything settles', what: String(fault).slice(0, 600), about: [] }]
  }
}

async function stop(fleet: Fleet): Promise<Violation[]> {
  const codes = await fleet.stop()
  const what = `the bots ended with the codes ${codes.join(', ')}`
  return codes.every((code) => code === 0) ? [] : [{ invariant: 'told to stop, it stops', what, about: [] }]
}
