// The message about a win in every language, with everything in it and at extreme lengths: valid for Slack, escaped, and as people say it.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import { degrade } from '../../src/slack/degrade.ts'
import type { WinFacts } from '../../src/wins/domain/message-facts.ts'
import { renderWin } from '../../src/wins/slack/win-message.ts'

const HOSTILE = `<!channel> *b* & <https://evil.example|x>\u202e\`${'长'.repeat(200)}`
const facts = (more: Partial<WinFacts> = {}): WinFacts => ({
  ...{ kind: 'win', name: '李伟', customer: '恒信', amount: 12_600_000, corrected: null },
  ...{ metric: presetMetric('newRevenue', 'CNY')!, date: Temporal.PlainDate.from('2026-11-20') },
  ...{ place: 3, honours: [] },
  team: { reached: 81_200_000, target: { whole: 100_000_000, attainment: 0.812, reachedNow: false } },
  ...more,
})
const said = (locale: Locale, more: Partial<WinFacts> = {}) =>
  renderWin(facts(more), BOT.translator(locale)).text

describe('as a manager would say it', () => {
  test('in three languages', () => {
    expect(said('zh-CN')).toBe(
      '🎉 喜报！ *李伟* 签下恒信，金额 *¥126,000*\n11月第 3 单\n团队11月目标完成 81%：¥81.2万 / ¥100万',
    )
    expect(said('zh-TW')).toBe(
      '🎉 喜報！ *李伟* 簽下恒信，金額 *CN¥126,000*\n11月第 3 單\n團隊11月目標達成 81%：CN¥81.2萬 / CN¥100萬',
    )
    expect(said('en')).toBe(
      '🎉 *李伟* signed *恒信*: *CN¥126,000*\n3rd deal in November\nTeam at 81% of November’s target: CN¥812,000 of CN¥1,000,000',
    )
  })

  test('without names, and the deal that reaches the target', () => {
    const target = { whole: 80_000_000, attainment: 1.015, reachedNow: true }
    const none = { name: null, customer: null, team: { reached: 81_200_000, target } }
    expect(said('zh-CN', none)).toBe(
      '🎉 喜报！团队签下一单\n团队11月第 3 单\n🎯 团队11月目标达成：¥81.2万 / ¥80万',
    )
    expect(said('en', none)).toContain('🎉 The team closed a deal\nThe team’s 3rd deal')
  })

  test('what is nearly reached is not 100%', () => {
    const target = { whole: 81_300_000, attainment: 0.9988, reachedNow: false }
    expect(said('en', { team: { reached: 81_200_000, target } })).toContain(
      'Team at 99% of November’s target',
    )
  })

  test('a deal that was taken back names what it was, and no sums', () => {
    const taken = { amount: 0, corrected: { from: 12_600_000 } }
    expect(said('zh-CN', taken)).toBe('已撤销：李伟与恒信的一单，¥126,000\n不再计入业绩和目标。')
    expect(said('zh-CN', { ...taken, name: null, customer: null })).toBe(
      '已撤销：团队的一单\n不再计入业绩和目标。',
    )
    expect(said('en', taken)).toBe('Taken back: 李伟’s deal with 恒信, CN¥126,000\nIt no longer counts.')
  })
})

test.each(LOCALES)('%s: with everything and hostile names it is valid for Slack', (locale) => {
  const honours = ['largest-of-quarter', 'far-above-usual', 'personal-best'] as const
  const all = { name: HOSTILE, customer: HOSTILE, honours, corrected: { from: 1 } }
  for (const more of [{}, all, { ...all, amount: 0 }, { team: { reached: 0, target: null } }]) {
    const message = renderWin(facts(more), BOT.translator(locale))
    for (let form: ReturnType<typeof degrade> = message; form; form = degrade(form))
      expect(checkMessage({ ...form })).toEqual([])
    expect(message.text).not.toMatch(/<!channel>|<https|undefined|NaN|\u202e/)
  }
})
