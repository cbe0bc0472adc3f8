// Presses the buttons of warnings, and hands in their forms; always twice.
import { z } from 'zod'
import type { Random } from '../../demo/random.ts'
import type { UserSession } from '../../sandbox/user/user-session.ts'
import { ACTION, NOTE, UNTIL } from '../../src/warnings/slack/answer-forms.ts'
import { WARNINGS } from '../../src/warnings/slack/ids.ts'
import type { Fleet } from './fleet.ts'
import type { Journal, WarningAttempt } from './journal.ts'
import { pick } from './pick.ts'
import type { Timeline } from './timeline.ts'

const PATIENCE_MS = 1500
const PRESSES = 2
const TRIES = 4
/** Most take it on. A rep has no other button than that. */
const BUTTONS = [WARNINGS.takeOn, WARNINGS.takeOn, WARNINGS.takeOn, WARNINGS.putOff, WARNINGS.noRisk]
const OF_FORM: Readonly<Record<string, WarningAttempt['reason']>> = {
  [WARNINGS.takeOnForm]: 'acknowledged',
  [WARNINGS.putOffForm]: 'snoozed',
  [WARNINGS.noRiskForm]: 'not-a-risk',
}
const Metadata = z.object({ episode: z.string() })

export interface WarningDesk {
  fleet: Fleet
  user: UserSession
  userId: string
  random: Random
  journal: Journal
  timeline: Timeline
}

/** As they stand below the warnings of a digest, where their ids differ. */
const LABELS: Readonly<Record<string, string>> = {
  [WARNINGS.takeOn]: 'I’m on it',
  [WARNINGS.putOff]: 'Put off',
  [WARNINGS.noRisk]: 'Not a risk',
}

/** Of the newest warning or digest that has the button. `until`: the date that the form is to say. */
export async function pressWarning(desk: WarningDesk, until: Temporal.PlainDate): Promise<void> {
  const { user, random, timeline } = desk
  const actionId = pick(BUTTONS, random)
  const target = random() < 0.5 ? { actionId } : LABELS[actionId]!
  for (let press = 0; press < PRESSES; press += 1) {
    if (user.modal.isOpen) user.modal.close({ all: true })
    const opened = await user
      .dm()
      .click(target, { timeoutMs: press === 0 ? PATIENCE_MS : 0 })
      .then(() => timeline.note(`${user.user.name} presses ${actionId}`))
      .then(() => user.modal.opened('', PATIENCE_MS))
      .then(() => user.modal.view.callbackId in OF_FORM)
      .catch(() => false)
    if (opened) await handIn(desk, until)
  }
}

async function handIn(desk: WarningDesk, until: Temporal.PlainDate): Promise<void> {
  const { fleet, user, userId, random, journal, timeline } = desk
  const { callbackId, privateMetadata } = user.modal.view
  const reason = OF_FORM[callbackId]!
  const { episode: episodeId } = Metadata.parse(JSON.parse(privateMetadata))
  const fields = user.modal.fields().map(({ blockId }) => blockId)
  const said = { [ACTION]: 'two more calls a day', [NOTE]: 'a holiday', [UNTIL]: until.toString() }
  await user.modal.fill(Object.fromEntries(Object.entries(said).filter(([block]) => fields.includes(block))))
  const attempt: WarningAttempt = { episodeId, userId, reason, acknowledged: false }
  journal.warnings.push(attempt)
  for (let tries = 0; tries < TRIES && user.modal.isOpen; tries += 1) {
    const result = await user.modal.submit().catch((fault: Error) => ({ fault: fault.message }))
    attempt.acknowledged = 'closed' in result
    timeline.note(
      `${user.user.name}, ${reason} for warning:${episodeId}: ${JSON.stringify(result).slice(0, 200)}`,
    )
    if (attempt.acknowledged || 'fault' in result) return
    await fleet.upFor(200 + random() * 500)
  }
}
