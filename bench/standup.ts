// A standup with five numbers by signed HTTP, eight people at a time: the real bot against a bare Bolt app with one INSERT.
import { type BotProcess, startBot } from '../demo/harness/bot-process.ts'
import { freePort } from '../demo/harness/free-port.ts'
import { startChild } from './child.ts'
import { METRICS, plantCompany, plantHistory, TODAY, teamIdOf, userIdOf, workspaceIdOf } from './company.ts'
import type { BenchDatabase } from './database.ts'
import type { LocalSlack } from './local-slack.ts'
import type { Measure, Row } from './measure.ts'
import { nodeOptions } from './node-options.ts'
import { ownMetrics } from './own-metrics.ts'
import { type Load, submitAll, type Target } from './signed-load.ts'
import { median, milliseconds, percentile } from './statistics.ts'

const ROUNDS = 10
const IN_ROUND = 800
const AT_ONCE = 8
const MOVED_CLOCK = new URL('./moved-clock.js', import.meta.url).href
const SIZE = { workspaces: 1, teamsInEach: 960, membersInEach: 10 }
/** Half an hour after the prompt, so that each answer also updates the summary in the team's channel. */
const NOW = Temporal.Instant.from(`${TODAY}T08:30:00Z`)

export const standup: Measure = async ({ databases, say }) => {
  const database = await databases.fresh('bench_standup')
  const slack = startChild<LocalSlack>('./local-slack.ts', { COMPANY: JSON.stringify(SIZE) })
  const undo: (() => Promise<unknown>)[] = [database.close, slack.stop]
  try {
    say('planting 9,600 members in teams of ten with two weeks of standups, starting both apps …')
    await plantCompany(database.sql, SIZE)
    await plantHistory(database.sql)
    // As on a server that has run for a while: Postgres has WAL files to recycle.
    await database.sql`checkpoint`
    const local = await slack.heard()
    const bare = await startBareApp(database, local, undo)
    const bot = await startOurs(database, local, undo)
    return await measure(bot, bare, say)
  } finally {
    for (const end of undo.toReversed()) await end()
  }
}

async function startBareApp(
  database: BenchDatabase,
  { apiUrl, signingSecret }: LocalSlack,
  undo: (() => Promise<unknown>)[],
): Promise<Target> {
  await database.sql`create table bare_answers (
    workspace_id text not null, user_id text not null, numbers jsonb not null, answered_at timestamptz not null,
    primary key (workspace_id, user_id))`
  const port = await freePort()
  const bare = startChild<'ready'>('./bare-app.ts', {
    BENCH_DATABASE: database.url,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
    PORT: String(port),
  })
  undo.push(bare.stop)
  await bare.heard()
  return { port, signingSecret, clockMoveMs: 0 }
}

async function startOurs(
  database: BenchDatabase,
  { apiUrl, signingSecret, tokens }: LocalSlack,
  undo: (() => Promise<unknown>)[],
): Promise<Target & { healthPort: number }> {
  const port = await freePort()
  const clockMoveMs = NOW.epochMilliseconds - Date.now()
  const healthPort = await freePort()
  const bot: BotProcess = startBot({
    healthPort,
    nodeOptions: [...nodeOptions(), '--import', MOVED_CLOCK],
    env: {
      SLACK_BOT_TOKEN: tokens[workspaceIdOf(1)]!,
      SLACK_API_URL: apiUrl,
      SLACK_SIGNING_SECRET: signingSecret,
      PORT: String(port),
      DATABASE_URL: database.url,
      BENCH_CLOCK_MOVE_MS: String(clockMoveMs),
      LOG_LEVEL: 'warn',
    },
  })
  undo.push(bot.stop)
  await bot.ready()
  return { port, signingSecret, clockMoveMs, healthPort }
}

async function measure(
  bot: Target & { healthPort: number },
  bare: Target,
  say: (line: string) => void,
): Promise<Row[]> {
  const members = Array.from({ length: SIZE.teamsInEach * SIZE.membersInEach }, (_, index) =>
    spread(index + 1),
  )
  const next = () => members.splice(0, IN_ROUND).map(submissionOf)
  const loads = { ours: [] as Load[], theirs: [] as Load[] }
  let computed = 0
  for (let round = 0; round <= ROUNDS; round += 1) {
    const payloads = next()
    const theirs = await submitAll(bare, payloads, AT_ONCE)
    const before = await ownMetrics(bot.healthPort)
    const ours = await submitAll(bot, payloads, AT_ONCE)
    const after = await ownMetrics(bot.healthPort)
    // The first round is a warm-up for both.
    if (round === 0) continue
    say(`round ${round}: ${Math.round(ours.perSecond)} against ${Math.round(theirs.perSecond)} a second`)
    loads.ours.push(ours)
    computed += after.cpuSeconds - before.cpuSeconds
    loads.theirs.push(theirs)
  }
  const rate = (all: readonly Load[]) => median(all.map((load) => load.perSecond))
  // The percentile of all rounds together: one round of 800 answers is too few for it.
  const p99 = (all: readonly Load[]) =>
    percentile(
      all.flatMap(({ acks }) => acks),
      0.99,
    )
  const { ours, theirs } = loads
  return [
    {
      measure: 'standup with five numbers, signed HTTP, 8 at a time: throughput',
      against: 'bare Bolt app with one INSERT',
      ours: `${Math.round(rate(ours))} a second`,
      theirs: `${Math.round(rate(theirs))} a second`,
      ratio: rate(ours) / rate(theirs),
      limit: null,
      note: `median of ${ROUNDS} rounds of ${IN_ROUND} in turns; the bot is the real process and delivers meanwhile; it computed for ${((computed * 1000) / (ROUNDS * IN_ROUND)).toFixed(1)} ms a standup`,
    },
    {
      measure: 'the same: p99 of the acknowledgement',
      against: 'the same app',
      ours: milliseconds(p99(ours)),
      theirs: milliseconds(p99(theirs)),
      ratio: p99(ours) / p99(theirs),
      limit: { kind: 'at most', ratio: 4 },
      note: `of ${ROUNDS * IN_ROUND} answers of each`,
    },
  ]
}

/** A step coprime to the number of members, so that members of one team answer far apart, as in practice. */
const STEP = 1777

const spread = (index: number): number => ((index * STEP) % (SIZE.teamsInEach * SIZE.membersInEach)) + 1

function submissionOf(member: number): object {
  const team = { id: workspaceIdOf(1), domain: 'bench' }
  const numbers = METRICS.map((key, place) => [
    `number::${key}`,
    { number: { type: 'number_input', value: String(3 + ((member + place) % 5)) } },
  ])
  const typed = (value: string) => ({ field: { type: 'plain_text_input', value } })
  const values = {
    ...Object.fromEntries(numbers),
    plan: typed('Call the three leads from Friday\nSend the offer to the bakery'),
    blocker: typed(''),
    note: typed('A good day'),
    helper: { field: { type: 'users_select', selected_user: null } },
  }
  const metadata = { team: teamIdOf(Math.floor((member - 1) / SIZE.membersInEach) + 1), date: TODAY }
  return {
    type: 'view_submission',
    team,
    user: { id: userIdOf(member), username: `member-${member}`, team_id: team.id },
    api_app_id: 'A0BENCH',
    trigger_id: `${member}.1`,
    view: {
      id: `V0BENCH${member}`,
      team_id: team.id,
      type: 'modal',
      callback_id: 'standup.form',
      private_metadata: JSON.stringify({ ...metadata, revision: 0, asked: {}, solved: [], home: false }),
      hash: '1.abc',
      state: { values },
      blocks: [{ type: 'input', block_id: 'plan', label: { type: 'plain_text', text: 'Plan' } }],
    },
    response_urls: [],
  }
}
