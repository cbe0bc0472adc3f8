// Walks the demo's tour as a visitor does, in English and in Chinese: each step by its button, looking at what a person sees.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../demo/demo.ts'
import { openMorning } from '../../demo/open-morning.ts'
import { seriousFindings, startBrowser, visit } from './browser.ts'
import { fallsBehind } from './falls-behind.ts'
import { picture } from './picture.ts'

const MINUTES = 60_000
/** With the pictures the tour is walked in Chinese too, and day by day until a colleague is back on pace; else in English. */
const withPictures = process.env.PICTURES !== undefined
/** A move over several working days, on two busy cores. */
const SLOW_MS = 4 * MINUTES

const VISITORS = {
  en: {
    ...{ locale: 'en-US', channel: 'C0ATLANTIC', rep: 'U0TESSA', manager: 'U0MARTA', folder: '' },
    steps: ['Be Tessa', 'Log a deal', 'Half an hour on', 'Go to Monday', 'Be Grace'],
    known: ['Numbers for Mon, Nov 16', 'Calls'],
    asPlanned: 'As planned',
    isIn: 'your standup for Tue, Nov 17 is in',
    win: ['Tessa Moore', 'signed', 'Hengxin', '€12,600', 'Team at'],
    message: 'Atlantic · Tue, Nov 17',
    closed: 'closed: 5 of 5 in',
    recap: ['Recap of the week', 'Nov 16 to Nov 22', 'deals', 'First by Target reached:'],
    home: ['Atlantic', '华东团队'],
  },
  'zh-CN': {
    ...{ locale: 'zh-CN', channel: 'C0HUADONG', rep: 'U0CHEN', manager: 'U0LIU', folder: 'zh-CN/' },
    steps: ['扮演陈晓东', '报一单', '拨快半小时', '拨到周一', '扮演 Grace'],
    known: ['11月17日（周二）的数据', '电话量'],
    asPlanned: '按计划提交',
    isIn: '11月18日（周三）的晨会已提交',
    win: ['喜报', '陈晓东', '恒信', '目标'],
    message: '华东团队 · 11月18日（周三）',
    closed: '已截止',
    recap: ['一周回顾', '11月16日至11月22日', '签单', '第一名'],
    home: ['Atlantic', '华东团队'],
  },
} as const

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
}, MINUTES)
afterAll(() => browser?.close())

const languages = withPictures ? (['en', 'zh-CN'] as const) : (['en'] as const)

describe.each<keyof typeof VISITORS>(languages)('in %s', (language) => {
  const visitor = VISITORS[language]
  const [answer, win, morning, recap, director] = visitor.steps
  let demo: Demo
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    demo = await startDemo({ log: () => {}, signal: new AbortController().signal })
    await openMorning(demo.harness)
    const options = { locale: visitor.locale, first: true }
    const visited = await visit(browser, demo.harness.sandbox.platform.origin, 'T0DEMO/-/app', options)
    ;({ page, errors } = visited)
    page.setDefaultTimeout(MINUTES)
  }, 5 * MINUTES)
  afterAll(async () => {
    await page?.context().close()
    expect(errors).toEqual([])
    expect(demo.harness.sandbox.refused()).toEqual([])
    await demo?.stop()
  })

  const step = (action: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('button', { name: action }) })
  /** Presses a step's button, and waits until the clock stands. */
  const begin = async (action: string) => {
    await step(action).getByRole('button').click()
    await page
      .locator('.clock[aria-busy="true"]')
      .waitFor({ timeout: 500 })
      .catch(() => {})
    await page.locator('.clock[aria-busy="false"]').waitFor({ timeout: SLOW_MS })
  }
  const areDone = (count: number) => expect.poll(() => page.locator('.tour li.done').count()).toBe(count)
  const reads = async (...words: string[]) =>
    words
      .reduce((found, word) => found.filter({ hasText: word }), page.getByRole('article'))
      .last()
      .waitFor()

  /** Without the tour, which is called back. */
  const pictureOf = async (name: string, top: Locator) => {
    await page.locator('.tour').getByRole('button').first().click()
    await picture(page, visitor.folder + name, top)
    await page.getByRole('button', { name: /^(What can I try\?|可以试试什么？)$/ }).click()
  }

  /** The colleague had forgotten to log calls of three days, which are looked at within minutes. */
  const catchUp = async () => {
    const { harness } = demo
    for (const line of ['log 90 calls', 'log 80 calls yesterday', 'log 80 calls Nov 17'])
      expect(await harness.user('darius').command('/kpi', line)).toMatchObject({ ok: true })
    await harness.moveTo(harness.now().add({ minutes: 5 }))
    await harness.settled()
  }

  test(
    'the page begins with five steps, none of them done, and the first is the one to press',
    async () => {
      expect(await page.locator('.tour li').count()).toBe(5)
      expect(await page.locator('.tour li.done').count()).toBe(0)
      expect(await page.locator('.tour li.next').innerText()).toContain(answer)
      expect(await seriousFindings(page)).toEqual([])
    },
    MINUTES,
  )

  test(
    'a rep answers: one press leads to the prompt, with the numbers that are logged, the second files it',
    async () => {
      await begin(answer)
      expect(page.url()).toContain(visitor.rep)
      await reads(...visitor.known, visitor.asPlanned)
      await picture(page, `${visitor.folder}tour`)
      await page.getByRole('button', { name: visitor.asPlanned }).last().click()
      await reads(visitor.isIn)
      await areDone(1)
    },
    SLOW_MS,
  )

  test(
    'a win is typed, sent, and celebrated in the channel',
    async () => {
      await begin(win)
      const composer = page.getByRole('main').getByRole('combobox')
      await expect.poll(() => composer.inputValue()).toContain('/kpi')
      await composer.press('Escape')
      await composer.press('Enter')
      await reads(...visitor.win)
      await areDone(2)
      await pictureOf('win', page.getByRole('article').last())
    },
    SLOW_MS,
  )

  test(
    'the manager’s message fills up as the clock moves, until the close',
    async () => {
      const said: string[] = []
      const button = step(morning).getByRole('button')
      const message = page.getByRole('article').filter({ hasText: visitor.message }).last()
      /** What the message says once it is closed, or the clock can be moved on. */
      const saidSince = async () => {
        const read = () => message.innerText()
        const isReady = async () => (await read()).includes(visitor.closed) || (await button.isVisible())
        await expect.poll(isReady, { timeout: MINUTES }).toBe(true)
        return read()
      }
      for (let presses = 0; presses < 8 && !said.at(-1)?.includes(visitor.closed); presses += 1) {
        await begin(morning)
        said.push(await saidSince())
        if (presses === 0) await pictureOf('fills', message)
      }
      expect(page.url()).toContain(visitor.manager)
      expect(new Set(said).size).toBeGreaterThanOrEqual(3)
      expect(said.at(-1)).toContain(visitor.closed)
      await areDone(3)
    },
    2 * SLOW_MS,
  )

  // From the close on: the next days are those in which a colleague falls behind.
  fallsBehind(language, () => page, withPictures ? undefined : catchUp)

  test(
    'on Monday the channel has the recap of the week, with its wins',
    async () => {
      await begin(recap)
      await reads(...visitor.recap)
      await areDone(4)
      const card = page.getByRole('article').filter({ hasText: visitor.recap[1] }).last()
      await pictureOf('recap', card)
    },
    2 * SLOW_MS,
  )

  test(
    'the director has the teams side by side, and the tour is at its end',
    async () => {
      await begin(director)
      for (const team of visitor.home) await page.getByText(team).last().waitFor()
      await areDone(5)
      await pictureOf('director', page.getByText(visitor.home[0]).last())
      expect(await seriousFindings(page)).toEqual([])
    },
    SLOW_MS,
  )
})
