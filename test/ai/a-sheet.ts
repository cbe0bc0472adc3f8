// Facts for tests of texts, in each language: Mia's calls and visits, and Ben's.

import type { About, Fact, FactSheet } from '../../src/ai/domain/fact.ts'
import type { Locale } from '../../src/core/i18n/locale.ts'

export const MIA: About = { id: 'U0MIA', name: 'Mia Keller', sentAs: 'names-of-people' }
export const BEN: About = { id: 'U0BEN', name: 'Ben Hartmann', sentAs: 'names-of-people' }
export const TEAM: About = { id: 'team-north', name: 'North', sentAs: 'names-of-teams' }

/** What each fact says, by its key. */
const SAID = {
  en: {
    calls: 'calls: 48 of 60 (this week)',
    target: 'calls: 12 to go (this week)',
    month: 'calls: 180 of 240 (this month)',
    visits: 'visits: 6 of 10 (this week)',
    missing: 'nothing entered yet: 1 (Jonas Weber)',
    plan: 'planned: “Call 5 clients”',
  },
  'zh-CN': {
    calls: '本周 · 通话量：48 通（目标 60 通）',
    target: '本周 · 通话量：还差 12 通',
    month: '本月 · 通话量：180 通（目标 240 通）',
    visits: '本周 · 拜访量：6 次（目标 10 次）',
    missing: '尚未录入：1 人（约纳斯）',
    plan: '计划：“联系 5 位客户”',
  },
  'zh-TW': {
    calls: '本週 · 通話數：48 通（目標 60 通）',
    target: '本週 · 通話數：還差 12 通',
    month: '本月 · 通話數：180 通（目標 240 通）',
    visits: '本週 · 拜訪數：6 次（目標 10 次）',
    missing: '尚未輸入：1 人（約納斯）',
    plan: '計畫：「聯絡 5 位客戶」',
  },
} as const

export function sheetIn(
  locale: Locale,
  { about = MIA.id, mayAdvise = false }: { about?: string | null; mayAdvise?: boolean } = {},
): FactSheet {
  const said = SAID[locale]
  const fact = (key: string, of: About, text: string): Fact => ({
    ...{ key, about: of, text, period: null, source: { command: '/kpi me' }, fields: ['numbers', 'dates'] },
  })
  return {
    ...{ locale, about, period: null, notCovered: [], mayAdvise },
    facts: [
      ...(['calls', 'target', 'month', 'visits', 'plan'] as const).map((key) => fact(key, MIA, said[key])),
      fact('ben-calls', BEN, said.calls.replace('48', '33')),
      fact('team-calls', TEAM, said.calls.replace('48', '300')),
      fact('missing', TEAM, said.missing),
    ],
  }
}
