// Around the messages: the clock, the tour and its languages, colors, home tab, narrow windows, a lost connection.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { seriousFindings, startBrowser, type Visit, type VisitOptions, visit } from './browser.ts'
import { type GalleryApp, NOW, startGallery } from './gallery-app.ts'

let browser: Browser
let gallery: GalleryApp
let visited: Visit
let page: Page

beforeAll(async () => {
  gallery = await startGallery()
  browser = await startBrowser()
})
afterEach(async () => {
  gallery.sandbox.clock.set(Date.parse(NOW))
  await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await gallery?.stop().catch(() => {})
})

async function open(where: string, options: VisitOptions = {}): Promise<void> {
  visited = await visit(browser, gallery.sandbox.platform.origin, where, options)
  page = visited.page
}
const clock = () => page.getByRole('region', { name: 'Clock' })

test('the clock moves as the buttons say, in the zone of the person', async () => {
  await open('U0ANNA/app')
  await page.getByRole('button', { name: '+30 min' }).click()
  await clock().getByText('Tue, Nov 17, 09:32').waitFor()
  await page.getByRole('button', { name: '+2 h' }).click()
  await clock().getByText('Tue, Nov 17, 11:32').waitFor()
  await page.getByRole('button', { name: 'Next morning' }).click()
  await clock().getByText('Wed, Nov 18, 09:00').waitFor()
  await page.getByRole('button', { name: 'Friday 16:00' }).click()
  await clock().getByText('Fri, Nov 20, 16:00').waitFor()
  await page.getByRole('button', { name: /^陈晓东/ }).click()
  await clock().getByText('Fri, Nov 20, 23:00 Shanghai').waitFor()
  expect(visited.errors).toEqual([])
})

test('the clock is set to a moment, but never back', async () => {
  await open('U0ANNA/app')
  await page.getByRole('button', { name: 'Set to' }).click()
  await page.getByLabel('Set to (Berlin)').fill('2026-11-17T08:00')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.getByText('The clock only goes forward.').waitFor()
  await page.getByLabel('Set to (Berlin)').fill('2026-11-19T10:15')
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await clock().getByText('Thu, Nov 19, 10:15').waitFor()
})

test('while a host moves the clock step by step, the page says so', async () => {
  await open('U0ANNA/app')
  const { sandbox } = gallery
  const usual = sandbox.moveClock
  let arrive = () => {}
  sandbox.moveClock = (instantMs) =>
    new Promise((resolve) => {
      arrive = () => resolve(usual(instantMs))
    })
  await page.getByRole('button', { name: '+30 min' }).click()
  await clock().getByText('Moving …').waitFor()
  expect(await clock().getAttribute('aria-busy')).toBe('true')
  arrive()
  await clock().getByText('09:32').waitFor()
  await clock().getByText('Moving …').waitFor({ state: 'detached' })
  sandbox.moveClock = usual
})

test.each([
  ['en-US', 'Two steps', '(done)'],
  ['zh-CN', '两步看完', '(已完成)'],
  ['zh-TW', '兩步看完', '(已完成)'],
  ['fr-FR', 'Two steps', '(done)'],
])(
  'the first visit in %s begins with a tour, whose steps lead to a person and a place',
  async (locale, title, done) => {
    await open('U0WEI/app', { locale, first: true })
    const tour = page.getByRole('region', { name: title })
    expect(await tour.getByRole('listitem').count()).toBe(2)
    expect(await page.evaluate('document.documentElement.lang')).toBe(locale.startsWith('zh') ? locale : 'en')
    expect(await seriousFindings(page)).toEqual([])
    await tour.getByRole('button', { name: 'Type it' }).click()
    await expect.poll(() => page.url()).toContain('U0ANNA/C0SALES')
    await expect.poll(() => page.getByRole('main').getByRole('combobox').inputValue()).toBe('/kpi board')
    await tour.getByRole('button', { name: /Go home/ }).click()
    await page.getByText('Home of the gallery').waitFor()
    // In Marta's zone.
    await page.locator('.clock').getByText('12:00').waitFor()
    await tour.getByRole('button', { name: `✓ Go home ${done}` }).waitFor()
    expect(visited.errors).toEqual([])
  },
)

test('the tour stays away once dismissed, and comes back when asked for', async () => {
  await open('U0ANNA/app', { first: true })
  const tour = page.getByRole('region', { name: 'Two steps' })
  await tour.getByRole('button', { name: 'Dismiss' }).click()
  await page.reload()
  await page.getByRole('main').waitFor()
  expect(await tour.count()).toBe(0)
  await page.getByRole('button', { name: 'What can I try?' }).click()
  await tour.getByRole('button', { name: 'Type it' }).click()
  await page.getByLabel('Message #sales').waitFor()
})

test('where there is nothing to try, nothing offers it', async () => {
  const { tour } = gallery.sandbox
  gallery.sandbox.tour = undefined
  await open('U0ANNA/app', { first: true })
  expect(await page.locator('.tour').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'What can I try?' }).count()).toBe(0)
  gallery.sandbox.tour = tour
})

test('dark follows the system, or is chosen and kept', async () => {
  await open('U0ANNA/app', { colorScheme: 'dark' })
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await background()).toBe('rgb(26, 29, 33)')
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Colors' }).click()
  await page.getByRole('menuitem', { name: 'Light' }).click()
  await expect.poll(background).toBe('rgb(255, 255, 255)')
  await page.reload()
  await page.getByRole('main').waitFor()
  expect(await background()).toBe('rgb(255, 255, 255)')
})

test('going to the home tab tells the app, and shows what it publishes', async () => {
  await open('U0ANNA/app')
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByRole('heading', { name: 'Home of the gallery' }).waitFor()
  await page.getByRole('button', { name: 'Home button' }).click()
  await expect.poll(() => gallery.actions.map(({ action_id }) => action_id)).toContain('home_button')
  expect(await seriousFindings(page)).toEqual([])
})

test('Chinese is set in a Chinese font', async () => {
  await open('U0WEI/app', { locale: 'zh-CN' })
  const families = await page.evaluate(() => getComputedStyle(document.body).fontFamily)
  expect(families).toContain('Noto Sans CJK SC')
})

test('a narrow window keeps everything within reach', async () => {
  await open('U0ANNA/app', { viewport: { width: 400, height: 740 } })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400)
  await page.getByRole('banner').getByRole('button', { name: 'Channels' }).click()
  await page.getByRole('button', { name: 'sales', exact: true }).click()
  await page.getByLabel('Message #sales').waitFor()
  await page.getByRole('complementary', { name: 'Channels' }).waitFor({ state: 'hidden' })
  expect(await seriousFindings(page)).toEqual([])
})

test('when the local Slack is stopped the page says so', async () => {
  await open('U0ANNA/app')
  await gallery.stop()
  await page.getByText('The local Slack does not answer.').waitFor()
})
