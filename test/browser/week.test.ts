// The demo's week on the page: a question in plain words, Friday's report, the digest of the manager, and the review of the month.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../demo/demo.ts'
import { openMorning } from '../../demo/open-morning.ts'
import { startBrowser, visit } from './browser.ts'
import { picture } from './picture.ts'

const MINUTES = 60_000
const FRIDAY_BEFORE_CLOSE = '2026-11-20T17:45Z'
/** London closes at six. */
const FRIDAY_AFTER_CLOSE = '2026-11-20T18:10Z'
const MONTH_OVER = '2026-12-01T11:10Z'

let demo: Demo
let browser: Browser
beforeAll(async () => {
  demo = await startDemo({ log: () => {}, signal: new AbortController().signal })
  await openMorning(demo.harness)
  browser = await startBrowser()
}, 4 * MINUTES)
afterAll(async () => {
  await browser?.close()
  expect(demo.harness.sandbox.refused()).toEqual([])
  await demo?.stop()
})

async function look(where: string, locale = 'en-US'): Promise<Page> {
  const { origin } = demo.harness.sandbox.platform
  const { page, errors } = await visit(browser, origin, `T0DEMO/${where}`, { locale })
  page.setDefaultTimeout(MINUTES)
  page.once('close', () => expect(errors).toEqual([]))
  return page
}

/** As a visitor does it who is this person: colleagues go on by themselves. */
const moveTo = (at: string, visitor: string) =>
  demo.harness.sandbox.moveClock(Temporal.Instant.from(at).epochMilliseconds, visitor)

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: /^(Message|.*消息)/ }).fill(text)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
}

async function reads(page: Page, ...words: string[]): Promise<void> {
  const articles = page.getByRole('article')
  const fitting = words.reduce((found, word) => found.filter({ hasText: word }), articles)
  await fitting.last().waitFor()
}

test.each([
  {
    ...{ who: 'U0JONAS', locale: 'en-US', question: 'How far am I from my month?' },
    ...{ says: ['Calls', 'target', '366', '800', 'stand-in'], name: 'question-answered' },
    marked: 'Written by a language model',
  },
  {
    ...{ who: 'U0WANG', locale: 'zh-CN', question: '我这个月还差多少？' },
    ...{ says: ['电话量', '目标', '替身'], name: 'zh-CN/question-answered' },
    marked: '由语言模型撰写',
  },
])(
  '$question is answered in words, marked as a model’s, with where the figures stand',
  async (one) => {
    const page = await look(`${one.who}/app`, one.locale)
    await page.getByRole('article').last().waitFor()
    await type(page, one.question)
    await reads(page, ...one.says, one.marked)
    await picture(page, one.name)
    await page.close()
  },
  3 * MINUTES,
)

test(
  'on Friday two presses are the weekly report, where nothing has to be added',
  async () => {
    await moveTo(FRIDAY_BEFORE_CLOSE, 'U0TESSA')
    const page = await look('U0TESSA/C0ATLANTIC')
    await page.getByRole('article').last().waitFor()
    let presses = 0
    const press = async (name: string | RegExp) => {
      presses += 1
      await page.getByRole('button', { name }).last().click()
    }
    await press(/^Pacesetter/)
    await reads(page, 'your weekly report for Fri, Nov 20')
    await picture(page, 'weekly-report')
    await press('As it stands')
    await reads(page, 'your weekly report for Fri, Nov 20 is in')
    expect(presses).toBe(2)
    await page.close()
  },
  4 * MINUTES,
)

test(
  'after the close the manager has the week in one message, and reads the reports one by one',
  async () => {
    await moveTo(FRIDAY_AFTER_CLOSE, 'U0MARTA')
    const page = await look('U0MARTA/app')
    await reads(page, 'weekly report for Fri, Nov 20', '4 of 5 in', 'Aylin Demir')
    await picture(page, 'digest')
    await page.getByRole('button', { name: 'Read 4 reports' }).last().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Oskar Nowak').first().waitFor()
    await picture(page, 'digest-reports')
    await page.close()
  },
  2 * MINUTES,
)

test(
  'when the month is over the review is offered, and shows it against its targets with a chart',
  async () => {
    await moveTo(MONTH_OVER, 'U0MARTA')
    const page = await look('U0MARTA/app')
    await reads(page, 'November 2026 is over in Atlantic')
    await page.getByRole('button', { name: 'Show the review' }).last().click()
    await reads(page, 'Review · Atlantic · November 2026')
    await page.getByRole('button', { name: 'Agenda for the meeting' }).last().waitFor()
    await picture(page, 'review')
    await page.close()
  },
  5 * MINUTES,
)
