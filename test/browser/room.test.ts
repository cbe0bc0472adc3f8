// Nothing covers what one reads: the tour on a phone, menus beside their row, answers that come into view.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { seriousFindings, startBrowser, type Visit, type VisitOptions, visit } from './browser.ts'
import { type GalleryApp, NOW, showGallery, startGallery } from './gallery-app.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 800 }

let browser: Browser
let gallery: GalleryApp
let visited: Visit
let page: Page

beforeAll(async () => {
  gallery = await startGallery()
  browser = await startBrowser()
  await showGallery(gallery, 'C0SALES')
})
afterEach(async () => {
  expect(visited.errors).toEqual([])
  gallery.sandbox.clock.set(Date.parse(NOW))
  await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await gallery?.stop()
})

async function open(where: string, options: VisitOptions = {}): Promise<void> {
  visited = await visit(browser, gallery.sandbox.platform.origin, where, options)
  page = visited.page
}
const post = (channel: string, text: string) => gallery.app.client.chat.postMessage({ channel, text })
async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('It is not on the page.')
  return { ...box, right: box.x + box.width, bottom: box.y + box.height }
}
/** What lies on top in the middle of the element is the element, or inside it. */
const isOnTop = (locator: Locator) =>
  locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const above = document.elementFromPoint(left + width / 2, top + height / 2)
    return above !== null && (element.contains(above) || above.contains(element))
  })

describe('on a phone', () => {
  test.each([
    ['en-US', 'Two steps', 'Dismiss', 'Clock'],
    ['zh-CN', '两步看完', '知道了', '时钟'],
    ['zh-TW', '兩步看完', '知道了', '時鐘'],
  ])('in %s the tour leaves room for the messages, and once closed it stays closed', async (...row) => {
    const [locale, title, dismiss, clockName] = row
    await post('U0ANNA', 'Your standup is open')
    await open('U0ANNA/app', { locale, first: true, viewport: PHONE })
    const tour = page.getByRole('region', { name: title })
    const last = page.getByRole('article').last()
    const [head, panel, list] = [
      await boxOf(page.getByRole('main').locator('header').first()),
      await boxOf(tour),
      await boxOf(page.locator('.messages')),
    ]
    expect(panel.y).toBeGreaterThanOrEqual(head.bottom)
    expect(list.y).toBeGreaterThanOrEqual(panel.bottom)
    expect(list.height).toBeGreaterThan(panel.height)
    expect((await boxOf(last)).bottom).toBeLessThanOrEqual(list.bottom)
    const clock = page.getByRole('region', { name: clockName })
    const within = [...(await tour.getByRole('button').all()), ...(await clock.getByRole('button').all())]
    expect(within).toHaveLength(8)
    for (const button of [...within, page.getByRole('textbox').or(page.getByRole('combobox')).last()]) {
      const { x, right, bottom } = await boxOf(button)
      expect([x >= 0, right <= PHONE.width, bottom <= PHONE.height]).toEqual([true, true, true])
      expect(await isOnTop(button)).toBe(true)
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width)
    expect(await seriousFindings(page)).toEqual([])
    await tour.getByRole('button', { name: dismiss }).click()
    await tour.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('main').waitFor()
    expect(await tour.count()).toBe(0)
  })

  test('what arrives for others shows at the people, and covers nothing', async () => {
    await open('U0ANNA/C0SALES', { viewport: PHONE })
    await post('U0MARTA', 'Somebody needs you')
    await page
      .getByRole('navigation', { name: 'People' })
      .getByRole('button', { name: /^Marta.*new/ })
      .waitFor()
    expect(await page.getByText('Somebody needs you').isVisible()).toBe(false)
  })

  test('a channel, its form and the app’s tabs stay within the window', async () => {
    await open('U0ANNA/C0SALES', { viewport: PHONE })
    await page.getByLabel('Message #sales').fill('/form')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog', { name: 'Your numbers' })
    const send = form.getByRole('button', { name: 'Send' })
    await send.waitFor()
    expect((await boxOf(send)).bottom).toBeLessThanOrEqual(PHONE.height)
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('banner').getByRole('button', { name: 'Channels' }).click()
    await page.getByRole('button', { name: 'Gallery', exact: true }).click()
    for (const tab of ['Home', 'Messages'])
      expect((await boxOf(page.getByRole('button', { name: tab, exact: true }))).right).toBeLessThanOrEqual(
        PHONE.width,
      )
  })
})

describe.each([
  ['on a desk', DESK],
  ['on a phone', PHONE],
])('a menu %s', (_, viewport) => {
  test('opens beside its row, wherever that stands, and moves nothing', async () => {
    await open('U0ANNA/C0SALES', { viewport })
    const button = page.getByRole('button', { name: 'More options' })
    const scrolled = () => page.locator('.messages').evaluate(({ scrollTop }) => scrollTop)
    for (const block of ['start', 'center', 'end'] as const) {
      await button.evaluate((element, where) => element.scrollIntoView({ block: where }), block)
      // A page that has just been opened still follows its newest message.
      const stands = async () => {
        const earlier = await scrolled()
        await page.waitForTimeout(150)
        return (await scrolled()) === earlier
      }
      await expect.poll(stands).toBe(true)
      const before = await scrolled()
      await button.press('Enter')
      const [anchor, menu] = [await boxOf(button), await boxOf(page.getByRole('menu'))]
      expect(await scrolled()).toBe(before)
      expect(Math.min(Math.abs(menu.y - anchor.bottom), Math.abs(anchor.y - menu.bottom))).toBeLessThan(8)
      expect(menu.x <= anchor.right && menu.right >= anchor.x).toBe(true)
      expect([menu.x >= 0, menu.right <= viewport.width, menu.y >= 0]).toEqual([true, true, true])
      expect(menu.bottom).toBeLessThanOrEqual(viewport.height)
      expect(
        await page
          .getByRole('menuitem', { name: 'Copy' })
          .evaluate((item) => item === document.activeElement),
      ).toBe(true)
      expect(await seriousFindings(page)).toEqual([])
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Escape')
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    }
  })
})

describe('from wherever one reads', () => {
  const toTop = () => page.locator('.messages').evaluate((list) => list.scrollTo({ top: 0 }))
  const isInView = (text: string) =>
    expect.poll(async () => {
      const [answer, list] = [
        await boxOf(page.getByText(text).last()),
        await boxOf(page.locator('.messages')),
      ]
      return answer.y >= list.y && answer.bottom <= list.bottom
    })

  test('the answer to a command comes into view', async () => {
    await open('U0ANNA/C0SALES')
    await page.getByText('Beside a green bar').waitFor()
    await toTop()
    await page.getByLabel('Message #sales').fill('/kpi me')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await isInView('You asked for me').toBe(true)
    await toTop()
    await page.getByLabel('Message #sales').fill('/invite @ghost')
    await page.keyboard.press('Enter')
    await isInView('There is nobody called @ghost').toBe(true)
  })

  test('so does the answer to a press, and what one writes oneself; what others write does not', async () => {
    await open('U0ANNA/C0SALES')
    await page.getByText('Beside a green bar').waitFor()
    await page.getByRole('button', { name: 'Go', exact: true }).first().click()
    await isInView('You pressed Go').toBe(true)
    await toTop()
    await page.getByLabel('Message #sales').fill('My own words')
    await page.keyboard.press('Enter')
    await isInView('My own words').toBe(true)
    await toTop()
    await post('C0SALES', 'Words of another')
    await page.getByText('Words of another').waitFor()
    await isInView('Words of another').toBe(false)
  })

  test('of an answer that is higher than the window the beginning is seen', async () => {
    await open('U0ANNA/C0SALES')
    const lines = Array.from({ length: 60 }, (_, line) => `Line ${line}`).join('\n')
    await gallery.app.client.chat.postEphemeral({ channel: 'C0SALES', user: 'U0ANNA', text: lines })
    const answer = page.getByRole('article').filter({ hasText: 'Line 59' })
    await answer.waitFor()
    await expect
      .poll(async () => (await boxOf(answer)).y - (await boxOf(page.locator('.messages'))).y)
      .toBeCloseTo(0, 0)
  })
})

test('a note about others covers nothing of the tour or the messages', async () => {
  await open('U0ANNA/app', { first: true })
  await post('U0MARTA', 'For you alone')
  const note = page.getByRole('status', { name: 'What arrived' })
  await note.getByText('For you alone').waitFor()
  expect((await boxOf(note)).right).toBeLessThanOrEqual((await boxOf(page.getByRole('main'))).x)
  for (const button of await page.getByRole('main').getByRole('button').all())
    expect(await isOnTop(button)).toBe(true)
})

test('the next morning is a working one, and its button says which', async () => {
  await open('U0ANNA/app')
  await page.getByRole('button', { name: 'Friday 16:00' }).click()
  await page.getByRole('button', { name: 'Next morning: Mon, Nov 23' }).click()
  await page.getByRole('region', { name: 'Clock' }).getByText('Mon, Nov 23, 09:00').waitFor()
  await page.getByRole('button', { name: 'Next morning: Tue, Nov 24' }).waitFor()
})
