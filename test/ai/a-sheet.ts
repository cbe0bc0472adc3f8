// Facts for tests of texts, in each language: Mia's calls and visits, and Ben's.

import type { Fact, FactSheet, Vocabulary } from '../../src/ai/domain/fact.ts'
import type { Locale } from '../../src/core/i18n/locale.ts'

export const MIA = 'U0MIA'
export const BEN = 'U0BEN'
export const TEAM = 'team-north'

const TEXTS = {
  en: {
    calls: 'Calls',
    visits: 'Visits',
    week: 'this week',
    month: 'this month',
    up: 'up 12 on the week before',
  },
  'zh-CN': { calls: '通话量', visits: '拜访量', week: '本周', month: '本月', up: '比前一周多 12 通' },
  'zh-TW': { calls: '通話數', visits: '拜訪數', week: '本週', month: '本月', up: '比前一週多 12 通' },
} as const

export function sheetIn(locale: Locale, about = MIA): FactSheet {
  const text = TEXTS[locale]
  const source = { command: '/kpi me' }
  const number = (key: string, subject: string, value: string, label: string, when: string): Fact => ({
    ...{ key, kind: 'number', subject, text: value, source, field: 'numbers', label, when },
  })
  const name = (key: string, subject: string, value: string): Fact => ({
    ...{ key, kind: 'name', subject, text: value, source, field: 'names-of-people' },
  })
  const date = (key: string, value: string): Fact => ({
    ...{ key, kind: 'date', subject: null, text: value, source, field: 'dates' },
  })
  return {
    ...{ locale, reader: MIA, about, notCovered: [] },
    facts: [
      number('calls', MIA, '48 of 60', text.calls, 'week'),
      number('calls-month', MIA, '180 of 240', text.calls, 'month'),
      number('visits', MIA, '6 of 10', text.visits, 'week'),
      number('ben-calls', BEN, '33 of 60', text.calls, 'week'),
      number('team-calls', TEAM, '300 of 480', text.calls, 'week'),
      name('mia', MIA, 'Mia Keller'),
      name('ben', BEN, 'Ben Hartmann'),
      name('team', TEAM, 'North'),
      date('week', text.week),
      date('month', text.month),
      {
        ...{ key: 'calls-way', kind: 'direction', subject: MIA, text: text.up, source, field: 'numbers' },
        ...{ label: text.calls, when: 'week', about: 'calls', way: 'up', good: true },
      },
      { key: 'plan', kind: 'quote', subject: MIA, text: 'Call 5 clients', source, field: 'plan-lines' },
    ],
  }
}

export const VOCABULARY: Vocabulary = {
  names: ['Mia Keller', 'Ben Hartmann', 'Will Sharp', '林伟', '陈晓明', '趙小蘭'],
  labels: ['KPI', 'CRM', 'Pacesetter'],
}
