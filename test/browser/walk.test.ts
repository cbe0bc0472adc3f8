// Walks through the demo as a visitor would, with the real bot behind it. With PICTURES=folder it takes the docs' pictures.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../demo/demo.ts'
import { openMorning } from '../../demo/open-morning.ts'
import { seriousFindings, startBrowser, visit } from './browser.ts'

const MINUTES = 60_000
const SLOW_MS = 30_000
const pictures = process.env.PICTURES

let demo: Demo
let browser: Browser

beforeAll(async () => {
  demo = await startDemo({ log: () => {}, signal: new AbortController().signal })
  await openMorning(demo.harness)
  browser = await startBrowser()
}, 3 * MINUTES)
afterAll(async () => {
  await browser?.close()
  expect(demo.harness.sandbox.refused()).toEqual([])
  await demo?.stop()
})

async function look(where: string, options: Parameters<typeof visit>[3] = {}): Promise<Page> {
  const { page, errors } = await visit(
    browser,
    demo.harness.sandbox.platform.origin,
    `T0DEMO/${where}`,
    options,
  )
  page.setDefaultTimeout(SLOW_MS)
  page.once('close', () => expect(errors).toEqual([]))
  return page
}

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

async function type(page: Page, place: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: `Message ${place}` }).fill(text)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
}

/** One of these articles holds all the words. */
async function reads(page: Page, ...words: string[]): Promise<void> {
  const articles = page.getByRole('article')
  const fitting = words.reduce((found, word) => found.filter({ hasText: word }), articles)
  await fitting.last().waitFor()
}

test(
  'a rep answers the standup in English: a wrong number, its error, the receipt',
  async () => {
    const page = await look('U0JONAS/app')
    await page.getByRole('button', { name: 'Fill in' }).click()
    const form = page.getByRole('dialog', { name: 'Standup' })
    await form.getByLabel('Calls').fill('3.5')
    await form.getByLabel('Visits').fill('2')
    await form.getByLabel('Plan for the day').fill('Offer for Nordlicht')
    await form.getByRole('button', { name: 'Submit' }).click()
    await form.getByText('whole number').first().waitFor()
    await picture(page, 'error')
    expect(await form.getByLabel('Plan for the day').inputValue()).toBe('Offer for Nordlicht')
    await form.getByLabel('Calls').fill('44')
    await form.getByRole('checkbox', { name: /Send the revised offer/ }).check()
    await form.getByRole('button', { name: 'Submit' }).click()
    await reads(page, 'your standup for Tue, November 17 is in', 'Calls 44')
    expect(await seriousFindings(page)).toEqual([])
    await picture(page, 'receipt')
    await page.close()
  },
  2 * MINUTES,
)

test(
  'another person answers in Chinese, late',
  async () => {
    const page = await look('U0ZHAO/app', { locale: 'zh-CN' })
    await page.getByRole('button', { name: '补交' }).click()
    const form = page.getByRole('dialog', { name: '晨会' })
    await form.getByLabel('电话量').fill('412')
    await form.getByRole('button', { name: '提交' }).click()
    await form.getByText('电话量：412？').waitFor()
    await picture(page, 'question-zh-cn')
    await form.getByRole('button', { name: '提交' }).click()
    await reads(page, '已补交', '电话量 412')
    await page.close()
  },
  2 * MINUTES,
)

test(
  'a line of numbers, and taking it back',
  async () => {
    const page = await look('U0JONAS/C0ATLANTIC')
    await type(page, '#sales-atlantic', '/kpi log calls 5, vis 2')
    await reads(page, 'Logged for Tue, November 17', 'Calls 5', 'Visits 2')
    await page.getByRole('button', { name: 'Undo' }).click()
    await reads(page, 'Taken back')
    await page.close()
  },
  2 * MINUTES,
)

test(
  'the clock moves past the close: summary, board, my place',
  async () => {
    for (const [who, calls] of [
      ['aylin', '52'],
      ['tessa', '45'],
      ['oskar', '31'],
    ] as const) {
      const person = demo.harness.user(who)
      await person.dm().click('Fill in')
      await person.modal.fill({ Calls: calls, Visits: '3' })
      expect(await person.modal.submit()).toMatchObject({ closed: true })
    }
    const page = await look('U0JONAS/C0ATLANTIC')
    await page.getByRole('group', { name: 'Move the clock' }).getByRole('button', { name: '+2 h' }).click()
    await reads(page, 'Leaderboard: Calls', 'Aylin Demir', '52')
    await reads(page, 'Closed: 4 of 5 answered', 'No answer: Darius Cole')
    await picture(page, 'channel')
    await page.getByRole('button', { name: 'My place' }).last().click()
    await reads(page, 'Your place: 3 of 4', 'Above you: Tessa Moore, 45')
    await page.close()
  },
  2 * MINUTES,
)

test(
  'in the dark, and nothing that a screen reader would stumble on',
  async () => {
    const page = await look('U0LIU/C0HUADONG', { colorScheme: 'dark', locale: 'zh-CN' })
    await reads(page, '电话量排行榜', '陈晓东')
    expect(await seriousFindings(page)).toEqual([])
    await picture(page, 'dark-zh-cn')
    await page.close()
  },
  2 * MINUTES,
)

test(
  'a manager sets a team up in three clicks',
  async () => {
    const page = await look('U0MARTA/app')
    const marta = demo.harness.user('marta')
    marta.createChannel('sales-partners')
    marta.invite('sales-partners', 'jonas', 'aylin')
    marta.addApp('sales-partners')
    await page.getByRole('button', { name: 'Set up the team' }).click()
    const form = page.getByRole('dialog', { name: 'Set up the team' })
    await form.getByText('Public holidays of').waitFor()
    await picture(page, 'setup')
    await form.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').getByText('is set up with 3 people').waitFor()
    await page.close()
  },
  2 * MINUTES,
)
