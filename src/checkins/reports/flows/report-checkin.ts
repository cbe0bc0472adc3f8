// Reports as the steps that every check-in shares know them.

import { answeredAmong, answersOfTeams, closeAnswers } from '../../db/checkin-answers.ts'
import { checkinIn } from '../../domain/due-keys.ts'
import type { ByCheckin, Checkin, CheckinItems } from '../../flows/checkin.ts'
import { reportKind } from '../domain/report-kind.ts'
import { reportMessages } from '../domain/report-messages.ts'

export const reportCheckin = (name: string): Checkin => ({
  kind: reportKind(name),
  messages: reportMessages(name),
  answeredAmong: (q, members, date) => answeredAmong(q, name, members, date),
  entriesOfTeams: (q, teams, date) => answersOfTeams(q, name, teams, date),
  closeEntries: (q, unanswered) => closeAnswers(q, name, unanswered),
})

/** The key of an item says which report it is of. */
export const byReport: ByCheckin = (items) => {
  const groups = new Map<string, CheckinItems>()
  for (const item of items) {
    const { name, date } = checkinIn(item.dueKey)
    const key = `${name} ${date}`
    const group = groups.get(key) ?? { checkin: reportCheckin(name), date, items: [] }
    group.items.push(item)
    groups.set(key, group)
  }
  return [...groups.values()]
}
