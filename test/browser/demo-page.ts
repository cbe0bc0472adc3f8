// Gives a test file the demo in Chromium: started once, looked at as anybody, and stopped with nothing refused by the local Slack.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Demo, startDemo } from '../../demo/demo.ts'
import type { Harness } from '../../demo/harness/harness.ts'
import { openMorning } from '../../demo/open-morning.ts'
import { startBrowser, type VisitOptions, visit } from './browser.ts'

const START_WITHIN_MS = 4 * 60_000
/** For what a person waits for on a busy machine. */
const PATIENCE_MS = 30_000

export interface DemoPage {
  /** What moves the clock, and acts as others do. */
  harness(): Harness
  /**
   * @param where `U0JONAS/C0ATLANTIC`, or `U0MARTA/app`
   * @returns the page; once it is closed, its console must have been without errors
   */
  look(where: string, options?: VisitOptions): Promise<Page>
}

/** There from the file's `beforeAll` on, after the prompts of the demo's day. */
export function usesDemo(): DemoPage {
  let demo: Demo
  let browser: Browser | undefined
  beforeAll(async () => {
    demo = await startDemo({ log: () => {}, signal: new AbortController().signal })
    await openMorning(demo.harness)
    browser = await startBrowser()
  }, START_WITHIN_MS)
  afterAll(async () => {
    await browser?.close()
    expect(demo.harness.sandbox.refused()).toEqual([])
    await demo?.stop()
  })
  return {
    harness: () => demo.harness,
    look: async (where, options) => {
      const { origin } = demo.harness.sandbox.platform
      const { page, errors } = await visit(browser!, origin, `T0DEMO/${where}`, options)
      page.setDefaultTimeout(PATIENCE_MS)
      page.once('close', () => expect(errors).toEqual([]))
      return page
    },
  }
}

/** Sends it as the one whose page it is, in the conversation that is open. A form that closes takes the focus with it. */
export async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  const composer = page.locator('main').getByRole('combobox').last()
  await composer.fill(text)
  await composer.press('Escape')
  await composer.press('Enter')
}

/** The last message that says all of this. */
export async function message(page: Page, ...words: readonly (string | RegExp)[]): Promise<Locator> {
  const articles = page.getByRole('article')
  const found = words.reduce((those, word) => those.filter({ hasText: word }), articles).last()
  await found.waitFor()
  return found
}
