// Loads what is known of a member's week: it fills in their report, and is all that "As it stands" files.
import type { Queryable } from '../../../core/db/client.ts'
import { daysOfWeek } from '../../domain/own-window.ts'
import { openBlockersOf } from '../../standup/db/blockers.ts'
import { openLines } from '../../standup/db/open-lines.ts'
import { doneNotesIn, linesSettledIn, winsIn } from '../db/week.ts'
import type { KnownWeek } from '../domain/known-week.ts'
import type { ReportDay } from '../domain/report.ts'

const LINES = 20

const NOTHING: KnownWeek = { done: [], open: [], blockers: [], wins: [], saidDid: null }

/** Nothing is asked of the database for a report that nothing is filled into. */
export async function loadKnownWeek(q: Queryable, day: ReportDay): Promise<KnownWeek> {
  if (day.definition.sections.every(({ prefill }) => prefill === null)) return NOTHING
  const { member, metrics, window } = day
  const week = { from: daysOfWeek(window.date)[0]!, to: window.date }
  const [settled, notes, open, blockers, won] = await Promise.all([
    linesSettledIn(q, member, week),
    doneNotesIn(q, member, week),
    openLines(q, member, LINES),
    openBlockersOf(q, member),
    winsIn(q, member, week),
  ])
  const done = settled.filter(({ outcome }) => outcome === 'done').map(({ text }) => text)
  const ticked = open.filter(({ tickedAt }) => tickedAt !== null)
  return {
    done: [...done, ...ticked.map(({ text }) => text), ...notes],
    open: open.filter(({ tickedAt }) => tickedAt === null).map(({ text }) => text),
    blockers: blockers.map(({ text }) => text),
    wins: won.map(({ customer, metricKey, amount }) => ({
      ...{ customer, amount, metric: metrics.find(({ key }) => key === metricKey) ?? null },
    })),
    saidDid: settled.length > 0 ? { done: done.length, planned: settled.length } : null,
  }
}
