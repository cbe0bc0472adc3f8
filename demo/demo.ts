// Puts the demo together: a throw-away database with sixty working days in it, the local Slack with the same people, the bot.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Seed } from '../sandbox/seed.ts'
import { connect } from '../src/core/db/client.ts'
import { startEmbedded } from '../src/core/embedded/server.ts'
import { migrate } from '../src/core/db/migrate.ts'
import { COMPANY, DEMO_DATE, type DemoPerson, DIRECTOR, PEOPLE, TEAMS, WORKSPACE } from './company.ts'
import { type Harness, startHarness } from './harness/harness.ts'
import { seedDatabase } from './seed.ts'

export interface DemoOptions {
  say(line: string): void
  port?: number
}

/** Shortly before the first prompt of the day, which is Shanghai's. */
const MORNING = `${DEMO_DATE}T00:50:00Z`

export interface Demo {
  harness: Harness
  stop(): Promise<void>
}

export async function startDemo({ say, port }: DemoOptions): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-demo-'))
  // As root Postgres runs as someone else, who has to get in here.
  chmodSync(folder, 0o755)
  say('Starting Postgres …')
  const postgres = await startEmbedded({ dataDir: join(folder, 'data'), settings: { fsync: 'off' } })
  const endPostgres = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    say('Writing sixty working days of history …')
    await fill(postgres.url)
    say('Starting the local Slack and the bot …')
    const harness = await startHarness({
      seed: slackSeed(),
      databaseUrl: postgres.url,
      startAt: MORNING,
      ...(port === undefined ? {} : { port, rateScale: 1 }),
    })
    return { harness, stop: async () => harness.stop().finally(endPostgres) }
  } catch (fault) {
    await endPostgres()
    throw fault
  }
}

async function fill(url: string): Promise<void> {
  await migrate(url)
  const { db, close } = connect(url, { maxConnections: 1, statementTimeoutMillis: 60_000 })
  try {
    await seedDatabase(db, Temporal.PlainDate.from(DEMO_DATE))
  } finally {
    await close()
  }
}

const isRep = (person: DemoPerson) => TEAMS.some(({ reps }) => reps.some((rep) => rep === person))
/** A visitor starts as the first of them. */
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

/** `U0JONAS` → `jonas`. */
export const handleOf = (person: DemoPerson) => person.userId.slice(2).toLowerCase()
