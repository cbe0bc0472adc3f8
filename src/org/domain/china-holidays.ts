// Mainland China's public holidays and adjusted working weekends (调休): as published, else the days that the law names.
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import Holidays from 'date-holidays'
import type { YearHolidays } from './holiday-fact.ts'

/** Since 2025 the law names 13 days. The State Council publishes how they are moved and joined late in the year before. */
export const LAW_OF_2025 = 2025

/** An entry is `English,中文,days`; returns the Chinese name. */
const chineseName = (entry: string): string => entry.split(',')[1] ?? entry

export function chinaYear(year: number): YearHolidays {
  const facts: YearHolidays['facts'] = new Map()
  const add = (entries: Readonly<Record<string, string>>, kind: 'holiday' | 'working-weekend') => {
    for (const [date, entry] of Object.entries(entries))
      if (date.startsWith(`${year}-`)) facts.set(date, { kind, name: chineseName(entry) })
  }
  add(chineseDays.holidays, 'holiday')
  add(chineseDays.workdays, 'working-weekend')
  if (facts.size > 0 || year < LAW_OF_2025) return { facts, provisional: false }
  return { facts: statutoryDays(year), provisional: true }
}

/** Rule of date-holidays, name, first day and last day as offsets from it. */
const STATUTORY = [
  ['01-01', '元旦', 0, 0],
  ['chinese 01-0-01', '春节', -1, 2],
  ['chinese 5-01 solarterm', '清明', 0, 0],
  ['05-01', '劳动节', 0, 1],
  ['chinese 05-0-05', '端午', 0, 0],
  ['chinese 08-0-15', '中秋', 0, 0],
  ['10-01', '国庆节', 0, 2],
] as const

/** The 13 days themselves, without adjusted working weekends or substitutes for days on a weekend. */
export function statutoryDays(year: number): YearHolidays['facts'] {
  const source = new Holidays()
  for (const [rule, name] of STATUTORY) source.setHoliday(rule, { name, type: 'public' })
  const facts: YearHolidays['facts'] = new Map()
  for (const { name, date: text } of source.getHolidays(year)) {
    const rule = STATUTORY.find(([, own]) => own === name)
    if (!rule) continue
    const [, , first, last] = rule
    for (let days: number = first; days <= last; days += 1)
      facts.set(Temporal.PlainDate.from(text.slice(0, 10)).add({ days }).toString(), {
        kind: 'holiday',
        name,
      })
  }
  return facts
}
