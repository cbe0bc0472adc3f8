// Starts the demo: a throw-away database with months of data, the local Slack with the same people, the bot.
import type { Seed } from '../sandbox/seed.ts'
import { connect } from '../src/core/db/client.ts'
import { migrate } from '../src/core/db/migrate.ts'
import {
  COMPANY,
  DEMO_DATE,
  type DemoPerson,
  DIRECTOR,
  FIRST_PLAYED_DATE,
  handleOf,
  PEOPLE,
  TEAMS,
  WORKSPACE,
} from './company.ts'
import { type Harness, startHarness } from './harness/harness.ts'
import { moveAlong } from './move-along.ts'
import { seedDatabase } from './seed.ts'
import { type StandInModel, startStandInModel } from './stand-in-model/server.ts'
import { setTargets, targetMornings } from './targets.ts'
import { nextMorning } from './team-calendar.ts'
import { startDemoPostgres } from './throw-away-postgres.ts'
import { unlessAborted } from './unless-aborted.ts'

export interface DemoOptions {
  log(line: string): void
  /** Port of the page [any free one]. */
  port?: number
  /** Aborted: what was started is killed, and startDemo throws the signal's reason. */
  signal: AbortSignal
}

/** A colleague who gives up on a busy machine would stop the visitor's clock. */
const PATIENCE_MS = 60_000

/** Shortly before the first prompt of a day, which is Shanghai's. */
const morningOf = (date: string) => Temporal.Instant.from(`${date}T00:50:00Z`)

export interface Demo {
  harness: Harness
  /** Drains the bot first. */
  stop(): Promise<void>
  /** Ends everything at once. */
  kill(): Promise<void>
}

export async function startDemo({ log, port, signal }: DemoOptions): Promise<Demo> {
  log('Starting Postgres …')
  const postgres = await startDemoPostgres(signal)
  const model = await chooseModel(log)
  const end = () => Promise.all([postgres.kill(), model.close()])
  try {
    log('Writing sixty working days of history …')
    await unlessAborted(fill(postgres.url), signal)
    log('Starting the local Slack and the bot …')
    const harness = await startHarness({
      seed: slackSeed(),
      databaseUrl: postgres.url,
      startAt: morningOf(FIRST_PLAYED_DATE).toString(),
      waitTimeoutMs: PATIENCE_MS,
      // Colleagues' reactions are counted.
      optionalScopes: true,
      env: model.env,
      signal,
      ...(port === undefined ? {} : { port }),
    })
    log('Playing the last working days …')
    await unlessAborted(playPast(harness), signal).catch(async (fault) => {
      await harness.kill()
      throw fault
    })
    return {
      harness,
      stop: () => harness.stop().finally(end),
      kill: () => harness.kill().finally(end),
    }
  } catch (fault) {
    await end()
    throw fault
  }
}

const MODEL_SETTINGS = ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODEL'] as const

/** The language model of the environment, else the stand-in. */
async function chooseModel(log: DemoOptions['log']): Promise<StandInModel> {
  if (!process.env.OPENAI_API_KEY) {
    log('No OPENAI_API_KEY is set: a stand-in on this machine answers questions, by keywords.')
    return startStandInModel()
  }
  const set = MODEL_SETTINGS.flatMap((name) =>
    process.env[name] ? [[name, process.env[name]] as const] : [],
  )
  return { env: Object.fromEntries(set), close: async () => {} }
}

/** Ends on the morning of the demo's day, with everything read that came before it. */
async function playPast(harness: Harness): Promise<void> {
  const { sandbox } = harness
  for (const { at, team } of targetMornings(Temporal.PlainDate.from(FIRST_PLAYED_DATE))) {
    await moveAlong(harness, at)
    await setTargets(harness, team)
  }
  await moveAlong(harness, morningOf(DEMO_DATE))
  sandbox.workspace().unread.clear()
  sandbox.nextMorning = ({ id }, nowMs) =>
    nextMorning(id, Temporal.Instant.fromEpochMilliseconds(nowMs)).epochMilliseconds
  sandbox.moveClock = (targetMs, userId) =>
    moveAlong(harness, Temporal.Instant.fromEpochMilliseconds(targetMs), userId)
}

async function fill(url: string): Promise<void> {
  await migrate(url)
  const { db, close } = connect(url, { maxConnections: 1, statementTimeoutMillis: 60_000 })
  try {
    await seedDatabase(db, Temporal.PlainDate.from(FIRST_PLAYED_DATE))
  } finally {
    await close()
  }
}

const isRep = (person: DemoPerson) => TEAMS.some(({ reps }) => reps.some((rep) => rep === person))
/** The page opens as the first of them. */
const REPS_FIRST = PEOPLE.toSorted((one, other) => Number(isRep(other)) - Number(isRep(one)))

/** The same people and channels, as Slack knows them. */
function slackSeed(): Seed {
  return {
    workspace: { id: WORKSPACE.workspaceId, name: WORKSPACE.name, domain: WORKSPACE.domain },
    people: REPS_FIRST.map((person) => ({
      id: person.userId,
      name: handleOf(person),
      realName: person.name,
      title: person.title,
      tz: person.zone,
      locale: person.locale === 'en' ? 'en-US' : person.locale,
      isAdmin: person === DIRECTOR,
    })),
    channels: [
      {
        id: COMPANY.channelId,
        name: COMPANY.channelName,
        members: [DIRECTOR, ...TEAMS.map((team) => team.manager)].map(handleOf),
        withApp: true,
      },
      ...TEAMS.map((team) => ({
        id: team.channelId,
        name: team.channelName,
        members: [team.manager, ...team.reps, DIRECTOR].map(handleOf),
        withApp: true,
      })),
    ],
  }
}
