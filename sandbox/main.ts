// `npm run sandbox`: the local Slack by itself, for a bot that is started elsewhere.
import { startSandbox } from './start.ts'

const port = Number(process.env.SANDBOX_PORT ?? 4390)

const started = startSandbox({
  port,
  ...(process.env.PACESETTER_CLOCK_FILE === undefined
    ? {}
    : { clockFile: process.env.PACESETTER_CLOCK_FILE }),
  seed: {
    people: [
      { name: 'maya', realName: 'Maya', tz: 'Europe/Berlin', isAdmin: true },
      { name: 'anna', realName: 'Anna', tz: 'Europe/Berlin' },
      { name: 'wei', realName: '伟', tz: 'Asia/Shanghai', locale: 'zh-CN' },
    ],
    channels: [{ name: 'general' }, { name: 'sales' }],
  },
})
const sandbox = await started.catch((fault: NodeJS.ErrnoException) => {
  console.error(fault.code === 'EADDRINUSE' ? `Port ${port} is taken. SANDBOX_PORT chooses another.` : fault)
  process.exit(1)
})

console.log(`A local Slack runs at ${sandbox.platform.origin}. Start a bot with:\n`)
for (const [name, value] of Object.entries(sandbox.env())) console.log(`  ${name}=${value}`)
const { signingSecret, clientId, clientSecret } = sandbox.platform.app
console.log(
  `\nBy signed HTTP: SLACK_SIGNING_SECRET=${signingSecret}; POST /control/requestUrl says where the bot listens.`,
)
console.log(`To be installed by the bot itself: client ${clientId}, secret ${clientSecret}.`)
console.log(`\nWhat can be done with it: GET ${sandbox.platform.origin}/control`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    sandbox.stop().then(
      () => process.exit(0),
      (fault: Error) => {
        console.error(fault.message)
        process.exit(1)
      },
    )
  })
}
