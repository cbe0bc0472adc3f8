// The tests of the rep’s half minute, measured on the page by the keystroke-level model: every press and key of an answer is counted.
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DEMO_DATE } from '../../demo/company.ts'
import type { DemoPage } from './demo-page.ts'
import { picture } from './picture.ts'

/**
 * Operators in seconds, from Card, Moran and Newell, The Psychology of Human-Computer Interaction (1983): a key of an
 * average skilled typist, pointing with the mouse, pressing and releasing its button, moving the hand, making up one's mind.
 */
const SECONDS = { key: 0.2, point: 1.1, button: 0.2, home: 0.4, mind: 1.35 }
const MINUTES = 60_000

/** Does what a rep does, and counts it: each press is decided on and pointed at, each number is recalled before it is typed. */
function rep(page: Page) {
  const done = { presses: 0, keys: 0, seconds: 0 }
  let onKeys = false
  const hand = (keys: boolean) => {
    if (keys !== onKeys) done.seconds += SECONDS.home
    onKeys = keys
  }
  return {
    done,
    press: async (target: Locator) => {
      hand(false)
      done.presses += 1
      done.seconds += SECONDS.mind + SECONDS.point + SECONDS.button
      await target.click()
    },
    type: async (text: string, then?: 'Tab') => {
      hand(true)
      const keys = text.length + (then ? 1 : 0)
      done.keys += keys
      done.seconds += SECONDS.mind + keys * SECONDS.key
      await page.keyboard.type(text)
      if (then) await page.keyboard.press(then)
    },
  }
}

const inChannel = (page: Page) => page.getByRole('region', { name: 'Messages' }).getByRole('article').last()

export function halfMinute({ look, harness }: DemoPage): void {
  test(
    'with the numbers known: at most 60 keystrokes and 25 seconds',
    async () => {
      const page = await look('U0JONAS/C0ATLANTIC')
      await inChannel(page).waitFor()
      const jonas = rep(page)
      await jonas.press(page.getByRole('button', { name: /^Pacesetter/ }))
      await picture(page, 'prompt')
      await jonas.press(page.getByRole('button', { name: 'Fill in' }))
      const form = page.getByRole('dialog', { name: 'Standup' })
      const fields = form.getByLabel(
        /^(Calls|New customers|New revenue|Follow-ups|Proposals sent|Visits|Leads converted)/,
      )
      await fields.first().waitFor()
      await picture(page, 'form')
      const numbers = ['44', '1', '4200', '12', '3', '2', '4'].slice(0, await fields.count())
      for (const [index, number] of numbers.entries())
        await jonas.type(number, index < numbers.length - 1 ? 'Tab' : undefined)
      for (const [index, number] of numbers.entries())
        expect(await fields.nth(index).inputValue()).toBe(number)
      await jonas.press(form.getByRole('checkbox').first())
      await jonas.press(form.getByRole('button', { name: 'Submit' }))
      await page.getByText('your standup for Tue, Nov 17 is in').waitFor()
      process.stdout.write(`numbers known: ${JSON.stringify({ ...jonas.done, numbers: numbers.length })}\n`)
      expect(jonas.done.keys).toBeLessThanOrEqual(60)
      expect(jonas.done.seconds).toBeLessThanOrEqual(25)
      await page.close()
    },
    2 * MINUTES,
  )

  test(
    'with the numbers logged before: two presses and no key',
    async () => {
      const tessa = harness().user('tessa')
      await tessa.command('/kpi', 'log yesterday calls 41, visits 2')
      const page = await look('U0TESSA/C0ATLANTIC')
      await inChannel(page).waitFor()
      const measured = rep(page)
      await measured.press(page.getByRole('button', { name: /^Pacesetter/ }))
      await page.getByText('Numbers for Mon, Nov 16').last().waitFor()
      await picture(page, 'prompt-known')
      await measured.press(page.getByRole('button', { name: 'As planned' }))
      await page.getByText('your standup for Tue, Nov 17 is in').waitFor()
      process.stdout.write(`numbers logged: ${JSON.stringify(measured.done)}\n`)
      expect(measured.done).toMatchObject({ presses: 2, keys: 0 })
      await page.close()
    },
    2 * MINUTES,
  )

  test.each([
    {
      ...{ locale: 'en', userId: 'U0OSKAR', zone: 'Europe/Berlin', days: 1 },
      ...{ off: 'Off today', home: 'Home', plan: 'Your plan: tick off what is done' },
    },
    {
      ...{ locale: 'zh-CN', userId: 'U0ZHAO', zone: 'Asia/Shanghai', days: 2 },
      ...{ off: '今天请假', home: '主页', plan: '我的计划（完成一项勾一项）' },
    },
  ])(
    'the prompt and Home in $locale fit a wide window and a narrow one',
    async ({ locale, userId, zone, days, off, home, plan }) => {
      const morning = Temporal.PlainDate.from(DEMO_DATE).add({ days })
      await harness().moveTo(morning.toZonedDateTime({ timeZone: zone, plainTime: '09:05' }).toInstant())
      for (const width of [1280, 390]) {
        const page = await look(`${userId}/app`, { locale, viewport: { width, height: 900 } })
        const fits = async (what: string) => {
          const inside = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth'
          expect(await page.evaluate(inside), `${what} ${width}`).toBe(true)
          const folder = process.env.PICTURES
          if (folder) await page.screenshot({ path: `${folder}/${what}-${locale}-${width}.png` })
        }
        await page.getByRole('button', { name: off }).last().waitFor()
        await fits('look-prompt')
        await page.getByRole('button', { name: home, exact: true }).click()
        await page.getByText(plan).first().waitFor()
        await fits('look-home')
        await page.close()
      }
    },
    3 * MINUTES,
  )
}
