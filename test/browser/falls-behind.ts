// Walks the demo's second tour on the page: who falls behind, who hears of it, and how it stops. With PICTURES it takes the docs' pictures.
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seriousFindings } from './browser.ts'
import { cropped } from './picture.ts'

const MINUTES = 60_000
/** A move over a working day, on two busy cores. */
const SLOW_MS = 4 * MINUTES
const PHONE = { width: 390, height: 844 }

const WORDS = {
  en: {
    tours: ['When somebody falls behind', 'A week in five steps'],
    ...{ answerAs: 'Answer as Marta', list: 'See her list', dayOn: 'A day on', title: 'Over' },
    sign: ['Early sign: calls', 'sent to you alone'],
    line: ['nothing to do yet: Darius Cole'],
    warning: ['Warning: Darius Cole, calls', 'If nobody is on it by'],
    urgent: ['Now “Urgent”: Darius Cole, calls'],
    director: ['Urgent: Darius Cole, calls', 'Nobody is on it yet'],
    ...{ takeOn: 'I’m on it', form: 'What will be done', save: 'Take it on' },
    action: 'Two of us call the fair list together, 10 to 12',
    isOn: '@Marta Keller is on it until',
    over: ['Over: Darius Cole, calls'],
    folder: '',
  },
  'zh-CN': {
    tours: ['有人落后了怎么办', '五步看完一周'],
    ...{ answerAs: '由刘敏跟进', list: '看她的待办', dayOn: '拨到下一天', title: '解除' },
    sign: ['提示：电话量', '只发给了您'],
    line: ['早期提示，暂不用处理：王思雨'],
    warning: ['预警：王思雨，电话量', '没有人跟进'],
    urgent: ['紧急：王思雨，电话量'],
    director: ['Urgent: 王思雨, calls', 'Nobody is on it yet'],
    ...{ takeOn: '我来跟进', form: '打算怎么做', save: '跟进' },
    action: '每天上午两人一起打展会名单',
    isOn: '@刘敏 正在跟进',
    over: ['已解除：王思雨，电话量'],
    folder: 'zh-CN/',
  },
  'zh-TW': {
    tours: ['有人落後了怎麼辦', '五步看完一週'],
    ...{ answerAs: '由劉敏跟進', list: '看她的待辦', dayOn: '撥到下一天', title: '解除' },
    sign: ['提示：電話數', '只通知了您'],
    line: ['早期提示，暫時不用處理：王思雨'],
    warning: ['預警：王思雨，電話數', '沒有人跟進'],
    urgent: ['緊急：王思雨，電話數'],
    director: ['Urgent: 王思雨, calls', 'Nobody is on it yet'],
    ...{ takeOn: '我來跟進', form: '打算怎麼做', save: '跟進' },
    action: '每天上午兩人一起打展場名單',
    isOn: '@劉敏 正在跟進',
    over: ['已解除：王思雨，電話數'],
    folder: 'zh-TW/',
  },
} as const

/** The tests; the page is open on the demo's first day. `catchUp`: logs so much first that few days are left until the numbers are back; missing, all of them are walked. */
export function fallsBehind(
  language: keyof typeof WORDS,
  pageOf: () => Page,
  catchUp?: () => Promise<void>,
): void {
  const words = WORDS[language]
  const main = () => pageOf().getByRole('main')
  const tour = () => pageOf().locator('.tour')
  const press = (action: string) => tour().getByRole('button', { name: action, exact: true }).click()
  const article = (parts: readonly string[]): Locator =>
    parts.reduce((found, part) => found.filter({ hasText: part }), pageOf().getByRole('article')).last()
  /** Presses a step's button, and waits until it is done. Where the walk has read it before, its button still goes there. */
  const take = async (index: number) => {
    const step = tour().locator('li').nth(index)
    await step.getByRole('button').click()
    await step.and(pageOf().locator('.done')).waitFor({ timeout: SLOW_MS })
    await pageOf().locator('.clock[aria-busy="false"]').waitFor({ timeout: SLOW_MS })
  }
  const shot = (name: string, shown: Locator) => cropped(pageOf(), `${words.folder}warning-${name}`, shown)

  test(
    'an early sign is the rep’s alone, and one line in the manager’s morning',
    async () => {
      await press(`${words.tours[0]} →`)
      expect(await tour().locator('li').count()).toBe(8)
      await take(0)
      await shot('sign', article(words.sign))
      await take(1)
      await article(words.line).waitFor()
      expect(await seriousFindings(pageOf())).toEqual([])
    },
    SLOW_MS,
  )

  test(
    'the warning says for whom, what is wrong, until when it waits, and what to press',
    async () => {
      await take(2)
      await article(words.warning).getByRole('button', { name: words.takeOn }).waitFor()
      await shot('manager', article(words.warning))
      await take(3)
      await article(words.urgent).waitFor()
      await onPhone(pageOf(), () => shot('urgent-phone', article(words.urgent)))
    },
    2 * SLOW_MS,
  )

  test(
    'nobody answers: the director is told; then the manager is on it, and it stands on her list',
    async () => {
      await take(4)
      await article(words.director).waitFor()
      await shot('director', article(words.director))
      await press(words.answerAs)
      await article(words.urgent).getByRole('button', { name: words.takeOn }).click()
      await pageOf().getByLabel(words.form).fill(words.action)
      const dialog = pageOf().getByRole('dialog')
      await shot('answer', dialog)
      await dialog.getByRole('button', { name: words.save, exact: true }).click()
      await article([words.isOn, words.action]).waitFor()
      await press(words.list)
      const composer = main().getByRole('combobox')
      await expect.poll(() => composer.inputValue()).toContain('/kpi')
      await composer.press('Escape')
      await composer.press('Enter')
      await article([words.action]).waitFor()
      await expect.poll(() => tour().locator('li.done').count()).toBe(7)
    },
    2 * SLOW_MS,
  )

  test(
    'until the number is back, and all who were told have heard it',
    async () => {
      await catchUp?.()
      const over = tour().locator('li').nth(7)
      for (let day = 0; day < 6 && (await over.and(pageOf().locator('.done')).count()) === 0; day += 1) {
        await press(words.dayOn)
        await pageOf()
          .locator('.clock[aria-busy="true"]')
          .waitFor({ timeout: 1000 })
          .catch(() => {})
        await pageOf().locator('.clock[aria-busy="false"]').waitFor({ timeout: SLOW_MS })
      }
      await article(words.over).waitFor()
      await shot('over', article(words.over))
      await expect.poll(() => tour().locator('li.done').count()).toBe(8)
    },
    4 * SLOW_MS,
  )

  test('the other tour is one press away', async () => {
    await press(`${words.tours[1]} →`)
    expect(await tour().locator('li').count()).toBe(5)
  })
}

async function onPhone(page: Page, look: () => Promise<void>): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize(PHONE)
  await look()
  if (before) await page.setViewportSize(before)
}
