// "See tomorrow's prompt now": shows whoever sets a team up what its reps will get, the prompt and its form; nothing is sent or saved.
import { z } from 'zod'
import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { Block, ModalView } from '../../../slack/blocks.ts'
import { modal, section } from '../../../slack/fields.ts'
import { mrkdwn } from '../../../slack/mrkdwn.ts'
import { messageAsModal, textMessage } from '../../../slack/receivers/receiver.ts'
import type { ActionHandler, SubmitHandler } from '../../../slack/requests.ts'
import { previewStandup, type StandupPreview } from '../flows/preview-standup.ts'
import { STANDUP } from './ids.ts'
import { standupView } from './standup-form.ts'
import { metadataOf } from './standup-metadata.ts'
import { renderPrompt } from './standup-prompt.ts'

/** The value is the team's id. */
export const showPreview: ActionHandler = async (call, context) => {
  const teamId = z.uuid().safeParse(call.value).data
  const preview = teamId ? await previewStandup(context, call.who, teamId) : null
  const view = preview
    ? previewView(preview, call.t)
    : messageAsModal(textMessage(call.t('standup.previewRefused')))
  await (call.view ? call.push(view) : call.open(view))
}

/** Fields need a button to submit them with: it only closes. */
export const closePreview: SubmitHandler = async () => ({ kind: 'close' })

export function previewView({ promptAt, ownZones, prompt, form }: StandupPreview, t: Translate): ModalView {
  const said = {
    date: formatDate(form.date, t.locale),
    time: formatTime(promptAt, form.zone, t.locale),
  }
  const rendered = renderPrompt(prompt, t).blocks
  const fields = standupView(form, metadataOf(form, false), t).blocks as Block[]
  return modal({
    callbackId: STANDUP.preview,
    title: t('standup.previewTitle'),
    submit: t('standup.previewDone'),
    close: t('common.close'),
    metadata: {},
    blocks: [
      section(t(ownZones ? 'standup.previewOwnZone' : 'standup.preview', said)),
      { type: 'divider' },
      ...rendered.map((block) => (block.type === 'actions' ? labelsOf(block) : block)),
      { type: 'divider' },
      section(t('standup.previewForm', { button: t('standup.start') })),
      ...fields,
    ],
  })
}

/** What the buttons say; here they would do something. */
function labelsOf({ elements }: Extract<Block, { type: 'actions' }>): Block {
  const labels = elements.flatMap((element) =>
    element.type === 'button' ? [`[ ${element.text.text} ]`] : [],
  )
  return { type: 'context', elements: [mrkdwn(labels.join('  '))] }
}
