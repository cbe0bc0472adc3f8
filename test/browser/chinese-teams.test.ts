// A team in each Chinese script, from set-up to its first board, on the page. With PICTURES=folder it takes the guides' pictures.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, startHarness } from '../../demo/harness/harness.ts'
import { type DemoPostgres, startDemoPostgres } from '../../demo/throw-away-postgres.ts'
import { migrate } from '../../src/core/db/migrate.ts'
import { startBrowser, visit } from './browser.ts'
import { picture } from './picture.ts'

const MINUTES = 60_000
const SLOW_MS = 30_000

const TEAMS = {
  'zh-CN': {
    zone: 'Asia/Shanghai',
    channel: 'xiaoshou-huadong',
    people: ['刘敏', '陈晓东', '王思雨', '赵磊', '孙悦'],
    name: '华东销售',
    words: {
      setUp: '设置团队',
      save: '保存',
      teamName: '团队名称',
      isSetUp: '设置完成，共 5 位成员',
      fillIn: '填写',
      standup: '晨会',
      send: '提交',
      calls: '电话量',
      visits: '拜访量',
      revenue: '新签金额（元）',
      plan: '今天的计划',
      blocker: '遇到什么困难？',
      helper: '希望谁来支持？',
      check: '请确认',
      asked: '电话量：412 通？',
      correct: '返回修改',
      isIn: '的晨会已提交',
      ranked: '积分排行榜',
      closed: '已截止，提交 4/5 人',
      missing: '未提交： 孙悦',
      date: '11月16日（周一）',
      numbers: ['电话量 46 通', '拜访量 3 家', '新签金额 ¥3.5万'],
      notYet: '还没提交：',
      nudge: '提醒',
    },
    plans: ['恒信科技签约\n回访两家老客户', '苏州园区拜访', '整理展会线索'],
    blockers: '恒信要求附加质保条款',
    revenue: '3.5万',
  },
  'zh-TW': {
    zone: 'Asia/Taipei',
    channel: 'yewu-taipei',
    people: ['林淑芬', '陳建宏', '張雅婷', '李志明', '黃怡君'],
    name: '台北業務',
    words: {
      setUp: '設定團隊',
      save: '儲存',
      teamName: '團隊名稱',
      isSetUp: '設定完成，共 5 位成員',
      fillIn: '填寫',
      standup: '晨會',
      send: '送出',
      calls: '電話數',
      visits: '拜訪數',
      revenue: '新客業績（元）',
      plan: '今天的計畫',
      blocker: '遇到什麼問題？',
      helper: '希望誰來協助？',
      check: '請確認',
      asked: '電話數：412 通？',
      correct: '返回修改',
      isIn: '的晨會已送出',
      ranked: '積分排行榜',
      closed: '已截止，回報 4/5 人',
      missing: '未回報： 黃怡君',
      date: '11月16日（週一）',
      numbers: ['電話數 46 通', '拜訪數 3 家', '新客業績 NT$3.5萬'],
      notYet: '還沒送出：',
      nudge: '提醒',
    },
    plans: ['拜訪信義區新客戶\n寄出報價單', '內湖客戶續約', '整理展場名單'],
    blockers: '客戶要求延長保固',
    revenue: '3.5萬',
  },
} as const

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
}, MINUTES)
afterAll(() => browser?.close())

describe.each(Object.keys(TEAMS) as (keyof typeof TEAMS)[])('%s', (locale) => {
  const { zone, channel, people, name, words, plans, blockers, revenue } = TEAMS[locale]
  const handles = ['boss', 'rep1', 'rep2', 'rep3', 'rep4']
  const idOf = (handle: string) => `U0${handle.toUpperCase()}`
  let postgres: DemoPostgres
  let harness: Harness

  beforeAll(async () => {
    postgres = await startDemoPostgres(new AbortController().signal)
    await migrate(postgres.url)
    harness = await startHarness({
      seed: {
        workspace: { id: 'T0DEMO', name },
        people: handles.map((handle, index) => ({
          ...{ id: idOf(handle), name: handle, realName: people[index]!, tz: zone, locale },
          isAdmin: index === 0,
        })),
        channels: [{ id: 'C0SALES', name: channel, members: handles }],
      },
      databaseUrl: postgres.url,
      startAt: at('2026-11-13', '18:00'),
    })
  }, 2 * MINUTES)
  afterAll(async () => {
    expect(harness.sandbox.refused()).toEqual([])
    await harness.stop()
    await postgres.kill()
  })

  const at = (date: string, time: string) =>
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString()

  async function look(handle: string, place: string): Promise<Page> {
    const { origin } = harness.sandbox.platform
    const { page, errors } = await visit(browser, origin, `T0DEMO/${idOf(handle)}/${place}`, { locale })
    page.setDefaultTimeout(SLOW_MS)
    page.once('close', () => expect(errors).toEqual([]))
    return page
  }

  const reads = async (page: Page, ...said: string[]) => {
    const articles = page.getByRole('article')
    await said
      .reduce((found, word) => found.filter({ hasText: word }), articles)
      .last()
      .waitFor()
  }

  test(
    'the manager sets the team up',
    async () => {
      harness.user('boss').addApp(channel)
      const page = await look('boss', 'app')
      await page.getByRole('button', { name: words.setUp }).click()
      const form = page.getByRole('dialog', { name: words.setUp })
      await form.getByLabel(words.teamName).fill(name)
      await picture(page, `${locale}/setup`)
      await form.getByRole('button', { name: words.save }).click()
      await page.getByRole('dialog').getByText(words.isSetUp).waitFor()
      await page.getByRole('dialog').getByRole('button', { name: '完成' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.close()
    },
    2 * MINUTES,
  )

  test(
    'a rep answers: an unusual number is asked about, money is typed as people say it, the receipt counts in 通 and 家',
    async () => {
      await harness.moveTo(at('2026-11-16', '09:05'))
      const page = await look('rep1', 'app')
      await page.getByRole('button', { name: words.fillIn }).click()
      const form = page.getByRole('dialog', { name: words.standup })
      await form.getByLabel(words.calls).fill('412')
      await form.getByLabel(words.visits).fill('3')
      await form.getByLabel(words.revenue).fill(revenue)
      await form.getByLabel(words.plan).fill(plans[0])
      await form.getByRole('button', { name: words.send }).click()
      const question = page.getByRole('dialog', { name: words.check })
      await question.getByText(words.asked).waitFor()
      await picture(page, `${locale}/question`)
      await question.getByRole('button', { name: words.correct }).click()
      await form.getByLabel(words.calls).fill('46')
      await form.getByRole('button', { name: words.send }).click()
      await reads(page, `${words.date}${words.isIn}`, ...words.numbers)
      const card = page.getByRole('article').filter({ hasText: words.isIn }).last()
      await picture(page, `${locale}/receipt`, card)
      await page.close()
    },
    2 * MINUTES,
  )

  test(
    'half an hour after the prompt the manager reads who is in, with a button for who is not',
    async () => {
      await harness.moveTo(at('2026-11-16', '09:31'))
      const page = await look('boss', 'app')
      const morning = page.getByRole('article').filter({ hasText: words.notYet }).last()
      await morning.getByRole('button', { name: words.nudge }).waitFor()
      if (locale === 'zh-TW') await picture(page, `${locale}/morning`, morning)
      await page.close()
    },
    2 * MINUTES,
  )

  test(
    'after the close the channel has the summary and the board',
    async () => {
      const answers = [
        { [words.calls]: '41', [words.visits]: '2', [words.plan]: plans[1] },
        { [words.calls]: '38', [words.blocker]: blockers, [words.helper]: ['boss'], [words.plan]: plans[2] },
        { [words.calls]: '29', [words.visits]: '4', [words.plan]: plans[2] },
      ]
      for (const [index, handle] of ['rep2', 'rep3', 'boss'].entries()) {
        const user = harness.user(handle)
        await user.dm().click(words.fillIn)
        await user.modal.fill(answers[index]!)
        expect(await user.modal.submit()).toMatchObject({ closed: expect.anything() })
      }
      await harness.moveTo(at('2026-11-16', '11:05'))
      const page = await look('rep1', 'C0SALES')
      await reads(page, words.date, words.closed, words.missing, blockers)
      await reads(page, words.ranked, people[1]!)
      const summary = page.getByRole('article').filter({ hasText: words.closed }).last()
      await picture(page, `${locale}/channel`, summary)
      await page.close()
    },
    2 * MINUTES,
  )
})
