// A modal: every kind of field reaches the app, errors stand at their field, nothing typed is lost, three may lie on each other.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { seriousFindings, startBrowser, type Visit, visit } from './browser.ts'

import { type GalleryApp, startGallery } from './gallery-app.ts'
import { FIELDS } from './gallery-fields.ts'

let browser: Browser
let gallery: GalleryApp
let visited: Visit
let page: Page
let dialog: Locator

beforeAll(async () => {
  gallery = await startGallery({ ackTimeoutMs: 500 })
  browser = await startBrowser()
})
beforeEach(async () => {
  visited = await visit(browser, gallery.sandbox.platform.origin, 'U0ANNA/app')
  page = visited.page
  await page.getByLabel('Message Gallery').fill('/form')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  dialog = page.getByRole('dialog', { name: 'Your numbers' })
  await dialog.waitFor()
})
afterEach(async () => {
  expect(visited.errors).toEqual([])
  gallery.sandbox.user('anna').modal.close({ all: true })
  await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await gallery?.stop()
})

const submit = () => dialog.getByRole('button', { name: 'Send' }).click()
const contentOf = (blockId: string) => gallery.sandbox.user('anna').modal.field(blockId).value

async function pick(label: string, ...options: string[]) {
  const field = dialog.getByRole('combobox', { name: label, exact: true })
  await field.click()
  for (const option of options) await page.getByRole('option', { name: option }).click()
  await page.keyboard.press('Tab')
}

test('the first field has the focus, and the focus stays within', async () => {
  expect(await dialog.getByLabel('Calls').evaluate((element) => element === document.activeElement)).toBe(
    true,
  )
  for (let press = 0; press < 60; press += 1) await page.keyboard.press('Tab')
  const outside = await page.evaluate(
    () => document.activeElement?.closest('dialog') === null && document.activeElement !== document.body,
  )
  expect(outside).toBe(false)
})

test('each kind of field reaches the app as it was entered', async () => {
  await dialog.getByLabel('Calls').fill('12')
  await dialog.getByLabel('Plan').fill('First\nSecond')
  await dialog.getByLabel('Note').fill('short')
  await dialog.getByLabel('Mail').fill('anna@example.com')
  await dialog.getByLabel('Page').fill('https://example.com')
  await pick('Mood', 'Good')
  await pick('Roles', 'Hunter', 'Farmer')
  await pick('Helper', 'Marta Keller')
  await pick('Members', '陈晓东')
  await pick('Channel', '#sales')
  await pick('Channels', '#quiet')
  await dialog.getByLabel('Send the offer').check()
  await dialog.getByLabel('Week').check()
  await dialog.getByLabel('From').fill('2026-12-01')
  await dialog.getByLabel('At', { exact: true }).fill('10:30')
  await dialog.getByLabel('Moment').fill('2026-12-01T10:30')
  await dialog.getByLabel('Story').fill('Once upon a time')
  await expect.poll(() => contentOf('moment')).toBe(String(Date.parse('2026-12-01T10:30:00+01:00') / 1000))
  expect(
    Object.fromEntries(
      Object.values(FIELDS).flatMap(({ block_id }) =>
        block_id && block_id !== 'story' ? [[block_id, contentOf(String(block_id))]] : [],
      ),
    ),
  ).toEqual({
    calls: '12',
    plan: 'First\nSecond',
    note: 'short',
    mail: 'anna@example.com',
    page: 'https://example.com',
    mood: 'Good',
    roles: ['Hunter', 'Farmer'],
    helper: 'U0MARTA',
    members: ['U0ANNA', 'U0WEI'],
    place: 'C0SALES',
    places: ['C0QUIET'],
    done: ['Send the offer'],
    kind: 'Week',
    from: '2026-12-01',
    at: '10:30',
    moment: String(Date.parse('2026-12-01T10:30:00+01:00') / 1000),
    files: [],
  })
  await expect.poll(() => contentOf('story')).toContain('Once upon a time')
  await dialog.getByRole('button', { name: 'Remove Anna Berg' }).click()
  await dialog.getByLabel('Send the offer').uncheck()
  await expect.poll(() => [contentOf('members'), contentOf('done')]).toEqual([['U0WEI'], []])
  await submit()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Saved: 12').waitFor()
})

test('an option is found by typing and taken by keyboard; Escape closes the list and not the form', async () => {
  const mood = dialog.getByRole('combobox', { name: 'Mood' })
  await mood.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  expect(await mood.getAttribute('aria-expanded')).toBe('false')
  await page.keyboard.type('ba')
  expect(await page.getByRole('option').allInnerTexts()).toEqual(['Bad'])
  await page.keyboard.press('Enter')
  expect(await mood.inputValue()).toBe('Bad')
  expect(await dialog.isVisible()).toBe(true)
})

test('what Slack itself refuses stands at the field, which gets the focus', async () => {
  await dialog.getByLabel('Calls').fill('4.5')
  await submit()
  const calls = dialog.getByLabel('Calls')
  await dialog.getByText('Enter a whole number.').waitFor()
  await dialog.getByText('Complete this required field.').waitFor()
  expect(await calls.getAttribute('aria-invalid')).toBe('true')
  const describedBy = await calls.getAttribute('aria-describedby')
  expect(await page.locator(`[id="${describedBy?.split(' ')[0]}"]`).innerText()).toBe('Enter a whole number.')
  await expect.poll(() => calls.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await seriousFindings(page)).toEqual([])
  await calls.fill('45')
  await dialog.getByText('Enter a whole number.').waitFor({ state: 'detached' })
})

test('what the app refuses stands at the field, with what was typed', async () => {
  await dialog.getByLabel('Calls').fill('499')
  await dialog.getByLabel('Plan').fill('Much')
  await submit()
  await dialog.getByText('So many?').waitFor()
  expect(await dialog.getByLabel('Calls').inputValue()).toBe('499')
  expect(await dialog.getByLabel('Plan').inputValue()).toBe('Much')
})

test('when the app does not answer the form says so and keeps everything', async () => {
  await dialog.getByLabel('Calls').fill('498')
  await dialog.getByLabel('Plan').fill('Wait')
  await submit()
  expect(await dialog.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true)
  await dialog.getByRole('alert').getByText('Gallery did not take this (operation_timeout).').waitFor()
  expect(await dialog.getByLabel('Plan').inputValue()).toBe('Wait')
  expect(await dialog.getByRole('button', { name: 'Send' }).isEnabled()).toBe(true)
})

test('views lie on each other, Back uncovers, the cross closes all', async () => {
  await dialog.getByLabel('Calls').fill('400')
  await dialog.getByLabel('Plan').fill('Deep')
  await submit()
  const second = page.getByRole('dialog', { name: 'Sure?' })
  await second.waitFor()
  await second.getByRole('button', { name: 'Back' }).click()
  await dialog.waitFor()
  expect(await dialog.getByLabel('Plan').inputValue()).toBe('Deep')
  await submit()
  await second.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('a form waits for its writer while the page is reloaded, and Escape closes it', async () => {
  await dialog.getByLabel('Plan').fill('Half a plan')
  await expect.poll(() => contentOf('plan')).toBe('Half a plan')
  await page.reload()
  await dialog.waitFor()
  expect(await dialog.getByLabel('Plan').inputValue()).toBe('Half a plan')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('the alert, the named box and dark mode', async () => {
  await dialog.getByRole('status').getByText('Closes in 30 minutes').waitFor()
  await dialog.getByText('file input: not shown here').waitFor()
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await seriousFindings(page)).toEqual([])
})
