// Every block and element that a bot can send is drawn as itself or as a named box, readable, and never run as HTML.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings, startBrowser, type Visit, visit } from './browser.ts'
import { messages } from './gallery.ts'
import { type GalleryApp, showGallery, startGallery } from './gallery-app.ts'

let browser: Browser
let gallery: GalleryApp
let visited: Visit
let page: Page

beforeAll(async () => {
  gallery = await startGallery()
  browser = await startBrowser()
  await showGallery(gallery, 'C0SALES')
  visited = await visit(browser, gallery.sandbox.platform.origin, 'U0ANNA/C0SALES', {
    viewport: { width: 1280, height: 3000 },
  })
  page = visited.page
  await page.getByText('Beside a green bar').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await gallery?.stop()
})

const KINDS = [...new Set(Object.values(messages).flatMap((blocks) => blocks.map(({ type }) => type)))]

test('the local Slack took every sample', () => {
  expect(gallery.sandbox.refused()).toEqual([])
  expect(KINDS).toHaveLength(19)
})

test.each(KINDS)('%s is drawn', async (kind) => {
  const block = page.locator(`[data-block=${kind}]`).first()
  const box = await block.boundingBox()
  expect(box?.height).toBeGreaterThan(0)
  if (kind !== 'divider' && kind !== 'context_actions' && kind !== 'image')
    expect(await block.innerText()).not.toBe('')
})

test('what cannot be drawn is named, and nothing else is', async () => {
  const boxes = await page.locator('.named-box strong').allInnerTexts()
  expect(boxes.sort()).toEqual([
    'external select: not shown here',
    'file: not shown here',
    'video: not shown here',
    'workflow button: not shown here',
  ])
})

test('names, channels, dates, addresses and emoji stand in the place of their codes', async () => {
  const words = await page.locator('[data-block=section]').first().innerText()
  expect(words).toContain('Good morning @陈晓东!')
  expect(words).toContain('see #sales, the plan, or write to Maya')
  expect(words).toContain('Due Nov 19, 2026 at 10:00 PM 👋')
  expect(words).toContain('Quoted <b>words</b>')
  expect(words).toContain('not *bold* here')
  await page.getByRole('link', { name: 'the plan' }).waitFor()
  expect(await page.getByText('Three', { exact: true }).evaluate((element) => element.tagName)).toBe('STRONG')
  expect(await page.locator('[data-block=rich_text]').first().innerText()).toContain('@陈晓东')
})

test('nothing that is written becomes HTML', async () => {
  expect(await page.locator('#injected').count()).toBe(0)
  expect(await page.evaluate('window.injected')).toBeUndefined()
  expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
  await page.getByText('<b id="injected">no</b> <script>').waitFor()
})

test('a data table sorts by words and numbers, and turns pages', async () => {
  const table = page.getByRole('table', { name: 'Calls this week' })
  const firstColumn = () => table.locator('tbody th').allInnerTexts()
  expect(await firstColumn()).toEqual(['Jonas Brandt', 'Aylin Demir', 'Oskar Nowak'])
  await table.getByRole('button', { name: 'Calls' }).click()
  expect(await firstColumn()).toEqual(['Oskar Nowak', 'Jonas Brandt', 'Darius Cole'])
  await table.getByRole('button', { name: 'Calls' }).click()
  expect(await firstColumn()).toEqual(['Aylin Demir', 'Tessa Moore', 'Darius Cole'])
  expect(await table.getByRole('columnheader', { name: 'Calls' }).getAttribute('aria-sort')).toBe(
    'descending',
  )
  await page.getByRole('button', { name: 'Next page' }).click()
  expect(await firstColumn()).toEqual(['Jonas Brandt', 'Oskar Nowak'])
  await page.getByText('Page 2 of 2').waitFor()
})

test('a table keeps its alignment and its rich text', async () => {
  const table = page.locator('[data-block=table] table')
  const last = table.locator('tbody tr').first().locator('td').last()
  expect(await last.evaluate((cell) => getComputedStyle(cell).textAlign)).toBe('right')
  expect(await table.innerText()).toContain('Tessa Moore')
})

test.each(['Bars', 'Lines', 'Areas', 'Shares'])(
  'the chart "%s" can be read without its picture',
  async (title) => {
    const picture = page.getByRole('img', { name: title, exact: true })
    const described = await picture.locator('desc').textContent()
    expect(described).toMatch(
      title === 'Shares' ? /^Won 3, Open 5, Lost 2$/ : /Calls: Jonas Brandt 12, Aylin Demir 40.*Visits:/,
    )
    const chart = page.locator('figure', { has: picture })
    await chart.getByText('The numbers as a table').click()
    expect(await chart.getByRole('table').innerText()).toMatch(
      title === 'Shares' ? /Open\s+5/ : /Aylin Demir\s+40\s+6/,
    )
  },
)

test('a container unfolds', async () => {
  const inside = page.getByText('Inside the container')
  expect(await inside.isVisible()).toBe(false)
  await page.getByText('Details', { exact: true }).click()
  await inside.waitFor()
})

test('a press, a choice in a menu and a confirmed press reach the app', async () => {
  const { actions } = gallery
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await page.getByText('You pressed Go').waitFor()
  await page.getByRole('button', { name: 'More options' }).click()
  await page.getByRole('menuitem', { name: 'Move' }).click()
  await page.getByRole('combobox', { name: 'Mood' }).click()
  await page.getByRole('option', { name: 'Tired' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('dialog', { name: 'Remove it?' }).getByRole('button', { name: 'Keep' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('button', { name: 'Yes, remove' }).click()
  await expect.poll(() => actions.map(({ action_id }) => action_id)).toEqual(['go', 'more', 'mood', 'remove'])
  expect(actions[1]?.selected_option?.value).toBe('move')
  expect(actions[2]?.selected_option?.value).toBe('tired')
  expect(await page.getByRole('combobox', { name: 'Mood' }).inputValue()).toBe('Tired')
})

test.each(['light', 'dark'] as const)('axe-core finds nothing serious in %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme })
  await page.waitForFunction((scheme) => document.documentElement.dataset.theme === scheme, colorScheme)
  expect(await seriousFindings(page)).toEqual([])
})

test('the console stayed quiet', () => {
  expect(visited.errors).toEqual([])
})
