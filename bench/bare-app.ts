// The baseline for the standup benchmark: a minimal Bolt app that does one INSERT per submitted view and acknowledges it.
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import postgres from 'postgres'

const { BENCH_DATABASE, SLACK_SIGNING_SECRET, SLACK_API_URL, PORT } = process.env
const sql = postgres(BENCH_DATABASE!, { max: 10 })
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET!, logLevel: LogLevel.ERROR })
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  convoStore: false,
  clientOptions: { slackApiUrl: SLACK_API_URL! },
  authorize: async () => ({ botToken: 'xoxb-bare', botId: 'B0BARE', botUserId: 'U0BARE' }),
})

app.view(/[\s\S]*/, async ({ body, ack }) => {
  await sql`insert into bare_answers (workspace_id, user_id, numbers, answered_at)
    values (${body.team!.id}, ${body.user.id}, ${sql.json(body.view.state.values as never)}, now())`
  await ack()
})

await receiver.start(Number(PORT))
for (const end of ['SIGTERM', 'disconnect'] as const) process.once(end, () => process.exit(0))
process.send!('ready')
