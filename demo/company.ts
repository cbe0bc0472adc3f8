// The people of the demo: two teams, a director, two managers and nine reps in three time zones and two languages.
import type { Locale } from '../src/core/i18n/locale.ts'
import type { Role } from '../src/org/domain/team.ts'

export interface DemoPerson {
  userId: string
  name: string
  /** Job title. */
  title: string
  zone: string
  locale: Locale
}

export interface DemoRep extends DemoPerson {
  role: Role
  /** Performance factor of this rep: 1.2 is 20 % above the mean. */
  performance: number
}

/** Of the whole team, or of the director's with all teams, shared out evenly. */
export interface DemoTarget {
  metric: string
  /** As the form names it. */
  period: string
  /** In whole units; near what the average rep reaches, so that some are ahead of it and some behind. */
  value: string
}

export interface DemoTeam {
  teamId: string
  name: string
  channelId: string
  channelName: string
  locale: Locale
  zone: string
  holidayCountry: string
  currency: string
  manager: DemoPerson
  reps: readonly DemoRep[]
  targets: readonly DemoTarget[]
}

export const WORKSPACE = { workspaceId: 'T0DEMO', name: 'Brightwater', domain: 'brightwater' } as const

export const DIRECTOR: DemoPerson = {
  userId: 'U0GRACE',
  name: 'Grace Lindqvist',
  title: 'Sales director',
  zone: 'Europe/Berlin',
  locale: 'en',
}

const berlin = { zone: 'Europe/Berlin', locale: 'en' } as const
const london = { zone: 'Europe/London', locale: 'en' } as const
const shanghai = { zone: 'Asia/Shanghai', locale: 'zh-CN' } as const

const NOVEMBER = 'month 2026-11-01'
const QUARTER = 'quarter 2026-10-01'
const YEAR = 'year 2026-01-01'

export const COMPANY = {
  teamId: '00000000-0000-4000-8000-000000000001',
  name: 'Brightwater Sales',
  channelId: 'C0SALES',
  channelName: 'sales-leads',
  zone: DIRECTOR.zone,
  holidayCountry: 'DE',
  manager: DIRECTOR,
  /** Shared out over the teams below: 35 in a month are four or five for each rep who hunts. */
  targets: [{ metric: 'newCustomers', period: YEAR, value: '420' }],
} as const satisfies Partial<DemoTeam>

export const TEAMS: readonly DemoTeam[] = [
  {
    teamId: '00000000-0000-4000-8000-000000000002',
    name: 'Atlantic',
    channelId: 'C0ATLANTIC',
    channelName: 'sales-atlantic',
    locale: 'en',
    zone: 'Europe/Berlin',
    holidayCountry: 'DE',
    currency: 'EUR',
    manager: { userId: 'U0MARTA', name: 'Marta Keller', title: 'Team manager', ...berlin },
    reps: [
      {
        userId: 'U0JONAS',
        name: 'Jonas Brandt',
        title: 'Sales rep',
        role: 'hunter',
        performance: 1.05,
        ...berlin,
      },
      {
        userId: 'U0AYLIN',
        name: 'Aylin Demir',
        title: 'Sales rep',
        role: 'hunter',
        performance: 1.25,
        ...berlin,
      },
      {
        userId: 'U0OSKAR',
        name: 'Oskar Nowak',
        title: 'Sales rep',
        role: 'hunter',
        performance: 1.0,
        ...berlin,
      },
      {
        userId: 'U0TESSA',
        name: 'Tessa Moore',
        title: 'Sales rep',
        role: 'hunter',
        performance: 1.1,
        ...london,
      },
      {
        userId: 'U0DARIUS',
        name: 'Darius Cole',
        title: 'Sales rep',
        role: 'hunter',
        performance: 0.95,
        ...london,
      },
    ],
    targets: [
      { metric: 'calls', period: NOVEMBER, value: '4000' },
      { metric: 'newRevenue', period: QUARTER, value: '800000' },
    ],
  },
  {
    teamId: '00000000-0000-4000-8000-000000000003',
    name: '华东团队',
    channelId: 'C0HUADONG',
    channelName: 'sales-huadong',
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    holidayCountry: 'CN',
    currency: 'CNY',
    manager: { userId: 'U0LIU', name: '刘敏', title: '销售主管', ...shanghai },
    reps: [
      { userId: 'U0CHEN', name: '陈晓东', title: '新客销售', role: 'hunter', performance: 1.15, ...shanghai },
      { userId: 'U0WANG', name: '王思雨', title: '新客销售', role: 'hunter', performance: 1.0, ...shanghai },
      { userId: 'U0ZHAO', name: '赵磊', title: '新客销售', role: 'hunter', performance: 1.1, ...shanghai },
      {
        userId: 'U0SUN',
        name: '孙雨桐',
        title: '客户经理',
        role: 'account-manager',
        performance: 1.0,
        ...shanghai,
      },
    ],
    targets: [
      { metric: 'calls', period: NOVEMBER, value: '2385' },
      { metric: 'newRevenue', period: QUARTER, value: '450000' },
      { metric: 'renewalsWon', period: NOVEMBER, value: '16' },
    ],
  },
]

export const PEOPLE: readonly DemoPerson[] = [
  DIRECTOR,
  ...TEAMS.flatMap((team) => [team.manager, ...team.reps]),
]

export interface DemoMember {
  rep: DemoRep
  team: DemoTeam
}

export const MEMBERS: readonly DemoMember[] = TEAMS.flatMap((team) => team.reps.map((rep) => ({ rep, team })))

/** `U0JONAS` → `jonas`. */
export const handleOf = (person: DemoPerson) => person.userId.slice(2).toLowerCase()

/** The demo's day: a Tuesday with nothing special about it; the weeks before it hold a holiday and an adjusted Saturday. */
export const DEMO_DATE = '2026-11-17'
/** From this day on everything happens in the local Slack, so that channels and direct messages have a past. */
export const FIRST_PLAYED_DATE = '2026-11-12'
/** Before it, numbers and answers are written into the database. */
export const HISTORY_WORKING_DAYS = 57
