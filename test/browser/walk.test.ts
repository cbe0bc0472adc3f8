// Walks through the demo as a visitor would, with the real bot behind it. With PICTURES=folder it takes the docs' pictures.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seriousFindings } from './browser.ts'
import { type, usesDemo } from './demo-page.ts'
import { picture } from './picture.ts'

const MINUTES = 60_000
const ATLANTIC_REPS = ['Aylin Demir', 'Darius Cole', 'Jonas Brandt', 'Oskar Nowak', 'Tessa Moore']

const { look, harness } = usesDemo()

/** Waits until the conversation with this place is open. */
async function typeIn(page: Page, place: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: `Message ${place}` }).waitFor()
  await type(page, text)
}

/** One of these articles holds all the words. */
async function reads(page: Page, ...words: string[]): Promise<void> {
  const articles = page.getByRole('article')
  const fitting = words.reduce((found, word) => found.filter({ hasText: word }), articles)
  await fitting.last().waitFor()
}

test(
  'the channel has a past: summaries and boards of the last days, each under its date',
  async () => {
    const page = await look('U0JONAS/C0ATLANTIC')
    const messages = page.getByRole('region', { name: 'Messages' })
    await messages.getByRole('article').last().waitFor()
    expect(await messages.locator('.day').allInnerTexts()).toEqual([
      'Thursday, November 12',
      'Friday, November 13',
      'Monday, November 16',
    ])
    await reads(page, 'standup for Thu, Nov 12', 'Closed: 5 of 5 answered')
    await reads(page, 'standup for Fri, Nov 13', 'Closed: 4 of 5 answered', 'No answer: Darius Cole')
    await reads(page, 'standup for Mon, Nov 16', 'Oskar Nowak', 'needs help from @Marta Keller')
    await reads(page, 'Leaderboard: Target reached · Fri, Nov 13', ...ATLANTIC_REPS)
    await reads(page, 'Nov 9 to Nov 15', ...ATLANTIC_REPS)
    await page
      .getByRole('navigation', { name: 'People' })
      .getByRole('button', { name: /^陈晓东/ })
      .click()
    await page.getByRole('button', { name: /^sales-huadong/ }).click()
    await reads(page, '达成率排行榜', '11月13日', '陈晓东', '王思雨', '赵磊')
    await page.close()
  },
  2 * MINUTES,
)

test(
  'the managers have set targets: who is behind and who is ahead, for the rep and for the manager',
  async () => {
    const page = await look('U0JONAS/app')
    await page.getByRole('button', { name: 'Home', exact: true }).click()
    // Of the quarter's target the month's part counts.
    await page
      .getByText(/€[\d,]+ \/ €[\d,]+/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Messages', exact: true }).click()
    await reads(page, 'set your target', 'Calls', 'November 2026: 800')
    await page.getByRole('button', { name: /^sales-atlantic/ }).click()
    await typeIn(page, '#sales-atlantic', '/kpi me')
    await reads(page, 'Your targets', '366 / 800', '46% / 48%', 'Expected by then')
    await page.close()
    const managers = await look('U0MARTA/C0ATLANTIC')
    await typeIn(managers, '#sales-atlantic', '/kpi team')
    await reads(managers, 'Against the target', '348 / 800', '493 / 800')
    await managers.close()
    const chinese = await look('U0LIU/C0HUADONG')
    await typeIn(chinese, '#sales-huadong', '/kpi rep @wang')
    await reads(chinese, '王思雨', '当前目标', '390 通 / 795 通', '还需追上')
    await chinese.close()
  },
  2 * MINUTES,
)

test(
  'a rep answers the standup in English: a wrong number, its error, an unusual one, the question, the receipt',
  async () => {
    const page = await look('U0JONAS/app')
    await page.getByRole('button', { name: 'Fill in' }).click()
    const form = page.getByRole('dialog', { name: 'Standup' })
    await form.getByLabel('Calls').fill('3.5')
    await form.getByLabel('Visits').fill('2')
    await form.getByLabel('Plan for the day').fill('Offer for Nordlicht')
    await form.getByRole('button', { name: 'Submit' }).click()
    await form.getByText('whole number').first().waitFor()
    expect(await form.getByLabel('Plan for the day').inputValue()).toBe('Offer for Nordlicht')
    await form.getByLabel('Calls').fill('480')
    await form.getByRole('button', { name: 'Submit' }).click()
    const question = page.getByRole('dialog', { name: 'Is this right?' })
    await question.getByText('Calls: 480?').waitFor()
    await picture(page, 'question')
    await question.getByRole('button', { name: 'Correct' }).click()
    await form.getByLabel('Calls').fill('44')
    await form.getByRole('checkbox', { name: /Send the revised offer/ }).check()
    await form.getByRole('button', { name: 'Submit' }).click()
    await reads(page, 'your standup for Tue, Nov 17 is in', 'Calls 44')
    expect(await seriousFindings(page)).toEqual([])
    await picture(page, 'receipt', page.getByRole('article').last())
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
    const question = page.getByRole('dialog', { name: '请确认' })
    await question.getByText('电话量：412 通？').waitFor()
    await question.getByRole('button', { name: '没错，就是 412 通' }).click()
    await reads(page, '已补交', '电话量 412')
    await page.close()
  },
  2 * MINUTES,
)

test(
  'a line of numbers, and taking it back',
  async () => {
    const page = await look('U0JONAS/C0ATLANTIC')
    await typeIn(page, '#sales-atlantic', '/kpi log calls 5, vis 2')
    await reads(page, 'Logged for Tue, Nov 17', 'Calls 5', 'Visits 2')
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await reads(page, 'Taken back')
    await page.close()
  },
  2 * MINUTES,
)

test(
  'the clock moves past the close: the colleagues answer by themselves; summary, board, my place',
  async () => {
    const page = await look('U0JONAS/C0ATLANTIC')
    await page.getByRole('group', { name: 'Move the clock' }).getByRole('button', { name: '+2 h' }).click()
    await reads(page, 'standup for Tue, Nov 17', 'Closed: 5 of 5 answered', '44')
    await reads(page, 'Leaderboard: Target reached · Mon, Nov 16', ...ATLANTIC_REPS)
    await page.locator('.clock[aria-busy="false"]').waitFor()
    const board = page.getByRole('article').filter({ hasText: 'Leaderboard: Target reached · Mon, Nov 16' })
    await picture(page, 'channel', board.last())
    await page.getByRole('button', { name: 'My place' }).last().click()
    await reads(page, 'You’re ', ' of 5 by Target reached')
    await page.close()
  },
  2 * MINUTES,
)

test(
  'in the dark, and nothing that a screen reader would stumble on',
  async () => {
    const page = await look('U0LIU/C0HUADONG', { colorScheme: 'dark', locale: 'zh-CN' })
    await reads(page, '达成率排行榜', '陈晓东')
    expect(await seriousFindings(page)).toEqual([])
    await picture(page, 'dark-zh-cn', page.getByRole('article').filter({ hasText: '达成率排行榜' }).last())
    await page.close()
  },
  2 * MINUTES,
)

test(
  'the next morning is said on its button; who moves the clock answers for themself, the others by themselves',
  async () => {
    // A form that a visitor has left open as a colleague is no answer of theirs.
    const wang = harness().user('wang')
    await wang.command('/kpi', '填报', { in: 'sales-huadong' })
    await wang.modal.opened()
    const page = await look('U0JONAS/C0ATLANTIC')
    await page.getByRole('button', { name: 'Next morning: Wed, Nov 18' }).click()
    await page.getByRole('button', { name: 'Next morning: Thu, Nov 19' }).waitFor()
    await page.getByRole('button', { name: /^sales-huadong/ }).click()
    await reads(page, '11月18日（周三）', '已截止，提交 3/4 人', '未提交： 赵磊', '王思雨')
    await page.getByRole('button', { name: /^sales-atlantic/ }).click()
    await page.getByRole('group', { name: 'Move the clock' }).getByRole('button', { name: '+2 h' }).click()
    await page.getByRole('group', { name: 'Move the clock' }).getByRole('button', { name: '+2 h' }).click()
    await reads(page, 'standup for Wed, Nov 18', 'Closed: ', 'No answer: Jonas Brandt')
    await reads(page, 'Leaderboard: Target reached · Tue, Nov 17', 'Aylin Demir')
    await page.close()
  },
  3 * MINUTES,
)

test(
  'the bot is invited by /invite to a private channel, and answers with its invitation',
  async () => {
    const page = await look('U0MARTA/app')
    await page.getByRole('button', { name: 'Create a channel' }).click()
    await page.getByLabel('Name').fill('key-accounts')
    await page.getByLabel(/^Private/).check()
    await page.getByRole('button', { name: 'Create', exact: true }).click()
    await typeIn(page, '#key-accounts', '/invite @Pacesetter')
    await page.getByText('@Pacesetter has joined the channel').waitFor()
    await typeIn(page, '#key-accounts', '/invite @Pacesetter')
    await reads(page, 'Only visible to you', '@Pacesetter is already in #key-accounts.')
    await typeIn(page, '#key-accounts', '/invite @paceseter')
    await reads(page, 'Only visible to you', 'There is nobody called @paceseter in this workspace.')
    await page.getByRole('button', { name: /^Pacesetter/ }).click()
    await reads(page, '#key-accounts', 'Set up the team')
    await page.close()
  },
  2 * MINUTES,
)

test(
  'a manager sets a team up in three clicks',
  async () => {
    const page = await look('U0MARTA/app')
    const marta = harness().user('marta')
    marta.createChannel('sales-partners')
    marta.invite('sales-partners', 'jonas', 'aylin')
    marta.addApp('sales-partners')
    const invitation = page.getByRole('article').filter({ hasText: '#sales-partners' })
    await invitation.getByRole('button', { name: 'Set up the team' }).click()
    const form = page.getByRole('dialog', { name: 'Set up the team' })
    await form.getByText('Public holidays of').waitFor()
    await picture(page, 'setup')
    await form.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').getByText('is set up with 3 people').waitFor()
    await page.close()
  },
  2 * MINUTES,
)
