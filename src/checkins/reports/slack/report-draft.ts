// The draft of a report in its form: the button that asks for it, and fields of its own, so that nothing that is typed is touched.
import type { Context } from '../../../core/context.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { Person } from '../../../core/person.ts'
import { cleanNote } from '../../../core/text.ts'
import type { Block } from '../../../slack/blocks.ts'
import { uuidOf } from '../../../slack/digest.ts'
import { button, FIELD, field, typedIn } from '../../../slack/fields.ts'
import { limits } from '../../../slack/limits.ts'
import { clip, mrkdwn } from '../../../slack/mrkdwn.ts'
import type { FormState } from '../../../slack/requests.ts'
import { draftedAs } from '../domain/drafted.ts'
import { SECTION_LENGTH } from '../domain/known-week.ts'
import type { ReportSection } from '../domain/report-kind.ts'
import type { ReportForm } from '../flows/open-report.ts'
import { REPORT } from './ids.ts'
import { sectionTitle } from './report-words.ts'

export interface ReportDraft {
  /** It has to be marked as such. */
  byModel: boolean
  /** By the section's key, as lines; a section that nothing can be said for is missing. */
  texts: Readonly<Record<string, string>>
  /** What it is made of and what it does not cover, as mrkdwn. */
  notes: readonly string[]
}

/** Writes the prose of the author's own report. `typed`: what stands in the sections already, and is not said again. */
export type DraftReport = (
  asked: { who: Person; form: ReportForm; typed: string; t: Translate },
  context: Context,
) => Promise<ReportDraft>

declare module '../../../core/context.ts' {
  interface Contributions {
    /** Empty: nothing is offered. One at most. */
    reportDrafts: readonly DraftReport[]
  }
}

/** `offered`: the button is there. `writingSince`: it was pressed. `none`: nobody writes drafts. */
export type DraftPart = 'none' | 'offered' | { writingSince: Temporal.Instant } | ReportDraft

const DRAFT = 'draft:'
const blockIdOf = (key: string) => `${DRAFT}${key}`
const NOTES_LENGTH = 1500

const draftButton = (value: string, t: Translate): Block => button(REPORT.draft, t('report.draft'), value)

/** Longer than writing one takes. */
const WRITTEN_WITHIN_MS = 30_000

/** Whether the button that was pressed says that one is on its way. Untrusted. */
export const isBeingWritten = (value: string, now: Temporal.Instant): boolean =>
  now.epochMilliseconds - Number(value) < WRITTEN_WITHIN_MS

/** Below the head of the form. */
export function draftHead(draft: DraftPart, t: Translate): Block[] {
  if (draft === 'none') return []
  if (draft === 'offered') return [draftButton('draft', t)]
  const lines = 'writingSince' in draft ? [t('report.drafting')] : headLines(draft, t)
  const said: Block = { type: 'context', elements: [mrkdwn(clip(lines.join('\n'), NOTES_LENGTH))] }
  // If the bot is stopped meanwhile, nothing else changes what the form says.
  return 'writingSince' in draft
    ? [said, draftButton(String(draft.writingSince.epochMilliseconds), t)]
    : [said]
}

function headLines({ byModel, texts, notes }: ReportDraft, t: Translate): string[] {
  if (Object.keys(texts).length === 0) return [t('report.draftEmpty')]
  return [t(byModel ? 'report.draftByModel' : 'report.draftByRule'), ...notes]
}

/** Below the section's own field: what is filed is both, so the draft is corrected or emptied. */
export function draftField(section: ReportSection, draft: DraftPart, t: Translate): Block[] {
  if (typeof draft === 'string' || 'writingSince' in draft) return []
  const text = draft.texts[section.key]
  if (text === undefined) return []
  const label = t('report.draftOf', { section: sectionTitle(section, t) })
  const initial_value = clip(text, SECTION_LENGTH)
  return [
    field(
      blockIdOf(section.key),
      clip(label, limits.input.label.maxLength),
      {
        ...{ type: 'plain_text_input', action_id: FIELD, multiline: true, max_length: SECTION_LENGTH },
        ...(initial_value && { initial_value }),
      },
      { optional: true, hint: t(draft.byModel ? 'report.draftHintModel' : 'report.draftHint') },
    ),
  ]
}

/** What stands in the section's fields: what was typed, and below it what is left of the draft. */
export const withDraft = (typed: string, state: FormState, key: string): string =>
  [typed, typedIn(state, blockIdOf(key))].filter((text) => text.trim() !== '').join('\n')

const hashOf = (text: string): string => uuidOf(cleanNote(text, SECTION_LENGTH)).slice(0, 8)

/** What a model wrote, by section, to be known again when it is filed. */
export const draftedIn = ({ byModel, texts }: ReportDraft): Record<string, string> =>
  byModel
    ? Object.fromEntries(
        Object.entries(texts).map(([key, text]) => [key, hashOf(clip(text, SECTION_LENGTH))]),
      )
    : {}

/** The sections whose draft was left as it was written. `ownOf`: what stands in the section's own field. */
export const unchangedIn = (
  state: FormState,
  drafted: Readonly<Record<string, string>>,
  ownOf: (key: string) => string,
): string[] =>
  Object.entries(drafted).flatMap(([key, hash]) => {
    const left = typedIn(state, blockIdOf(key))
    if (left.trim() === '' || hashOf(left) !== hash) return []
    return [draftedAs(key, ownOf(key).trim() === '' ? 'whole' : 'partly')]
  })

/** Where both do not fit: the draft's field, to show it at. */
export const tooLongAt = (text: string, key: string): string | null =>
  [...text].length > SECTION_LENGTH ? blockIdOf(key) : null

/** They go with the form, whose metadata have room for 3,000 characters. */
const NOTES_KEPT = 1200

/** Sources and what is not covered; none rather than a part. */
export const keptNotes = ({ notes }: ReportDraft): string[] =>
  notes.join('').length > NOTES_KEPT ? [] : [...notes]

/** The draft that a form has, as the author has left it; `offered`: it has none. */
export function draftIn(
  state: FormState,
  { draft, draftNotes: notes }: { draft: string; draftNotes: readonly string[] },
): DraftPart {
  const keys = Object.keys(state).filter((blockId) => blockId.startsWith(DRAFT))
  if (keys.length === 0) return 'offered'
  const texts = keys.map((blockId) => [blockId.slice(DRAFT.length), typedIn(state, blockId)])
  return { byModel: draft === 'model', texts: Object.fromEntries(texts), notes }
}
