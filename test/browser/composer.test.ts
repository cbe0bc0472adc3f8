// Writing: messages, slash commands with completion by keyboard, names, shortcuts, threads, ephemeral answers.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { seriousFindings, startBrowser, type Visit, visit } from './browser.ts'
import { type GalleryApp, startGallery } from './gallery-app.ts'

let browser: Browser
let gallery: GalleryApp
let visited: Visit
let page: Page

beforeAll(async () => {
  gallery = await startGallery()
  browser = await startBrowser()
})
beforeEach(async () => {
  visited = await visit(browser, gallery.sandbox.platform.origin, 'U0ANNA/C0SALES')
  page = visited.page
})
afterEach(async () => {
  expect(visited.errors).toEqual([])
  await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await gallery?.stop()
})

const field = () => page.getByRole('combobox', { name: 'Message #sales' })
const offered = () => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')

test('a command is completed, its arguments chosen with arrows, and Enter sends it', async () => {
  await field().pressSequentially('/k')
  expect(await offered().allInnerTexts()).toEqual([expect.stringContaining('/kpi me | board [day|week]')])
  await page.keyboard.press('Enter')
  expect(await field().inputValue()).toBe('/kpi ')
  expect((await offered().allInnerTexts()).slice(0, 4)).toEqual([
    '/kpi me',
    '/kpi board',
    '/kpi board day',
    '/kpi board week',
  ])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('[role=option][aria-selected=true]').innerText()).toBe('/kpi board day')
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  expect(await field().inputValue()).toBe('/kpi board day')
  await page.keyboard.press('Enter')
  const answer = page.getByRole('article').filter({ hasText: 'You asked for board day' })
  await answer.getByText('Only visible to you').waitFor()
  expect(await field().inputValue()).toBe('')
})

test('what is complete is sent at once, Escape closes the list', async () => {
  await field().pressSequentially('/kpi board')
  await page.keyboard.press('Escape')
  expect(await offered().count()).toBe(0)
  await page.keyboard.press('Enter')
  await page.getByText('You asked for board', { exact: true }).waitFor()
})

test('an unknown command is answered by Slackbot', async () => {
  await field().fill('/nope now')
  await page.keyboard.press('Enter')
  await page.getByText('/nope is not a valid command.').waitFor()
})

test('a message is sent with Enter, a line broken with Shift and Enter, and nothing in it is HTML', async () => {
  await field().fill('<b>Hello</b> *all*')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('second line')
  await page.keyboard.press('Enter')
  const message = page.getByRole('article', { name: 'Anna Berg' }).last()
  await message.getByText('<b>Hello</b> *all*').waitFor()
  expect(await message.innerText()).toMatch(/<b>Hello<\/b> \*all\*\n+second line/)
})

test('names are offered after @', async () => {
  await field().pressSequentially('/kpi leave @ma')
  expect(await offered().allInnerTexts()).toEqual([expect.stringContaining('@marta')])
  await page.keyboard.press('Tab')
  expect(await field().inputValue()).toBe('/kpi leave @marta ')
})

test('a shortcut is started from its menu by keyboard', async () => {
  await page.getByRole('button', { name: 'Shortcuts' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Log numbers' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Your numbers' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('a thread opens at the side and takes answers', async () => {
  const { ts } = await gallery.app.client.chat.postMessage({
    channel: 'C0SALES',
    text: 'A board to talk about',
  })
  const message = page.getByRole('article').filter({ hasText: 'A board to talk about' })
  await message.hover()
  await message.getByRole('button', { name: 'Reply in thread' }).click()
  const thread = page.getByRole('complementary', { name: 'Thread' })
  await thread.getByLabel('Reply …').fill('Well done')
  await page.keyboard.press('Enter')
  await thread.getByText('Well done').waitFor()
  await gallery.app.client.chat.postMessage({ channel: 'C0SALES', thread_ts: ts!, text: 'Indeed' })
  await thread.getByText('Indeed').waitFor()
  await message.getByRole('button', { name: '2 replies' }).waitFor()
  expect(await page.getByRole('region', { name: 'Messages' }).first().getByText('Indeed').count()).toBe(0)
  expect(await seriousFindings(page)).toEqual([])
  await thread.getByRole('button', { name: 'Close thread' }).click()
  await thread.waitFor({ state: 'detached' })
})

test('an edited message says so, in its place', async () => {
  const { client } = gallery.app
  const { ts } = await client.chat.postMessage({ channel: 'C0SALES', text: 'Answered: 1' })
  await page.getByText('Answered: 1').waitFor()
  await client.chat.update({ channel: 'C0SALES', ts: ts!, text: 'Answered: 2' })
  const message = page.getByRole('article').filter({ hasText: 'Answered: 2' })
  await message.getByText('(edited)').waitFor()
  expect(await page.getByText('Answered: 1').count()).toBe(0)
})

test('a file is shown by its name, kind and size', async () => {
  await gallery.app.client.filesUploadV2({
    channel_id: 'C0SALES',
    filename: 'week.csv',
    title: 'Numbers of the week',
    content: 'name,calls\nAnna,12\n',
    initial_comment: 'For your spreadsheet',
  })
  const message = page.getByRole('article').filter({ hasText: 'For your spreadsheet' })
  await message.getByText('Numbers of the week').waitFor()
  await message.getByText('CSV · week.csv · 19 byte').waitFor()
})
