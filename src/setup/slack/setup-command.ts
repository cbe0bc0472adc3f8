// `/kpi setup`: opens and submits the set-up form of the channel's team.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { faultText, textMessage } from '../../slack/receivers/receiver.ts'
import type {
  ActionHandler,
  CommandHandler,
  CommandRequest,
  SubmitHandler,
  SubmitResult,
} from '../../slack/requests.ts'
import { changeTeam } from '../flows/change-team.ts'
import { loadSetup, loadSetupWithoutSlack, type SetupLoaded } from '../flows/load-setup.ts'
import { needsTime, queueSetup } from '../flows/queue-setup.ts'
import { repeatedSetup } from '../flows/repeated-setup.ts'
import { runPendingSetups } from '../flows/run-pending-setups.ts'
import { type SetupProblem, setUpTeam } from '../flows/set-up-team.ts'
import { setupDoneView } from './setup-done.ts'
import { SETUP } from './setup-fields.ts'
import { refusedView, takenView, waitingView } from './setup-finished.ts'
import {
  initialInput,
  notEntitledText,
  readDraft,
  readSetup,
  readSetupMetadata,
  setupErrors,
  setupView,
} from './setup-form.ts'

/** If Slack has not told by then who is in the channel, something is shown, as the trigger lasts 3 s. */
const OPEN_AFTER_MS = 1000
/** What Slack has not told by then about the channel is checked in the background. */
const SUBMIT_WAITS_MS = 1000

export const setupCommand: CommandHandler = async (call, context) =>
  openSetup(call, context, call.channelId, async (text) => call.reply(textMessage(text)))

/** The button of the invitation. Its value is the channel id, which can be forged. */
export const setupButton: ActionHandler = async (call, context) =>
  openSetup(call, context, call.value, (text) => call.replyEphemeral(textMessage(text)))

async function openSetup(
  call: Pick<CommandRequest, 'who' | 't' | 'open'>,
  context: Context,
  channelId: string,
  reply: (text: string) => Promise<void>,
): Promise<void> {
  const { who, t } = call
  const viewOf = ({ facts }: Extract<SetupLoaded, { ok: true }>) =>
    setupView(facts, initialInput(facts), false, t)
  const loading = loadSetup(context, who, channelId)
  const loaded = await within(loading, OPEN_AFTER_MS)
  if (loaded?.ok) return call.open(viewOf(loaded))
  if (loaded) return reply(refusedText(loaded, t))
  const later = loading.then((late) => (late.ok ? viewOf(late) : refusedView(refusedText(late, t), t)))
  await call.open(
    waitingView(t),
    later.catch((fault: unknown) => refusedView(faultText(fault, t), t)),
  )
}

export const moreOptions: ActionHandler = async (call, context) => {
  const metadata = call.view && readSetupMetadata(call.view.metadata)
  if (!call.view || !metadata) return
  const loaded = await loadSetup(context, call.who, metadata.channelId)
  if (!loaded.ok) return call.replyEphemeral(textMessage(refusedText(loaded, call.t)))
  const input = readDraft(call.view.state, loaded.facts)
  await call.update(setupView(loaded.facts, input, call.value === 'more', call.t))
}

export const submitSetup: SubmitHandler = async (call, context) => {
  const { who, t, state } = call
  const metadata = readSetupMetadata(call.metadata)
  const refused = (text: string): SubmitResult => ({ kind: 'errors', errors: { [SETUP.name]: text } })
  if (!metadata) return refused(t('team.notAllowed'))
  const { channelId, teamId, more } = metadata
  const loaded = await within(loadSetup(context, who, channelId), SUBMIT_WAITS_MS)
  if (loaded && !loaded.ok) return refused(refusedAtField(loaded, t))
  const facts = loaded?.facts ?? (await loadSetupWithoutSlack(context, who, channelId, teamId))
  if (!facts) return refused(t('team.notAllowed'))
  const read = readSetup(state, facts, t)
  const taken = async (problem: SetupProblem): Promise<SubmitResult> => {
    const input = read.ok && teamId === null && problem.reason === 'already-set-up' ? read.value : null
    const repeated = input && (await repeatedSetup(context, who, channelId, input))
    if (repeated) return { kind: 'update', view: setupDoneView(repeated, true, t) }
    return { kind: 'errors', errors: setupErrors(problem, more, t) }
  }
  if (facts.teamId !== teamId) return taken({ ok: false, reason: 'already-set-up' })
  if (!read.ok) return { kind: 'errors', errors: read.errors }
  if (!loaded || (await needsTime(context, who, read.value))) {
    const queued = await queueSetup(context, who, { channelId, teamId, input: read.value })
    if (!queued.ok) return taken(queued)
    const view = takenView(read.value.settings.name, t)
    return { kind: 'update', view, afterwards: () => runPendingSetups(context) }
  }
  const done = teamId
    ? await changeTeam(context, who, teamId, channelId, read.value)
    : await setUpTeam(context, who, channelId, read.value)
  if (!done.ok) return taken(done)
  return { kind: 'update', view: setupDoneView(done, teamId === null, t) }
}

/** Without mentions: Slack does not render them in errors of fields. */
function refusedAtField(loaded: SetupRefused, t: Translate): string {
  if (loaded.reason === 'not-allowed') return t('team.notAllowed')
  if (loaded.reason === 'not-entitled') return notEntitledText(loaded.ask, t, ({ name }) => name)
  return refusedText(loaded, t)
}

/** Null: it takes longer. A fault that comes too late is not thrown. */
async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result | null> {
  work.catch(() => {})
  const waiting = new AbortController()
  const timeout = sleep(milliseconds, null, { signal: waiting.signal }).catch(() => null)
  return Promise.race([work, timeout]).finally(() => waiting.abort())
}

type SetupRefused = Exclude<SetupLoaded, { ok: true }>

function refusedText(loaded: SetupRefused, t: Translate): string {
  switch (loaded.reason) {
    case 'not-a-channel':
      return t('setup.notAChannel')
    case 'not-in-channel':
      return t('setup.notInChannel')
    case 'archived':
      return t('setup.archived')
    case 'guest':
      return t('setup.guest')
    case 'shared-channel':
      return t('setup.sharedChannel')
    case 'outsider':
      return t('setup.outsider')
    case 'not-allowed':
      return loaded.askUserId
        ? t('setup.notAllowed', { manager: mention(loaded.askUserId) })
        : t('team.nobodyActs')
    case 'not-entitled':
      return notEntitledText(loaded.ask, t, ({ userId }) => mention(userId))
  }
}
