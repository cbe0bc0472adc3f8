// How the audit tells changes of a team's settings: each by the name that the form has for it.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { metricsOfEvent } from '../../numbers/flows/metrics-of-event.ts'
import { shortName } from '../../numbers/slack/logged.ts'
import { type AuditKind, auditKind, type ChangeInWords } from '../../org/audit/flows/audit-kind.ts'
import { type Measure, WEEKLY_REPORT } from '../../org/domain/team.ts'
import { countryName } from '../../org/slack/country-and-zone-choices.ts'
import { clockTime } from '../../slack/clock-time.ts'
import { escapeWithin } from '../../slack/lines.ts'
import type { AuditedSettings, SettingsChange } from '../domain/audit-changes.ts'
import { alternateText, duration, languageName, weekday } from './setup-choices.ts'

type Metrics = ReadonlyMap<string, Metric>
type Told = { label: string; write(value: never, metrics: Metrics): string | null }

const VALUE_LENGTH = 100

/** In the order of the form. A setting that is not here is told by its own name. */
const settings = (t: Translate): Readonly<Record<string, Told>> => ({
  name: { label: t('setup.name'), write: () => null },
  checkinName: { label: t('setup.checkinName'), write: () => null },
  promptTime: { label: t('setup.prompt'), write: (time: string) => clockTime(time, t.locale) },
  closeAfterMinutes: { label: t('setup.close'), write: (minutes: number) => duration(minutes, t) },
  workDays: {
    label: t('setup.days'),
    write: (days: readonly number[]) =>
      days.map((day) => weekday(day, 'short', t)).join(t('common.listSeparator')),
  },
  alternateDay: {
    label: t('setup.alternate'),
    write: (date: string | null) =>
      date ? alternateText(Temporal.PlainDate.from(date), t) : t('setup.alternateNone'),
  },
  holidayCountry: {
    label: t('setup.country'),
    write: (country: string | null) => (country ? countryName(country, t.locale) : t('setup.countryNone')),
  },
  holidayRegion: {
    label: t('setup.region'),
    write: (region: string | null) => region ?? t('setup.regionNone'),
  },
  zoneRule: {
    label: t('setup.zoneRule'),
    write: (rule: string) => t(rule === 'member' ? 'setup.zoneRuleMember' : 'setup.zoneRuleTeam'),
  },
  locale: { label: t('setup.locale'), write: languageName },
  zone: { label: t('setup.zone'), write: (zone: string) => zone },
  numbersDay: {
    label: t('setup.numbersDay'),
    write: (day: string) => t(day === 'same' ? 'setup.numbersSame' : 'setup.numbersPrevious'),
  },
  remindBeforeCloseMinutes: { label: t('setup.remind'), write: (minutes: number) => duration(minutes, t) },
  measure: {
    label: t('setup.measure'),
    write: (measure: Measure, metrics) => {
      const named = (key: string) => {
        const metric = metrics.get(key)
        return metric ? shortName(metric, t) : key
      }
      switch (measure.kind) {
        case 'points':
          return t('setup.measurePoints')
        case 'metric':
          return named(measure.metric)
        case 'attainment':
          return t('setup.measureAttainment')
        case 'weighted':
          return measure.weights
            .map(({ metric, weight }) => `${named(metric)} ${weight}`)
            .join(t('common.listSeparator'))
      }
    },
  },
  workingHours: {
    label: t('audit.workingHours'),
    write: ({ from, to }: { from: string; to: string }) =>
      `${clockTime(from, t.locale)}–${clockTime(to, t.locale)}`,
  },
  boardNames: {
    label: t('setup.boardNames'),
    write: (names: string) => t(BOARD_NAMES[names] ?? 'setup.boardTop'),
  },
  okrView: { label: t('setup.okr'), write: (on: boolean) => t(on ? 'setup.okrOn' : 'setup.okrOff') },
  reports: {
    label: t('setup.weekly'),
    write: (reports: AuditedSettings['reports']) => weeklyText(reports, t),
  },
  wins: { label: t('setup.wins'), write: (wins: string) => t(WINS[wins] ?? 'setup.winsNone') },
})

function weeklyText(reports: AuditedSettings['reports'], t: Translate): string {
  const weekly = reports?.[WEEKLY_REPORT]
  if (!weekly?.on) return t('setup.weeklyOff')
  return `${weekday(weekly.weekday, 'long', t)} ${clockTime(weekly.promptTime, t.locale)}`
}

const BOARD_NAMES: Readonly<Record<string, 'setup.boardAll' | 'setup.boardNone'>> = {
  all: 'setup.boardAll',
  none: 'setup.boardNone',
}

const WINS: Readonly<Record<string, 'setup.winsAll' | 'setup.winsBig'>> = {
  all: 'setup.winsAll',
  big: 'setup.winsBig',
}

function settingsInWords({ before, after }: SettingsChange, t: Translate, metrics: Metrics): ChangeInWords[] {
  const known = settings(t)
  const keys = [
    ...Object.keys(known).filter((key) => key in after),
    ...Object.keys(after).filter((key) => !(key in known)),
  ]
  return keys.map((key) => {
    const told = known[key]
    if (!told) return { label: key, before: null, after: null }
    const write = (values: object) => {
      const written = told.write((values as Record<string, unknown>)[key] as never, metrics)
      return written === null ? null : escapeWithin(written, VALUE_LENGTH)
    }
    return { label: told.label, before: write(before), after: write(after) }
  })
}

const Settings = z.record(z.string(), z.unknown())

export const setupAuditKinds: readonly AuditKind[] = [
  auditKind({
    kind: 'settings-changed',
    announced: true,
    sentence: 'audit.settings-changed',
    change: z.object({ before: Settings, after: Settings }),
    load: metricsOfEvent,
    describe: settingsInWords,
  }),
]
