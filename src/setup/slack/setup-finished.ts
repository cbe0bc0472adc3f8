// What a person sees whose set-up is finished in the background: at once, and when it is done or did not work.
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { TEAM_SETUP } from '../../org/slack/ids.ts'
import { waitingLines } from '../../org/slack/join-request.ts'
import type { Block, ModalView, RenderedMessage } from '../../slack/blocks.ts'
import { clockTime } from '../../slack/clock-time.ts'
import { modal, section } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { channelLink } from '../../slack/mrkdwn.ts'
import type { SetupFinishedFacts } from '../domain/setup-finished.ts'
import { previewButton } from './setup-done.ts'

const NAMES_LENGTH = 1500

const view = (title: string, text: string, t: Translate): ModalView =>
  modal({
    callbackId: TEAM_SETUP.form,
    ...{ title, submit: null, close: t('common.close'), metadata: {} },
    blocks: [section(text)],
  })

/** Opens before Slack's trigger expires; the form takes its place. */
export const waitingView = (t: Translate): ModalView => view(t('setup.title'), t('setup.waiting'), t)

export const refusedView = (text: string, t: Translate): ModalView => view(t('setup.title'), text, t)

/** The submit was taken. */
export const takenView = (teamName: string, t: Translate): ModalView =>
  view(t('setup.title'), t('setup.taken', { team: escapeWithin(teamName, 300) }), t)

export function renderSetupFinished(facts: SetupFinishedFacts, t: Translate): RenderedMessage {
  const lines = facts.failure === null ? doneLines(facts, t) : [failureText(facts.failure, facts, t)]
  const { teamId, isNew } = facts
  const buttons: Block[] = teamId && isNew ? [{ type: 'actions', elements: [previewButton(teamId, t)] }] : []
  return { text: lines.join('\n'), blocks: [...sectionsOf(lines), ...buttons] }
}

function doneLines(
  { teamName, isNew, people, waiting, from, promptTime, unusable }: SetupFinishedFacts,
  t: Translate,
) {
  const team = escapeWithin(teamName, 300)
  const date = formatDate(Temporal.PlainDate.from(from ?? '1970-01-01'), t.locale)
  const lines = isNew
    ? [t('setup.done', { team, people, date, time: clockTime(promptTime, t.locale) })]
    : [t('setup.changed', { team, date })]
  lines.push(...waitingLines(waiting, t))
  if (unusable.length > 0)
    lines.push(
      t('setup.withoutThem', { names: escapeWithin(unusable.join(t('common.listSeparator')), NAMES_LENGTH) }),
    )
  return lines
}

function failureText(
  failure: NonNullable<SetupFinishedFacts['failure']>,
  { channelId }: SetupFinishedFacts,
  t: Translate,
): string {
  const reasons = {
    'not-allowed': 'setup.failedNotAllowed',
    'not-entitled': 'setup.failedNotEntitled',
    'already-set-up': 'setup.failedTaken',
    'not-in-channel': 'setup.failedNotInChannel',
    'shared-channel': 'setup.sharedChannel',
    nobody: 'setup.failedNobody',
    'not-counted': 'setup.notCounted',
    'not-a-manager': 'setup.notAManager',
    'not-a-parent': 'setup.notAParent',
    'not-a-delegate': 'setup.notADelegate',
    'not-your-lines': 'setup.notYourLines',
    'no-manager': 'setup.parentNoManager',
    slack: 'setup.failedSlack',
  } as const
  return t('setup.failed', { channel: channelLink(channelId), reason: t(reasons[failure]) })
}
