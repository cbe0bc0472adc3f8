// The standup form's private metadata, carried from opening to submit; never trusted for permissions.
import { z } from 'zod'
import { IsoDate } from '../../../slack/dates.ts'
import { readJson } from '../../../slack/json.ts'
import type { StandupForm } from '../flows/open-standup.ts'

/** As many ids as fit into the metadata beside the numbers. */
const SOLVED_IDS = 20

const Metadata = z.object({
  team: z.uuid(),
  date: IsoDate,
  /** The day whose numbers the form asks for. Missing: it was opened before the update that checks it. */
  numbers: IsoDate.optional(),
  /** Of the answer that the form was opened on. */
  revision: z.int().min(0),
  /** Unusual values (scaled) that the member was asked about: submitting the same value confirms it. */
  asked: z.record(z.string(), z.int()),
  /** Blockers whose box was ticked when the form was opened. */
  solved: z.array(z.uuid()),
  /** Opened from the Home tab, which is redrawn after the submit. */
  home: z.boolean(),
})
export type StandupMetadata = z.infer<typeof Metadata>

export function metadataOf(form: StandupForm, home: boolean): StandupMetadata {
  const kept = form.numbers.filter(({ value, confirmed }) => confirmed && value !== null)
  const solved = form.blockers.filter(({ closed }) => closed).map(({ blockerId }) => blockerId)
  return {
    team: form.teamId,
    date: form.date,
    numbers: form.numbersDate,
    revision: form.revision,
    asked: Object.fromEntries(kept.map(({ metric, value }) => [metric.key, value!])),
    solved: solved.slice(0, SOLVED_IDS),
    home,
  }
}

/** Null: invalid or forged. */
export const readMetadata = (text: string): StandupMetadata | null => readJson(text, Metadata)
