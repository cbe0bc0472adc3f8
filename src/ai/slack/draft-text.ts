// What the draft of a report is made of: the author's own week, as the form shows it, as facts and in plain sentences.

import type { ReportForm } from '../../checkins/reports/flows/open-report.ts'
import type { DraftReport, ReportDraft } from '../../checkins/reports/slack/report-draft.ts'
import { dealName } from '../../checkins/reports/slack/report-words.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { periodName } from '../../targets/slack/figures.ts'
import type { About, Fact, FactSheet, RenderedClaim } from '../domain/fact.ts'
import { type WrittenText, writeText } from '../flows/write-text.ts'
import { commandShown } from './command-shown.ts'
import { aboutReader, fact, inside, plainClaim, shortQuote } from './facts.ts'
import { standingFact } from './standing-facts.ts'

const TARGETS_TOLD = 8
const LINES_TOLD = 10
const NOTE_LENGTH = 300
/** Whose own they are, and what shows them. */
const NUMBERS = 'me'
const WEEK = 'report'

const TASK = `Task: draft the author's own weekly report, one to four texts for each part that the facts have something for. "results": how the
targets stand and what was done; "plan": the open lines; "challenges": what blocks the work. Leave out a part without facts.`

interface Told {
  facts: Fact[]
  plain: RenderedClaim[]
}

/** @param typed what stands in the report's fields: its lines are not told again */
export function draftSheet(
  form: ReportForm,
  typed: string,
  t: Translate,
): { sheet: FactSheet; plain: RenderedClaim[]; parts: string[] } {
  const { userId } = form.day.member
  const parts = form.day.definition.sections.flatMap(({ key, prefill }) => (prefill ? [key] : []))
  const part = (of: string) => form.day.definition.sections.find(({ prefill }) => prefill === of)?.key ?? null
  const { wins, done, open, blockers } = form.known
  const deals = wins.map((deal) => dealName(deal, t))
  const about = aboutReader(userId, t)
  const untold = (lines: readonly string[]) => lines.filter((line) => !typed.includes(line))
  const quotes = (key: keyof typeof QUOTED, lines: readonly string[], field: Fact['fields'][0]): Told => ({
    facts: untold(lines)
      .slice(0, LINES_TOLD)
      .map((line, index) => {
        const said = t(QUOTED[key], { text: shortQuote(line) })
        return fact(`${key}${index}`, said, [field], { about, command: WEEK })
      }),
    // The fields have had the lines from the beginning, so that the plain version says nothing of them.
    plain: [],
  })
  const told = [
    targetsTold(form, about, part('results'), t),
    saidDidTold(form, about, part('results'), t),
    quotes('deal', deals, 'deals'),
    quotes('done', done, 'plan-lines'),
    quotes('open', open, 'plan-lines'),
    quotes('blocker', blockers, 'blockers'),
  ]
  const facts = told.flatMap((one) => one.facts)
  const notCovered = [t('ai-text.draftNotCovered')]
  return {
    ...{ parts, plain: told.flatMap((one) => one.plain).filter((claim) => claim.part !== null) },
    sheet: { locale: t.locale, about: userId, facts, notCovered, period: null, mayAdvise: false },
  }
}

const QUOTED = {
  deal: 'ai-text.dealLine',
  done: 'ai-text.doneLine',
  open: 'ai-text.openLine',
  blocker: 'ai-text.blockedLine',
} as const

function targetsTold({ targets }: ReportForm, about: About, part: string | null, t: Translate): Told {
  const told = targets.slice(0, TARGETS_TOLD).map(({ metric, progress, ...target }, index) => {
    const period = periodName(target.period, t)
    const of = { about, command: NUMBERS, period }
    const { pace } = progress
    const standing = { ...progress, metric, pace: pace.known ? pace.value : null, change: null }
    return { period, ...standingFact(`t${index}.${metric.key}`, standing, of, t) }
  })
  return {
    facts: told.flatMap((one) => one.fact ?? []),
    plain: told.map(({ period, sentence }) =>
      plainClaim(t('ai-text.inPeriod', { period, said: sentence }), NUMBERS, part),
    ),
  }
}

function saidDidTold(
  { known: { saidDid } }: ReportForm,
  about: About,
  part: string | null,
  t: Translate,
): Told {
  if (!saidDid) return { facts: [], plain: [] }
  const text = t('rep.partOf', { part: saidDid.done, of: saidDid.planned })
  const said = t('ai-text.standing', { metric: t('rep.done'), said: text })
  const period = t('ai-text.thisWeek')
  const of = { about, command: WEEK, period }
  return {
    facts: [fact('done', inside(said), ['checkin-states'], of)],
    plain: [plainClaim(t('ai-text.inPeriod', { period, said }), WEEK, part)],
  }
}

/** All of it is the author's own, so that nobody's reading is recorded. */
export const draftReport: DraftReport = async ({ who, form, typed, t }, context) => {
  const { sheet, plain, parts } = draftSheet(form, typed, t)
  const { teamId } = form.day.member
  const written = await writeText(context, {
    ...{ purpose: 'draft', workspaceId: who.workspaceId, userId: who.userId, teamId },
    ...{ subjects: [who.userId], task: TASK, parts, sheet, plain },
  })
  return draftOf(written, t)
}

function draftOf({ by, claims, notCovered }: WrittenText, t: Translate): ReportDraft {
  const texts: Record<string, string> = {}
  for (const { part, text } of claims)
    if (part !== null) texts[part] = texts[part] === undefined ? text : `${texts[part]}\n${text}`
  const commands = [...new Set(claims.flatMap(({ sources }) => sources))]
  const shown = commands.map((command) => `\`${commandShown(command, t)}\``).join(t('common.listSeparator'))
  return {
    ...{ byModel: by === 'model', texts },
    notes: [
      ...(commands.length > 0 ? [t('ai-text.sources', { commands: shown })] : []),
      ...notCovered.map((text) => t('ai-text.notCovered', { text: escapeWithin(text, NOTE_LENGTH) })),
    ],
  }
}
