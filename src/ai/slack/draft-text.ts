// What the draft of a report is made of: the author's own week, as the form shows it, as facts and in plain sentences.

import type { ReportForm } from '../../checkins/reports/flows/open-report.ts'
import type { DraftReport, ReportDraft } from '../../checkins/reports/slack/report-draft.ts'
import { dealText } from '../../checkins/reports/slack/report-words.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { periodName } from '../../targets/slack/figures.ts'
import type { Fact, FactSheet, RenderedClaim } from '../domain/fact.ts'
import { type WrittenText, writeText } from '../flows/write-text.ts'
import { countFact, dateFact, labelFact, plainClaim, quoteFact } from './facts.ts'
import { standingFacts } from './standing-facts.ts'

const TARGETS_TOLD = 8
const LINES_TOLD = 10
const NOTE_LENGTH = 300
/** Whose own they are, and what shows them. */
const NUMBERS = 'me'
const WEEK = 'report'

const TASK = `Task: draft the prose of the author's own weekly report, in the first person, one to four sentences for each part that the facts
have something for. "results": how the targets stand and what was done; "plan": the open lines; "challenges": what blocks the work.
Leave out a part without facts. Promise nothing that no fact says.`

interface Told {
  facts: Fact[]
  plain: RenderedClaim[]
}

export function draftSheet(
  form: ReportForm,
  t: Translate,
): { sheet: FactSheet; plain: RenderedClaim[]; parts: string[] } {
  const { userId } = form.day.member
  const parts = form.day.definition.sections.flatMap(({ key, prefill }) => (prefill ? [key] : []))
  const part = (of: string) => form.day.definition.sections.find(({ prefill }) => prefill === of)?.key ?? null
  const { wins, done, open, blockers } = form.known
  const deals = wins.map((deal) => dealText(deal, t))
  const told = [
    targetsTold(form, part('results'), t),
    saidDidTold(form, part('results'), t),
    quotesTold('deal', deals, 'deals', userId),
    quotesTold('done', done, 'plan-lines', userId),
    quotesTold('open', open, 'plan-lines', userId),
    quotesTold('blocker', blockers, 'blockers', userId),
  ]
  const facts = told.flatMap((one) => one.facts)
  const notCovered = [t('ai-text.draftNotCovered')]
  return {
    ...{ parts, plain: told.flatMap((one) => one.plain).filter((claim) => claim.part !== null) },
    sheet: { locale: t.locale, reader: userId, about: userId, facts, notCovered },
  }
}

function targetsTold({ targets, day }: ReportForm, part: string | null, t: Translate): Told {
  const facts = new Map<string, Fact>()
  const plain = targets.slice(0, TARGETS_TOLD).map((target, index) => {
    const { metric, progress, period } = target
    const when = periodName(period, t)
    const of = { prefix: `t${index}.`, subject: day.member.userId, when: `period${index}`, command: NUMBERS }
    const { pace } = progress
    const standing = { ...progress, metric, pace: pace.known ? pace.value : null, change: null }
    const told = standingFacts(standing, of, t)
    for (const fact of [dateFact(of.when, when, NUMBERS), labelFact(metric, NUMBERS, t), ...told.facts])
      facts.set(fact.key, fact)
    return plainClaim(t('ai-text.inPeriod', { period: when, said: told.sentence }), NUMBERS, part)
  })
  return { facts: [...facts.values()], plain }
}

function saidDidTold({ known: { saidDid }, day }: ReportForm, part: string | null, t: Translate): Told {
  if (!saidDid) return { facts: [], plain: [] }
  const label = t('rep.done')
  const text = t('rep.partOf', { part: saidDid.done, of: saidDid.planned })
  const said = t('ai-text.standing', { metric: label, said: text })
  const of = { subject: day.member.userId, command: WEEK }
  return {
    facts: [{ ...countFact('done', text, 'checkin-states', of), label }],
    plain: [plainClaim(t('ai-text.inPeriod', { period: t('ai-text.thisWeek'), said }), WEEK, part)],
  }
}

/** The fields have the lines already, so that the plain version says nothing of them. */
const quotesTold = (key: string, lines: readonly string[], field: Fact['field'], subject: string): Told => ({
  facts: lines
    .slice(0, LINES_TOLD)
    .map((line, index) => quoteFact(`${key}${index}`, line, field, { subject, command: WEEK })),
  plain: [],
})

/** All of it is the author's own, so that nobody's reading is recorded. */
export const draftReport: DraftReport = async ({ who, form, t }, context) => {
  const { sheet, plain, parts } = draftSheet(form, t)
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
  const shown = commands.map((command) => `\`${command}\``).join(t('common.listSeparator'))
  return {
    ...{ byModel: by === 'model', texts },
    notes: [
      ...(commands.length > 0 ? [t('ai-text.sources', { commands: shown })] : []),
      ...notCovered.map((text) => t('ai-text.notCovered', { text: escapeWithin(text, NOTE_LENGTH) })),
    ],
  }
}
