// Made-up mornings of a team of nine, from quiet to everything at once, in the names and words of each language.
import type { Locale } from '../../src/core/i18n/locale.ts'
import type { TeamMorning, WarnedMember } from '../../src/overview/domain/morning.ts'
import type { Level } from '../../src/warnings/domain/level.ts'
import { CALLS, REVENUE, sampleTarget } from '../targets/samples.ts'

const NAMES: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    ...['Ben Hartmann', 'Eva Lindqvist', 'Jonas Weber', 'Mia Keller', 'Oliver Smith'],
    ...['Priya Raman', 'Sofia Rossi', 'Tom Becker', 'Zoe Martin'],
  ],
  'zh-CN': ['陈晓明', '李静', '王建国', '欧阳文博', '赵敏', '周杰', '吴倩', '徐磊', '孙丽华'],
  'zh-TW': ['陳怡君', '林志明', '黃淑芬', '歐陽文博', '張雅婷', '李冠宇', '王美玲', '吳宗翰', '劉佳穎'],
}
const TEXTS: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'Acme wants a second security review before they sign anything at all',
    'No demo account for the trade fair on Thursday',
    'Waiting for the price list',
  ],
  'zh-CN': [
    '恒信那边法务一直没有回复合同修改意见，本周可能签不下来',
    '周四展会的演示账号还没开通',
    '等价格表',
  ],
  'zh-TW': [
    '恆信那邊法務一直沒有回覆合約修改意見，本週可能簽不下來',
    '週四展覽的展示帳號還沒開通',
    '等價格表',
  ],
}
const TEAM_NAMES = { en: 'Atlantic North', 'zh-CN': '华东一部', 'zh-TW': '北區一部' } as const

const calls = (actual: number) => sampleTarget({ metric: CALLS, target: 120, actual }).progress

/** All nine are in, and nobody is blocked or behind. */
export const quietMorning = (locale: Locale): TeamMorning => ({
  teamId: 'f0000000-0000-4000-8000-000000000001',
  team: { teamName: TEAM_NAMES[locale], channelId: 'C1', managerUserId: 'U1' },
  ...{ date: Temporal.PlainDate.from('2026-03-16'), closed: false, expected: 9, answered: 9, later: 0 },
  ...{ answers: 9, unread: 0 },
  ...{ missing: [], own: null, away: [], blockers: [], behind: [], remarks: [], warned: [] },
})

/** Three are missing, one away, one blocked, one behind. */
export function usualMorning(locale: Locale): TeamMorning {
  const [ben, eva, jonas, mia, oliver] = NAMES[locale] as [string, string, string, string, string]
  return {
    ...quietMorning(locale),
    ...{ expected: 8, answered: 5, away: [mia], answers: 5, unread: 5 },
    missing: [ben, eva, jonas].map((name) => ({ name, userId: `U-${name}`, nudge: 'can' as const })),
    blockers: [blockerOf(oliver, TEXTS[locale][1]!, 1)],
    behind: [{ ...behindOf(eva, 30) }],
    warned: [warnedOf(eva, 'yellow')],
  }
}

const blockerOf = (name: string, text: string, ageDays: number): TeamMorning['blockers'][number] => ({
  ...{ blockerId: `f0000000-0000-4000-8000-00000000000${ageDays}`, name, text, ageDays },
  ...{ own: false, helperUserId: null },
})

export const warnedOf = (name: string, level: Level, metricKey: string = CALLS.key): WarnedMember => ({
  ...{ name, userId: `U-${name}`, metricKey, level },
})

export const behindOf = (name: string, actual: number): TeamMorning['behind'][number] => ({
  ...{ name, userId: `U-${name}`, metric: CALLS, progress: calls(actual), pace: actual / 55 },
})

/** Everybody is missing, blocked, behind and conspicuous at once. */
export function worstMorning(locale: Locale, names = NAMES[locale], texts = TEXTS[locale]): TeamMorning {
  return {
    ...quietMorning(locale),
    ...{ answered: 0, later: 2, away: names, answers: 9, unread: 9, own: 'open' as const },
    missing: names.map((name) => ({ name, userId: `U-${name}`, nudge: 'can' as const })),
    blockers: names.map((name, index) => blockerOf(name, texts[index % texts.length]!, index)),
    behind: names.map((name, index) => behindOf(name, index)),
    warned: names.map((name, place) => warnedOf(name, place % 2 === 0 ? 'red' : 'blue')),
    remarks: names.flatMap((name) => [
      { name, metric: CALLS, value: 400, why: 'unusual' as const },
      { name, metric: REVENUE, value: 12_345_600, why: 'corrected' as const },
    ]),
  }
}
