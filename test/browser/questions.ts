// The tests of what the demo’s stand-in for a model writes on the page: answers, a summary, suggestions, their sources, what is not covered.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type DemoPage, message, type } from './demo-page.ts'
import { picture } from './picture.ts'

const MINUTES = 60_000
/** The status is there, and the answer ends, at the latest. */
const ENDS_WITHIN_MS = 10_000

const ASKED = {
  en: {
    ...{ who: 'U0TESSA/C0ATLANTIC', locale: 'en-US', folder: '', question: 'How far am I from my month?' },
    says: ['Not covered: ', 'the demo’s stand-in goes by keywords', 'Put together by the demo’s stand-in'],
    source: '[1] /kpi me',
    shows: /Tessa|Your numbers|Calls/,
  },
  'zh-CN': {
    ...{ who: 'U0LIU/C0HUADONG', locale: 'zh-CN', folder: 'zh-CN/', question: '谁这周没有跟进？' },
    says: ['跟进数：暂无', '未涉及：', '演示用的替身', '以上文字由演示用的语言模型替身拼成'],
    source: /^\[1\] \/kpi 团队 华东/,
    shows: /华东/,
  },
} as const

const WRITTEN = {
  en: {
    ...{ who: 'U0MARTA/C0ATLANTIC', locale: 'en-US', folder: '', team: '/kpi team', rep: '/kpi rep Tessa' },
    ...{ sumUp: 'Sum up', coach: 'Suggestions for a talk', source: 'Show [1]' },
    says: ['Written by a language model', 'Not covered: '],
    ...{ ofTeam: '/kpi team Atlantic 2026-11', ofRep: '/kpi rep @Tessa' },
  },
  'zh-CN': {
    ...{
      who: 'U0LIU/C0HUADONG',
      locale: 'zh-CN',
      folder: 'zh-CN/',
      team: '/kpi 团队',
      rep: '/kpi 组员 陈晓东',
    },
    ...{ sumUp: '生成小结', coach: '面谈建议', source: '查看 [1]' },
    says: ['由语言模型撰写', '未包含：'],
    ...{ ofTeam: '/kpi 团队 华东团队 2026-11', ofRep: '/kpi 组员 @陈晓东' },
  },
} as const

export function questions({ look }: DemoPage): void {
  const inDirectMessages = async (where: string, locale = 'en-US'): Promise<Page> => {
    const page = await look(where, { locale })
    await page.getByRole('button', { name: /^Pacesetter/ }).click()
    return page
  }

  test.each([ASKED.en, ASKED['zh-CN']])(
    'in $locale a question is answered in time, marked, with its source and what is not covered',
    async ({ who, locale, folder, question, says, source, shows }) => {
      const page = await inDirectMessages(who, locale)
      const asked = performance.now()
      await type(page, question)
      const answer = await message(page, ...says)
      expect(performance.now() - asked).toBeLessThan(ENDS_WITHIN_MS)
      await picture(page, `${folder}question-answered`, await message(page, question))
      const button = answer.getByRole('button', { name: source })
      await button.first().click()
      await message(page, shows)
      await page.close()
    },
    MINUTES,
  )

  test.each([WRITTEN.en, WRITTEN['zh-CN']])(
    'in $locale a manager has the month summed up and suggestions for a talk, marked, with their sources',
    async ({ who, locale, folder, team, rep, sumUp, coach, source, says, ofTeam, ofRep }) => {
      const page = await look(who, { locale })
      for (const [command, button, shownBy, name] of [
        [team, sumUp, ofTeam, 'summed-up'],
        [rep, coach, ofRep, 'suggestions'],
      ] as const) {
        await type(page, command)
        await page.getByRole('button', { name: button }).last().click()
        const form = page.getByRole('dialog')
        for (const words of [...says, shownBy]) await form.getByText(words).first().waitFor()
        const shows = form.getByRole('button', { name: source })
        await shows.waitFor()
        await picture(page, `${folder}${name}`, shows)
        await page.keyboard.press('Escape')
      }
      await page.close()
    },
    MINUTES,
  )

  test(
    'an admin sees what is sent, what it used by month, and the switches',
    async () => {
      const page = await look('U0GRACE/C0SALES')
      await type(page, '/kpi privacy')
      const screen = await message(page, 'The language model and your data', 'What it used', 'At most')
      await screen.getByRole('table').getByText('November 2026').waitFor()
      await picture(page, 'model-costs', screen)
      await screen.getByRole('button', { name: 'Switch off for everybody' }).click()
      await message(page, 'It is off in this workspace: nothing is sent.')
      const reps = await inDirectMessages('U0TESSA/C0ATLANTIC')
      await type(reps, 'How far am I from my month?')
      const nearest = await message(reps, 'This comes closest to your question')
      await nearest.getByRole('button', { name: 'What do I have to do today?' }).waitFor()
      await reps.close()
      await page.getByRole('button', { name: 'Switch on', exact: true }).click()
      await message(page, 'It is on: it writes drafts')
      await page.close()
    },
    MINUTES,
  )
}
