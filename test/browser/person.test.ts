// A switch of person shows at once what that person sees; what arrives for others is told.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
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
afterEach(async () => {
  expect(visited.errors).toEqual([])
  await visited.page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await gallery?.stop()
})

const open = async (where: string) => {
  visited = await visit(browser, gallery.sandbox.platform.origin, where)
  page = visited.page
}
const rail = (name: RegExp) => page.getByRole('navigation', { name: 'People' }).getByRole('button', { name })
const post = (channel: string, text: string) => gallery.app.client.chat.postMessage({ channel, text })

test('each person has their own channels, zone and messages', async () => {
  await post('U0WEI', '早上好，小东')
  await open('U0ANNA/app')
  const sidebar = page.getByRole('complementary', { name: 'Channels' })
  expect(await sidebar.innerText()).not.toContain('leads')
  await page.getByRole('region', { name: 'Clock' }).getByText('09:02 Berlin').waitFor()
  expect(await page.getByText('早上好，小东').count()).toBe(0)
  await rail(/^Marta/).click()
  await sidebar.getByRole('button', { name: 'leads' }).waitFor()
  await page.getByRole('region', { name: 'Clock' }).getByText('03:02 New York').waitFor()
  await rail(/^陈晓东/).click()
  await page.getByText('早上好，小东').waitFor()
  await page.getByRole('article', { name: 'Gallery' }).getByText('16:02').waitFor()
  expect(await rail(/^陈晓东/).getAttribute('aria-current')).toBe('true')
})

test('unread marks show for everybody and go when the message is read', async () => {
  await open('U0ANNA/C0SALES')
  await post('C0SALES', 'For all of you')
  await page.getByText('For all of you').waitFor()
  const count = rail(/^Marta/).locator('.badge')
  await count.waitFor()
  expect(await count.innerText()).toMatch(/^1\b/)
  await rail(/^Anna/).locator('.badge').waitFor({ state: 'detached' })
  await rail(/^Marta/).click()
  const line = page.getByRole('button', { name: /^sales/ })
  await line.locator('.badge').waitFor()
  await line.click()
  await page.getByText('For all of you').waitFor()
  await line.locator('.badge').waitFor({ state: 'detached' })
  await rail(/^Marta/)
    .locator('.badge')
    .waitFor({ state: 'detached' })
})

test('what arrives for others is told once, and leads to them', async () => {
  await open('U0ANNA/app')
  await post('U0MARTA', 'Two people are *late*')
  const note = page.getByRole('status', { name: 'What arrived' })
  await note.getByText('Marta Keller has 1 new').waitFor()
  await note.getByText('Two people are late').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await note.getByRole('button', { name: 'Look as Marta' }).click()
  await page.getByRole('heading', { name: 'Gallery' }).waitFor()
  await page.getByRole('article').getByText('Two people are late').waitFor()
  expect(await note.innerText()).toBe('')
})

test('a morning that reaches many is one note', async () => {
  await open('U0ANNA/app')
  await Promise.all([post('U0MARTA', 'Good morning'), post('U0WEI', '早')])
  const note = page.getByRole('status', { name: 'What arrived' })
  await note.getByText(/^New for (Marta, 陈晓东|陈晓东, Marta)$/).waitFor()
})

test('people are reached by arrow keys, and a draft waits for its writer', async () => {
  await open('U0ANNA/app')
  await page.getByLabel('Message Gallery').fill('half a sent')
  await rail(/^Anna/).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByLabel('Message Gallery').inputValue()).toBe('')
  await rail(/^Anna/).click()
  await expect.poll(() => page.getByLabel('Message Gallery').inputValue()).toBe('half a sent')
})

test('a channel that one is not in can be read and joined, and the app can be added', async () => {
  await open('U0ANNA/C0QUIET')
  await page.getByText('You are not in #quiet.').waitFor()
  await page.getByRole('button', { name: 'Join channel' }).click()
  await page.getByLabel('Message #quiet').waitFor()
  await page.getByRole('button', { name: 'Add Gallery' }).click()
  await page.getByText('@Gallery has joined the channel').waitFor()
  await page.getByText('3 members').waitFor()
})

test('a channel is made with a tidy name', async () => {
  await open('U0ANNA/app')
  await page.getByRole('button', { name: 'Create a channel' }).click()
  await page.getByLabel('Name').fill('Team North!')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await page.getByRole('heading', { name: 'team-north' }).waitFor()
  await page.getByText('1 member').waitFor()
})

test('an address that names nobody shows somebody who speaks the language, best one for whom something waits', async () => {
  await post('U0MARTA', 'Waiting')
  await open('U0GONE/app')
  const current = page.getByRole('navigation', { name: 'People' }).locator('[aria-current=true]')
  expect(await current.innerText()).toContain('Marta')
})

test('a visitor from China begins as somebody who reads Chinese', async () => {
  visited = await visit(browser, gallery.sandbox.platform.origin, 'U0GONE/app', { locale: 'zh-TW' })
  page = visited.page
  expect(await page.locator('.rail [aria-current=true]').innerText()).toContain('陈晓东')
})
