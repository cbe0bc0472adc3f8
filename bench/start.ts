// Measures how long `npm start` takes until the bot is ready, with the embedded Postgres, and its memory then.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBot } from '../demo/harness/bot-process.ts'
import { freePort } from '../demo/harness/free-port.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { startSandbox } from '../sandbox/start.ts'
import type { Measure } from './measure.ts'
import { nodeOptions } from './node-options.ts'
import { ownMetrics } from './own-metrics.ts'
import { median } from './statistics.ts'

const AGAIN = 5
const SETTLE_MS = 3000
const MOST_MEGABYTES = 256

interface Started {
  seconds: number
  megabytes: number
}

export const start: Measure = async ({ say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-bench-start-'))
  chmodSync(folder, 0o755)
  const slack = await startSandbox()
  try {
    say('starting the bot for the first time, and five times more …')
    const first = await startOnce(slack, folder)
    const again: Started[] = []
    for (let time = 0; time < AGAIN; time += 1) again.push(await startOnce(slack, folder))
    const megabytes = Math.round(median(again.map((started) => started.megabytes)))
    const seconds = median(again.map((started) => started.seconds))
    const said = (value: number) => `${value.toFixed(1)} s`
    const plain = { against: '', theirs: '', ratio: null, limit: null }
    return [
      { ...plain, measure: 'start to ready, the first time (makes its database)', ours: said(first.seconds) },
      {
        ...plain,
        measure: 'start to ready, again',
        ours: said(seconds),
        note: `median of ${AGAIN}; starts its embedded Postgres`,
      },
      {
        measure: 'memory of the process, idle',
        against: '256 MB',
        ours: `${megabytes} MB`,
        theirs: '',
        ratio: null,
        limit: { kind: 'at most', ratio: MOST_MEGABYTES, said: 'below 256 MB' },
        holds: megabytes < MOST_MEGABYTES,
        note: `resident, ${SETTLE_MS / 1000} s after it is ready, without its Postgres`,
      },
    ]
  } finally {
    await slack.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startOnce(slack: Sandbox, folder: string): Promise<Started> {
  const healthPort = await freePort()
  const from = performance.now()
  const bot = startBot({
    healthPort,
    nodeOptions: nodeOptions(),
    env: {
      ...slack.env(),
      PACESETTER_DATA: join(folder, 'data'),
      LOG_LEVEL: 'warn',
      // As the first start after an install.
      NODE_DISABLE_COMPILE_CACHE: '1',
    },
  })
  try {
    await bot.ready(60_000)
    const seconds = (performance.now() - from) / 1000
    await sleep(SETTLE_MS)
    const { megabytes } = await ownMetrics(healthPort)
    return { seconds, megabytes }
  } finally {
    await bot.stop()
  }
}
