// Measures the delivery of 20,000 prompts to 50 workspaces of the local Slack against its rate limits, and the memory used.
import { startChild } from './child.ts'
import { plantCompany, plantPrompts, TODAY } from './company.ts'
import type { DeliveryReport } from './delivering-bot.ts'
import type { LocalSlack, PostingReport } from './local-slack.ts'
import type { Measure, Row } from './measure.ts'
import { nodeOptions } from './node-options.ts'

const SIZE = { workspaces: 50, teamsInEach: 20, membersInEach: 20 }
const PROMPTS = 20_000
/** Slack: several hundred posts a minute in a workspace; the local Slack takes 300. */
const ALLOWED_PER_SECOND = (SIZE.workspaces * 300) / 60
const MOST_MEGABYTES = 256

export const delivery: Measure = async ({ databases, say }) => {
  const database = await databases.fresh('bench_delivery')
  const slack = startChild<LocalSlack | PostingReport>('./local-slack.ts', { COMPANY: JSON.stringify(SIZE) })
  try {
    say('planting 20,000 members of 50 workspaces …')
    await plantCompany(database.sql, SIZE)
    await plantPrompts(database.sql, `${TODAY}T08:00:00Z`)
    const local = (await slack.heard()) as LocalSlack
    const environment = {
      BENCH_DATABASE: database.url,
      LOCAL_SLACK: JSON.stringify(local),
      NOW: `${TODAY}T08:00:30Z`,
    }
    const bot = startChild<DeliveryReport>('./delivering-bot.ts', environment, nodeOptions())
    try {
      const idle = await bot.heard()
      bot.tell({})
      const ticked = await bot.heard()
      say(`the tick is done, ${ticked.megabytes} MB; delivering for about 80 s …`)
      const after = await bot.heard()
      slack.tell({})
      return rowsOf((await slack.heard()) as PostingReport, idle, ticked, after)
    } finally {
      await bot.stop()
    }
  } finally {
    await slack.stop()
    await database.close()
  }
}

function rowsOf(
  report: PostingReport,
  idle: DeliveryReport,
  ticked: DeliveryReport,
  after: DeliveryReport,
): Row[] {
  const { posted, seconds, refused, refusedForPace } = report
  if (posted !== PROMPTS || refused.length > 0)
    throw new Error(`${posted} messages were posted; refused: ${refused.join(', ') || 'none'}.`)
  const perSecond = posted / seconds
  return [
    {
      measure: 'delivery of the 20,000 to 50 workspaces, limits on',
      against: 'what the limits allow: 300 a minute and workspace',
      ours: `${perSecond.toFixed(1)} a second`,
      theirs: `${ALLOWED_PER_SECOND} a second`,
      ratio: perSecond / ALLOWED_PER_SECOND,
      limit: { kind: 'at least', ratio: 0.95, said: 'at least 95%' },
      note: `from the first message to the last, ${seconds.toFixed(1)} s; ${refusedForPace} answers of 429; the bot computed for ${(((after.cpuSeconds - ticked.cpuSeconds) / PROMPTS) * 1000).toFixed(1)} ms a message`,
    },
    {
      measure: 'memory after the 20,000',
      against: '256 MB',
      ours: `${after.megabytes} MB`,
      theirs: '',
      ratio: null,
      limit: { kind: 'at most', ratio: MOST_MEGABYTES, said: 'below 256 MB' },
      holds: after.megabytes < MOST_MEGABYTES,
      note: `resident; ${idle.megabytes} MB before, at most ${after.mostMegabytes} MB on the way`,
    },
  ]
}
