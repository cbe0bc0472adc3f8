// The pictures of who falls behind, for the page in Taiwan’s Chinese: the demo’s Chinese team reads it so. Only with PICTURES.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { TEAMS } from '../../demo/company.ts'
import { type Demo, startDemo } from '../../demo/demo.ts'
import { openMorning } from '../../demo/open-morning.ts'
import { startBrowser, visit } from './browser.ts'
import { fallsBehind } from './falls-behind.ts'

const MINUTES = 60_000

describe.runIf(process.env.PICTURES !== undefined)('in zh-TW', () => {
  let browser: Browser
  let demo: Demo
  let page: Page

  beforeAll(async () => {
    browser = await startBrowser()
    demo = await startDemo({ log: () => {}, signal: new AbortController().signal })
    await openMorning(demo.harness)
    const [, chinese] = TEAMS
    for (const { userId } of [chinese!.manager, ...chinese!.reps])
      demo.harness.user(userId.slice(2).toLowerCase()).change({ locale: 'zh-TW' })
    demo.harness.user('liu').change({ realName: '劉敏' })
    await demo.harness.settled()
    const options = { locale: 'zh-TW', first: true }
    ;({ page } = await visit(browser, demo.harness.sandbox.platform.origin, 'T0DEMO/-/app', options))
    page.setDefaultTimeout(MINUTES)
  }, 5 * MINUTES)
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  fallsBehind('zh-TW', () => page)
})
