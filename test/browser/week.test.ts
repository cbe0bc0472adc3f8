// The week's end and the month's end on the page: Friday's report, its digest, the director's Monday, the review of the month.
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { message, type, usesDemo } from './demo-page.ts'
import { picture } from './picture.ts'

const MINUTES = 60_000
/** With the pictures all days on the way are played; else the machine sleeps through them, which takes no time. */
const withPictures = process.env.PICTURES !== undefined

const WEEKS = {
  en: {
    ...{ locale: 'en-US', folder: '', channel: 'C0ATLANTIC', rep: 'U0TESSA', manager: 'U0MARTA' },
    // In London, where the last two of the team are.
    ...{ beforeClose: '2026-11-20T17:45Z', closed: '2026-11-20T18:05Z' },
    ...{ prompt: 'your weekly report for Fri, Nov 20', asItStands: 'As it stands', fillIn: 'Fill in' },
    isIn: 'your weekly report for Fri, Nov 20 is in',
    digest: ['weekly report for Fri, Nov 20: 4 of 5 in', 'No answer: Aylin Demir', 'Calls', ' this week'],
    contributions: /[−+][\d,]+ (?:against what should be in by now )?= .*Darius Cole/,
    support: ['Support needed', 'Oskar Nowak', 'Decide whether we offer payment in 60 days'],
    read: 'Read 4 reports',
    ...{ report: '/kpi report', draft: 'Draft it', drafted: 'was written by a language model' },
  },
  'zh-CN': {
    ...{ locale: 'zh-CN', folder: 'zh-CN/', channel: 'C0HUADONG', rep: 'U0CHEN', manager: 'U0LIU' },
    ...{ beforeClose: '2026-11-20T09:45Z', closed: '2026-11-20T10:05Z' },
    ...{ prompt: '请填写11月20日（周五）的周报', asItStands: '直接提交', fillIn: '填写' },
    isIn: '11月20日（周五）的周报已提交',
    digest: ['11月20日（周五）周报：已提交 3/4', '未提交： 赵磊', '电话量', '本周'],
    contributions: /[−+][\d,]+ 通 = .*王思雨/,
    support: ['需要支持', '王思雨'],
    read: '查看 3 份报告',
    ...{ report: '/kpi 周报', draft: '帮我起草', drafted: '由语言模型撰写' },
  },
} as const

/** The team's name has its channel beside it. */
const REVIEW = /Review · Atlantic .*· November 2026/

const { look, harness } = usesDemo()

/** As whoever does nothing by themself on the way. */
const moveTo = (at: string, visitor: string) =>
  harness().sandbox.moveClock(Temporal.Instant.from(at).epochMilliseconds, visitor)
const goOnTo = (morning: string, visitor: string) =>
  withPictures ? moveTo(morning, visitor) : harness().sleepUntil(morning)

/** A button of the form that is open. */
const press = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).last().click()
const fill = (page: Page, label: string, text: string) =>
  page.getByRole('dialog').getByLabel(label).first().fill(text)
const says = (page: Page, text: string) => page.getByRole('dialog').getByText(text).first().waitFor()

// Shanghai closes before London is asked.
test.each([WEEKS['zh-CN'], WEEKS.en])(
  'in $locale Friday’s report takes two presses, and after the close the manager has the week in one message',
  async (week) => {
    await goOnTo('2026-11-20T07:50Z', week.manager)
    await moveTo(week.beforeClose, week.manager)
    const page = await look(`${week.rep}/${week.channel}`, { locale: week.locale })
    await page.getByRole('region').getByRole('article').last().waitFor()
    let presses = 0
    const pressed = (target: Locator) => {
      presses += 1
      return target.click()
    }
    await pressed(page.getByRole('button', { name: /^Pacesetter/ }))
    const prompt = await message(page, week.prompt, week.asItStands)
    await picture(page, `${week.folder}weekly-report`, prompt)
    await pressed(prompt.getByRole('button', { name: week.asItStands }))
    await message(page, week.isIn)
    expect(presses).toBeLessThanOrEqual(2)

    // Who wants more words than that has a draft beside their own.
    await type(page, week.report)
    await press(page, week.draft)
    await says(page, week.drafted)
    await picture(page, `${week.folder}draft`)
    await page.close()

    await moveTo(week.closed, week.manager)
    const managers = await look(`${week.manager}/app`, { locale: week.locale })
    const digest = await message(managers, ...week.digest, week.contributions, ...week.support)
    await picture(managers, `${week.folder}digest`, digest)
    await digest.getByRole('button', { name: week.read }).waitFor()
    await managers.close()
  },
  5 * MINUTES,
)

test(
  'the manager reads the reports one by one: a comment, a question, read; and the question opens the report again',
  async () => {
    const managers = await look('U0MARTA/app')
    await managers.getByRole('button', { name: 'Read 4 reports' }).last().click()
    await says(managers, 'Aylin Demir · not in')
    await managers.getByRole('dialog').getByRole('button', { name: 'Open' }).first().click()
    await says(managers, 'Customers from the trade fair want the mobile app')
    await press(managers, 'Comment')
    await fill(managers, 'To Jonas Brandt', 'Well done. Please bring Westgate on Monday.')
    await press(managers, 'Send')
    await says(managers, 'Please bring Westgate on Monday.')
    await press(managers, 'Ask back')
    await fill(managers, 'Your question to Jonas Brandt', 'Which offer do you close first?')
    await picture(managers, 'ask-back')
    await press(managers, 'Send')
    await says(managers, 'You asked Jonas Brandt a question')
    await press(managers, 'Next report')
    await says(managers, 'Oskar Nowak')
    await press(managers, 'Mark as read, next')
    await says(managers, 'Darius Cole')
    await press(managers, 'Close')
    await managers.getByRole('button', { name: 'Read 2 reports' }).last().waitFor()

    const page = await look('U0JONAS/app')
    await message(page, 'on your weekly report', 'Please bring Westgate on Monday.')
    const asked = await message(page, 'Which offer do you close first?', 'open again for you until')
    await asked.getByRole('button', { name: 'Answer' }).click()
    await fill(page, 'Your answer to this', 'Lindenhof: they decide on Tuesday')
    await press(page, 'Save')
    await message(page, 'Which offer do you close first?', 'You have answered')
    await page.close()
    await message(managers, 'weekly report for Fri, Nov 20', 'Lindenhof: they decide on Tuesday')
    await managers.close()
  },
  2 * MINUTES,
)

test(
  'on Monday the director has the teams’ week in one table, with reports and support',
  async () => {
    await goOnTo('2026-11-23T07:50Z', 'U0GRACE')
    await moveTo('2026-11-23T11:20Z', 'U0GRACE')
    const page = await look('U0GRACE/app')
    const rollup = await message(page, 'The week in your teams', 'Atlantic', '华东团队', '4/5', '3/4')
    await picture(page, 'rollup', rollup)
    await page.close()
  },
  3 * MINUTES,
)

test(
  'when the month is over the review is offered, with a chart; a cause and a measure are added to it',
  async () => {
    // Nobody has answered in the last week, so that there is a gap to explain.
    await harness().sleepUntil('2026-12-01T07:50Z')
    await moveTo('2026-12-01T11:10Z', 'U0MARTA')
    const page = await look('U0MARTA/C0ATLANTIC')
    await page.getByRole('button', { name: /^Pacesetter/ }).click()
    const offer = await message(page, 'November 2026 is over in Atlantic')
    await offer.getByRole('button', { name: 'Show the review' }).click()
    const review = await message(page, REVIEW, 'Where the gaps come from')
    await review.getByRole('img', { name: /Targets reached/ }).waitFor()
    await picture(page, 'review', review)
    await review.getByRole('button', { name: 'Causes and measures' }).click()
    await page.getByRole('dialog').getByLabel(/why\?/).first().fill('Two of us were at the fair')
    await fill(page, 'Measure', 'Call the fair list together, 10 to 12')
    await page
      .getByRole('dialog')
      .getByRole('combobox', { name: /accountable/ })
      .click()
    await page.getByRole('option', { name: /Darius Cole/ }).click()
    await press(page, 'Save')
    await says(page, 'Measures of this review')
    await press(page, 'Close')
    await type(page, '/kpi review')
    await message(page, REVIEW, 'Cause: Two of us were at the fair', 'Measures of this review')
    await page.close()
  },
  4 * MINUTES,
)

test(
  'the agenda stands in the channel, and its thread becomes minutes',
  async () => {
    const page = await look('U0MARTA/C0ATLANTIC')
    // Where messages are shown the page is ready.
    await page.getByRole('article').last().waitFor()
    await type(page, '/kpi review')
    const review = await message(page, REVIEW, 'Call the fair list together')
    await review.getByRole('button', { name: 'Agenda for the meeting' }).click()
    const agenda = await message(page, /Agenda: Monthly review · Atlantic .*· November 2026/, 'Results')
    const posted = harness()
      .user('jonas')
      .in('sales-atlantic')
      .sees()
      .findLast(({ text }) => text.includes('Agenda: Monthly review'))
    expect(posted).toBeDefined()
    const thread = { thread: posted!.ts }
    harness().user('jonas').in('sales-atlantic').say('We start the mornings with the fair list.', thread)
    await agenda.getByRole('button', { name: 'Take the minutes' }).click()
    await says(page, 'What was said and decided')
    await press(page, 'Save')
    await says(page, 'Line of the minutes')
    await press(page, 'Close')
    await page.close()
  },
  2 * MINUTES,
)
